import fc from 'fast-check';
import { readLines } from '../../src/dockerfile/lines.ts';
import { folderWith, removeFolders } from '../support/process.ts';
import { openBuilder } from './support/builder.ts';
import { BEGINNINGS, CUTS, HEREDOCS, READ_DIFFERENTLY } from './support/cuts.ts';
import { applyToCopy } from './support/move.ts';
import { dockerfiles, PORT } from './support/random-dockerfile.ts';
import { report } from './support/report.ts';

const FROM = 'FROM registry.internal/tools/busybox\n';

const builder = await openBuilder();
let compared = 0;

afterEach(removeFolders);
afterAll(async () => {
  report(
    `buildah ${builder.version}: ${builder.count()} images built, ${compared} Dockerfiles cut as the builder cuts them`,
  );
  await builder.close();
});

interface Cut {
  readonly instructions: string[];
  /** The bodies of all heredocs, as the files that they become. */
  readonly bodies: string[];
}

/** The instructions and heredocs as the product cuts them. */
function cut(file: string): Cut {
  const instructions: string[] = [];
  const bodies: string[] = [];
  for (const line of readLines(file)) {
    if (line.kind === 'problem') throw new Error(line.message);
    if (line.kind === 'comment') continue;
    instructions.push(line.text.text);
    for (const { body, stripTabs } of line.heredocs) {
      bodies.push(stripTabs ? body.text.replace(/^\t+/gm, '') : body.text);
    }
  }
  return { instructions, bodies };
}

/** Builds an image that is called `image`, and compares the instructions that the builder prints. */
async function expectSameCut(image: string, file: string): Promise<void> {
  const { built, instructions, log } = await builder.tryBuild(image, file);
  if (!built) throw new Error(log);
  expect(instructions.map(withoutHeredocs)).toEqual(cut(file).instructions);
  compared++;
}

/** The builder prints the first line of each heredoc in parentheses. */
function withoutHeredocs(instruction: string): string {
  return instruction.includes('<<') ? instruction.replace(/(?: \([^()]*\))+$/, '') : instruction;
}

/** The Dockerfiles in which the built command has moved a port. */
async function move(files: readonly string[], from: number, to: number): Promise<Buffer[]> {
  const named = files.map((file, i) => [`Dockerfile.${i}`, file] as const);
  const moved = await applyToCopy(folderWith(Object.fromEntries(named)), ['.', '--port', `${from}=${to}`]);
  return named.map(([name]) => moved.read(name).after);
}

describe('lines are cut where the builder cuts them', () => {
  test.each(CUTS)('%s', (_, dockerfile) => expectSameCut('cut', FROM + dockerfile));
  test.each(BEGINNINGS)('%s', (_, before, behind) => expectSameCut('cut', before + FROM + behind));
});

if (builder.readsHeredocs) {
  test.each(HEREDOCS)('heredocs hold what the builder takes from them: %s', async (_, dockerfile, files) => {
    await expectSameCut('cut', FROM + dockerfile);
    const { bodies } = cut(FROM + dockerfile);
    const expected = files.flatMap((path, i) => linesOf(bodies[i] ?? '').map((line) => `${path}:${line}`));
    expect(await builder.readFiles('cut', files)).toEqual(expected);
  });
} else {
  test.each(HEREDOCS)('a builder that knows no heredocs refuses them: %s', async (_, dockerfile) => {
    expect((await builder.tryBuild('cut', FROM + dockerfile)).built).toBe(false);
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

test.each(READ_DIFFERENTLY)('where builders differ, the move does no harm in this one: %s', async (_, write) => {
  const file = write(FROM);
  const [moved = ''] = await move([file], 8095, 9195);
  expect(moved.toString()).toBe(file.replaceAll('8095', '9195'));
  const { built } = await builder.tryBuild('before', file);
  expect((await builder.tryBuild('after', moved)).built).toBe(built);
  if (!built) return;
  const [before, after] = [await builder.configuration('before'), await builder.configuration('after')];
  expect(JSON.stringify(after)).toBe(JSON.stringify(before).replaceAll('8095', '9195'));
});

test('random Dockerfiles are cut where the builder cuts them, and their images differ in the ports alone', async () => {
  const to = PORT + 1000;
  const files = fc.sample(dockerfiles(FROM), 30);
  const moved = await move(files, PORT, to);
  for (const [i, file] of files.entries()) {
    await expectSameCut('random:before', file);
    const before = JSON.stringify(await builder.configuration('random:before'));
    const after = JSON.stringify(await builder.build('random:after', moved[i] ?? ''));
    const configuration = before.replaceAll(String(PORT), String(to));
    expect({ file, configuration: after }).toEqual({ file, configuration });
  }
});
