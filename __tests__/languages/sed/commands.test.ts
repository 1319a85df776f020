import { parseSed } from '../../../src/languages/sed/commands.ts';
import { MappedText } from '../../../src/text/mapped-text.ts';

/** The commands of a script in a form that reads like it. */
function commandsOf(script: string): string[] {
  return parseSed(MappedText.of(script)).map((command) => {
    const where = [
      ...command.addresses.map((pattern) => `/${pattern.text}/`),
      ...command.lines.map((line) => line.text),
    ];
    const what =
      command.kind === 'substitute'
        ? `s ${command.search.text} → ${command.replacement.text}`
        : command.kind === 'text'
          ? `text ${command.text.text}`
          : command.kind === 'execute'
            ? `run ${command.command.text}`
            : `other ${command.argument.text}`;
    return [...where, what].join(' ').trim();
  });
}

describe('parseSed', () => {
  test.each([
    ['s/a/b/', ['s a → b']],
    ['s|a/b|c|g;s#d#e#2p', ['s a/b → c', 's d → e']],
    ['s/a\\/b/c\\/d/', ['s a\\/b → c\\/d']],
    ['s/[/]/x/', ['s [/] → x']],
    ['s,[^],]*,x,', ['s [^],]* → x']],
    ['/a/s/b/c/', ['/a/ s b → c']],
    ['/a/,/b/ s/c/d/', ['/a/ /b/ s c → d']],
    ['\\%a/b%d', ['/a/b/ other']],
    ['1,5d; $p', ['1 5 other', '$ other']],
    ['0,/x/s/a/b/', ['/x/ 0 s a → b']],
    ['/a/I!{s/b/c/;/d/s/e/f/}', ['/a/ other', '/a/ s b → c', '/a/ /d/ s e → f']],
    ['/a/{s/b/c/\n}\ns/d/e/', ['/a/ other', '/a/ s b → c', 's d → e']],
    ['a hello; s/a/b/', ['text hello; s/a/b/']],
    ['a\\\nhello\\\nthere\nd', ['text hello\\\nthere', 'other']],
    ['/x/c\\Port 22', ['/x/ text Port 22']],
    ['1i\\  kept', ['1 text   kept']],
    ['# s/a/b/\ns/c/d/', ['s c → d']],
    [':a;N;$!ba;s/a/b/', ['other a', 'other', '$ other a', 's a → b']],
    ['s/a/b/w out.txt\np', ['s a → b', 'other w out.txt', 'other']],
    ['y/ab/cd/', ['other ab']],
    ['1e date', ['1 run date']],
    ['s/a/$' + '{B:-/}/', ['s a → $' + '{B:-/}']],
    ['s/a/b', []],
    ['d;s/a', ['other']],
    ['k', []],
  ])('%j', (script, commands) => {
    expect(commandsOf(script)).toEqual(commands);
  });
});
