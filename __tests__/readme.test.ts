import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { servers } from '../src/knowledge/servers.ts';
import { words } from '../src/knowledge/words.ts';
import { readPort } from '../src/languages/address.ts';
import { parseMapping } from '../src/mapping/load.ts';
import type { Transform, TransformContext } from '../src/transform.ts';
import { expose } from '../transforms/expose.ts';
import { reberth } from './support/process.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'README.md');
const readme = readFileSync(file, 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function exampleCopy(example = 'readme-example'): string {
  const folder = mkdtempSync(join(tmpdir(), 'reberth-readme-'));
  folders.push(folder);
  cpSync(join(root, '__fixtures__', example), folder, { recursive: true });
  return folder;
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one `reberth …` line as it stands in the README, in a copy of the example. */
async function run(line: string, folder: string): Promise<Run> {
  const [, list, command = '', input] = /^(?:(git .*?) \| )?reberth (.*?)(?: < (\S+) > \S+)?$/.exec(line) ?? [];
  if (list !== undefined) execFileSync('git', ['init', '-q'], { cwd: folder });
  const piped =
    list === undefined
      ? Buffer.from(input === undefined ? '' : readFileSync(join(folder, input)))
      : execFileSync('bash', ['-c', `git add . && ${list}`], { cwd: folder });
  const { code, stdout, stderr } = await reberth(command.split(' '), { cwd: folder, input: piped });
  return { code, stdout: stdout.toString(), stderr };
}

const blocks = blocksOf(readme);
const commands = blocks.flatMap(({ language, text }, i) =>
  language === 'sh' && /(?:^|\| )reberth /m.test(text) ? [{ lines: text.trim().split('\n'), at: i }] : [],
);
const shown = (at: number, language: string): string | undefined => {
  const next = blocks.slice(at + 1).findIndex((block) => block.language === 'sh');
  return blocks.slice(at + 1, next === -1 ? undefined : at + 1 + next).find((block) => block.language === language)
    ?.text;
};

describe('README', () => {
  test.each(commands)('$lines runs, and prints what is shown', async ({ lines, at }) => {
    const folder = exampleCopy(lines.some((line) => line.includes('plan.md')) ? 'plan-table' : undefined);
    for (const line of lines) {
      const { code, stdout, stderr } = await run(line, folder);
      expect([0, 1]).toContain(code);
      const expected = { diff: shown(at, 'diff'), text: shown(at, 'text'), console: shown(at, 'console') };
      if (process.env['UPDATE_FIXTURES'] === '1') update(expected, stdout, stderr);
      else {
        if (expected.diff !== undefined) expect(stdout).toBe(expected.diff);
        if (expected.text !== undefined) expect(stderr).toBe(expected.text);
        if (expected.console !== undefined) expect(stdout).toBe(expected.console);
      }
    }
  });

  test('its mappings are read without an error', () => {
    const mappings = blocks.filter(({ language, text }) => language === 'yaml' && text.includes('services:'));
    expect(mappings.length).toBeGreaterThan(1);
    for (const { text } of mappings) expect(parseMapping(text, 'ports.yaml').services).toHaveLength(2);
    const [first] = mappings;
    expect(first?.text).toBe(readFileSync(join(root, '__fixtures__/readme-example/ports.yaml'), 'utf8'));
  });

  test('what the comments of its mappings say may be there instead, may', () => {
    const mapping = blocks.find(({ text }) => text.includes('# several: '))?.text ?? '';
    const others = [...mapping.matchAll(/\bports: (?:\[.*?\]|\{.*?\})/g)].map(([ports]) => ports);
    expect(others.length).toBeGreaterThan(1);
    for (const ports of others) {
      const [service] = parseMapping(mapping.replace('port: 8096', ports), 'ports.yaml').services;
      expect(service?.assigned.map(({ port }) => port)).toEqual([8096, 8105]);
    }
  });

  test('its row for a server is one that the table could have', () => {
    const row = evaluate(example("names: ['uvicorn']").replace(/,\s*$/, ''), { words });
    const known = servers.find(({ names }) => names.includes('uvicorn'));
    expect(Object.keys(known ?? {})).toEqual(expect.arrayContaining(Object.keys(row)));
    expect(row).toMatchObject({ ports: ['--port'], defaultPort: known?.defaultPort, source: expect.any(String) });
  });

  test('its transform is a whole one, and finds', () => {
    const code = example('export const expose: Transform')
      .replace(/^.*?= /, '')
      .replace(/;\s*$/, '');
    const written = evaluate(code, { readPort }) as unknown as Transform;
    expect(Object.keys(written).sort()).toEqual(Object.keys(expose).sort());
    const [instruction] = parseDockerfile('EXPOSE 8095\n').instructions;
    if (instruction === undefined) throw new Error('no instruction');
    const context = {} as TransformContext;
    expect([...written.find(instruction, context)]).toMatchObject([{ kind: 'port', port: 8095 }]);
  });

  test('the library example prints the edits of the file', () => {
    const code = blocks.find(({ language, text }) => language === 'ts' && text.includes("from 'reberth'"))?.text ?? '';
    const script = code.replace("'reberth'", JSON.stringify(join(root, 'dist/index.js')));
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: exampleCopy() });
    expect(printed.toString()).toBe(
      '2:10 8095 env\n3:8 8095 expose\npayment-systems/tron/Dockerfile.trx-staking 5\nwritten: 1\n',
    );
  });
});

/** The block of TypeScript that has these words. */
function example(words: string): string {
  return blocks.find(({ language, text }) => language === 'ts' && text.includes(words))?.text ?? '';
}

/** What an expression gives, with these names for it to use. */
function evaluate(expression: string, names: Record<string, unknown>): Record<string, unknown> {
  return new Function(...Object.keys(names), `return ${expression}`)(...Object.values(names));
}

/** Fills the blocks that show output, to be read before they are kept. */
function update(expected: Record<string, string | undefined>, stdout: string, stderr: string): void {
  let text = readFileSync(file, 'utf8');
  for (const [language, old] of Object.entries(expected)) {
    if (old === undefined) continue;
    text = text.replace(
      `\`\`\`${language}\n${old}\`\`\``,
      () => `\`\`\`${language}\n${language === 'text' ? stderr : stdout}\`\`\``,
    );
  }
  writeFileSync(file, text);
}
