import fc from 'fast-check';
import { type LogicalLine, readDirectives, readLines } from '../../src/dockerfile/lines.ts';

/** What each line is, in short: `RUN a`, `# comment`, `!code`, and `<<EOF body` for each heredoc. */
function linesOf(file: string): string[] {
  return [...readLines(file)].flatMap((line) => {
    if (line.kind === 'problem') return [`!${line.code}`];
    if (line.kind === 'comment') return [line.text.text];
    return [line.text.text, ...line.heredocs.map(({ name, body }) => `<<${name} ${JSON.stringify(body.text)}`)];
  });
}

function spansOf(file: string): string[] {
  return [...readLines(file)].map(({ span }) => file.slice(span.start, span.end));
}

describe('where a line ends', () => {
  test.each<readonly [name: string, file: string, lines: readonly string[]]>([
    ['line feeds', 'FROM a\nEXPOSE 80\n', ['FROM a', 'EXPOSE 80']],
    ['CRLF', 'FROM a\r\nEXPOSE 80\r\n', ['FROM a', 'EXPOSE 80']],
    ['no end at the end', 'FROM a\nEXPOSE 80', ['FROM a', 'EXPOSE 80']],
    ['a lone CR ends nothing', 'FROM a\rEXPOSE 80\nUSER b', ['FROM a\rEXPOSE 80', 'USER b']],
    ['several CR before the line feed', 'FROM a\r\r\nEXPOSE 80', ['FROM a', 'EXPOSE 80']],
    ['a byte order mark', '\uFEFFFROM a\nEXPOSE 80', ['FROM a', 'EXPOSE 80']],
    ['indentation', '\t FROM a\n  EXPOSE 80', ['FROM a', 'EXPOSE 80']],
    ['empty lines', '\n\nFROM a\n \t\n\nEXPOSE 80\n\n', ['FROM a', 'EXPOSE 80']],
    ['nothing', '', []],
    ['blanks alone', ' \n\t\n', []],
  ])('%s', (_, file, lines) => expect(linesOf(file)).toEqual(lines));
});

describe('continuation', () => {
  test.each<readonly [name: string, file: string, lines: readonly string[]]>([
    ['is joined without a blank', 'EXPOSE 80\\\n95', ['EXPOSE 8095']],
    ['keeps the indentation of the next line', 'RUN a \\\n  b', ['RUN a   b']],
    ['with trailing blanks', 'RUN a \\ \t\n b', ['RUN a  b']],
    ['with CRLF', 'RUN a \\\r\n b\r\n', ['RUN a  b']],
    ['an escaped escape does not continue', 'RUN a \\\\\nEXPOSE 80', ['RUN a \\\\', 'EXPOSE 80']],
    ['three escapes do not continue either', 'RUN a\\\\\\\nEXPOSE 80', ['RUN a\\\\\\', 'EXPOSE 80']],
    ['a line that is the escape alone', 'RUN a \\\n\\\n b', ['RUN a  b']],
    ['an escape within the line', 'RUN a \\ b\nEXPOSE 80', ['RUN a \\ b', 'EXPOSE 80']],
    ['comments within vanish', 'RUN a \\\n  # 80\n# 81\n  b', ['# 80', '# 81', 'RUN a   b']],
    ['a comment within does not continue by itself', 'RUN a \\\n# 80 \\\n b', ['# 80 \\', 'RUN a  b']],
    ['empty lines within vanish', 'RUN a \\\n\n  \t\n b', ['RUN a  b']],
    ['a # behind other text is no comment', 'RUN a \\\n b # 80', ['RUN a  b # 80']],
    ['ends at the end of the file', 'EXPOSE 80 \\', ['EXPOSE 80 ']],
    ['ends with a comment at the end of the file', 'EXPOSE 80 \\\n# last', ['# last', 'EXPOSE 80 ']],
    ['a comment is not continued', '# a \\\nEXPOSE 80', ['# a \\', 'EXPOSE 80']],
    ['an escape alone at the start', '\\\nEXPOSE 80', ['EXPOSE 80']],
  ])('%s', (_, file, lines) => expect(linesOf(file)).toEqual(lines));

  test('the joined text knows where its parts stand', () => {
    const file = 'FROM a\r\nEXPOSE 80 \\\r\n  # why\r\n  81\r\n';
    const line = [...readLines(file)].findLast(({ kind }) => kind === 'instruction');
    if (line?.kind !== 'instruction') throw new Error('no instruction');
    const at = line.text.text.indexOf('81');
    expect(line.text.slice(at).toSource()).toEqual({ start: file.indexOf('81'), end: file.indexOf('81') + 2 });
    expect(line.text.toSource()).toBeUndefined();
    expect(file.slice(line.span.start, line.span.end)).toBe('EXPOSE 80 \\\r\n  # why\r\n  81');
  });
});

describe('directives', () => {
  test.each<readonly [name: string, file: string, lines: readonly string[]]>([
    ['escape=`', '# escape=`\nRUN a `\n b \\\nEXPOSE 80', ['RUN a  b \\', 'EXPOSE 80']],
    ['in any case and with blanks', '#   ESCAPE = `  \nRUN a `\n b', ['RUN a  b']],
    ['behind another directive', '# syntax=docker/dockerfile:1\n# escape=`\nRUN a `\n b', ['RUN a  b']],
    ['behind a byte order mark', '\uFEFF# escape=`\r\nRUN a `\r\n b', ['RUN a  b']],
    ['not behind a comment', '# a comment\n# escape=`\nRUN a \\\n b', ['# a comment', '# escape=`', 'RUN a  b']],
    ['not behind an empty line', '\n# escape=`\nRUN a \\\n b', ['# escape=`', 'RUN a  b']],
    ['not behind an instruction', 'FROM a\n# escape=`\nRUN a \\\n b', ['FROM a', '# escape=`', 'RUN a  b']],
    ['another name is a comment', '# port=8095\nRUN a', ['# port=8095', 'RUN a']],
    ['an escape that is none', '# escape=^\nRUN a', ['!bad-escape-directive', 'RUN a']],
    ['twice', '# escape=`\n# escape=`\nRUN a', ['!repeated-directive', 'RUN a']],
  ])('%s', (_, file, lines) => expect(linesOf(file)).toEqual(lines));

  test('say which character escapes, and where the rest starts', () => {
    expect(readDirectives('# escape=`\nFROM a')).toEqual({ escape: '`', rest: 11, problems: [] });
    expect(readDirectives('FROM a')).toEqual({ escape: '\\', rest: 0, problems: [] });
  });
});

describe('heredocs', () => {
  test.each<readonly [name: string, file: string, lines: readonly string[]]>([
    [
      'take the lines up to their end',
      'RUN <<EOF\na 80\n# b\nEOF\nUSER b',
      ['RUN <<EOF', '<<EOF "a 80\\n# b\\n"', 'USER b'],
    ],
    ['with a blank before the delimiter', 'RUN << EOF\na\nEOF\nUSER b', ['RUN << EOF', '<<EOF "a\\n"', 'USER b']],
    ['an empty one', 'RUN <<EOF\nEOF\nUSER b', ['RUN <<EOF', '<<EOF ""', 'USER b']],
    ['with leading tabs', 'RUN <<-EOF\n\ta\n\t\tEOF\nUSER b', ['RUN <<-EOF', '<<EOF "\\ta\\n"', 'USER b']],
    ['blanks are no tabs', 'RUN <<-EOF\n EOF\n\tEOF\nUSER b', ['RUN <<-EOF', '<<EOF " EOF\\n"', 'USER b']],
    ['tabs count without -', 'RUN <<EOF\n\tEOF\nEOF\nUSER b', ['RUN <<EOF', '<<EOF "\\tEOF\\n"', 'USER b']],
    ['quoted', 'RUN <<"EOF"\na\nEOF\nUSER b', ['RUN <<"EOF"', '<<EOF "a\\n"', 'USER b']],
    ['quoted with apostrophes', "RUN <<'E F'\na\nE F\nUSER b", ["RUN <<'E F'", '<<E F "a\\n"', 'USER b']],
    ['several', 'COPY <<a <<b /c/\n1\na\n2\nb\nUSER b', ['COPY <<a <<b /c/', '<<a "1\\n"', '<<b "2\\n"', 'USER b']],
    ['of a file descriptor', 'RUN cat 3<<EOF\na\nEOF\nUSER b', ['RUN cat 3<<EOF', '<<EOF "a\\n"', 'USER b']],
    ['in ONBUILD', 'ONBUILD RUN <<EOF\na\nEOF\nUSER b', ['ONBUILD RUN <<EOF', '<<EOF "a\\n"', 'USER b']],
    ['in lower case', 'run <<EOF\na\nEOF\nUSER b', ['run <<EOF', '<<EOF "a\\n"', 'USER b']],
    [
      'within a program',
      'RUN python3 <<EOF && b\na\nEOF\nUSER b',
      ['RUN python3 <<EOF && b', '<<EOF "a\\n"', 'USER b'],
    ],
    ['with CRLF', 'RUN <<EOF\r\na\r\nEOF\r\nUSER b', ['RUN <<EOF', '<<EOF "a\\r\\n"', 'USER b']],
    ['behind a continuation', 'RUN a \\\n <<EOF\nb\nEOF\nUSER b', ['RUN a  <<EOF', '<<EOF "b\\n"', 'USER b']],
    [
      'an escape within does not continue',
      'RUN <<EOF\na \\\nEOF\nUSER b',
      ['RUN <<EOF', '<<EOF "a \\\\\\n"', 'USER b'],
    ],
    ['a here-string is none', 'RUN cat <<<EOF\nUSER b', ['RUN cat <<<EOF', 'USER b']],
    ['only as a word of its own', 'RUN a<<EOF\nUSER b', ['RUN a<<EOF', 'USER b']],
    ['not in quotes', 'RUN echo "<<EOF"\nUSER b', ['RUN echo "<<EOF"', 'USER b']],
    ['not in other instructions', 'ENV A=<<EOF\nUSER b', ['ENV A=<<EOF', 'USER b']],
    ['not where quotes do not match', "RUN echo it's <<EOF\nUSER b", ["RUN echo it's <<EOF", 'USER b']],
    ['without an end', 'RUN <<EOF\na\nUSER b', ['!unterminated-heredoc']],
    ['the second without an end', 'RUN <<a <<b\na\nUSER b', ['!unterminated-heredoc']],
  ])('%s', (_, file, lines) => expect(linesOf(file)).toEqual(lines));

  test('say whether variables are replaced in them', () => {
    const [line] = [...readLines('RUN <<a <<"b" <<-\'c\' <<\\d\na\nb\nc\nd\n')];
    if (line?.kind !== 'instruction') throw new Error('no instruction');
    expect(line.heredocs.map(({ name, stripTabs }) => [name, stripTabs])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false],
    ]);
    expect(line.heredocs.slice(0, 3).map(({ expand }) => expand)).toEqual([true, false, false]);
  });

  test('belong to the span of their instruction, and their text stands where the file has it', () => {
    const file = 'FROM a\nRUN <<EOF\nlisten 8095\nEOF\nUSER b\n';
    expect(spansOf(file)).toEqual(['FROM a', 'RUN <<EOF\nlisten 8095\nEOF', 'USER b']);
    const run = [...readLines(file)][1];
    const body = run?.kind === 'instruction' ? run.heredocs[0]?.body : undefined;
    expect(body?.toSource()).toEqual({ start: file.indexOf('listen'), end: file.indexOf('EOF\nUSER') });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...['RUN a', 'EXPOSE 80', '# 80', '<<EOF', '<<-E', 'EOF', 'E', '\\', '`', '"', "'", ' ', '\t', '\r', '\n', '\n\n'],
    ...['# escape=`', '\uFEFF', 'COPY ', '8095', 'ä😀', '\f', '\u00A0', '\u2028'],
  );
  const files = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  /** Comments may stand within the instruction that they interrupt, and one directive have two problems. */
  function placed(lines: readonly LogicalLine[]): LogicalLine[] {
    return lines.filter((line) => line.kind === 'instruction');
  }

  test('is cut into spans that follow each other and do not overlap', () => {
    fc.assert(
      fc.property(files, (file) => {
        const lines = [...readLines(file)];
        let end = 0;
        for (const { span } of placed(lines)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(file.length);
        for (const line of lines) {
          if (line.kind !== 'comment') continue;
          expect(file.slice(line.span.start, line.span.end)).toBe(line.text.text);
          expect(line.text.text.startsWith('#')).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is covered: outside of the spans there are only blanks and directives', () => {
    fc.assert(
      fc.property(files, (file) => {
        const lines = [...readLines(file)];
        const { rest } = readDirectives(file);
        const covered = new Set<number>();
        for (const { span } of lines) for (let at = span.start; at < span.end; at++) covered.add(at);
        const stopped = lines.some((line) => line.kind === 'problem' && line.code === 'unterminated-heredoc');
        const end = stopped ? Math.max(...covered) + 1 : file.length;
        for (let at = rest; at < end; at++) if (!covered.has(at)) expect(file.charAt(at)).toMatch(/\s/);
      }),
      { numRuns: 1500 },
    );
  });

  test('every character of an instruction is the one that stands at its place', () => {
    fc.assert(
      fc.property(files, (file) => {
        for (const line of readLines(file)) {
          if (line.kind === 'problem') continue;
          for (let i = 0; i < line.text.length; i++)
            expect(file.charAt(line.text.sourceOffset(i))).toBe(line.text.text.charAt(i));
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a long file takes no longer for each line than a short one', () => {
  const line = 'RUN apt-get update && apt-get install --yes ca-certificates curl git make\n';
  // Where each line costs a look at all that follow it, these are some 2 TB.
  expect([...readLines(line.repeat(250_000))]).toHaveLength(250_000);
});
