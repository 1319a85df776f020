import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../support/process.ts';
import { openBuilder } from './support/builder.ts';
import { describeConfiguration, differences } from './support/description.ts';
import { applyToCopy } from './support/move.ts';
import { report } from './support/report.ts';

const builder = await openBuilder();
let compared = 0;

afterEach(removeFolders);
afterAll(async () => {
  report(`buildah ${builder.version}: ${builder.count()} images built, ${compared} pairs of configurations compared`);
  await builder.close();
});

const root = join(import.meta.dirname, 'images');
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    heredocs: /^(?:RUN|COPY) .*<</m.test(readFileSync(join(root, name, 'Dockerfile'), 'latin1')),
  }));

/** The lines of a file of a case; none where it has no such file. */
function linesOf(name: string, file: string): string[] {
  const path = join(root, name, file);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** The configuration of the image that is built, and the lines of the files that `files.txt` names. */
async function describeImage(name: string, image: string, dockerfile: Uint8Array): Promise<string[]> {
  const lines = describeConfiguration(await builder.build(image, dockerfile));
  const paths = linesOf(name, 'files.txt');
  return paths.length === 0 ? lines : [...lines, ...(await builder.readFiles(image, paths))];
}

/** The Dockerfile before and after `reberth apply` as the case asks for it. */
async function move(name: string): Promise<{ before: Buffer; after: Buffer }> {
  const asked = linesOf(name, 'arguments.txt');
  const moved = await applyToCopy(join(root, name), asked.length > 0 ? asked : ['.', '--map', 'ports.yaml']);
  return moved.read('Dockerfile');
}

describe('images of a moved Dockerfile differ in its ports alone', () => {
  test.each(cases.filter(({ heredocs }) => builder.readsHeredocs || !heredocs))('$name', async ({ name }) => {
    const { before, after } = await move(name);
    const old = await describeImage(name, `${name}:before`, before);
    const moved = await describeImage(name, `${name}:after`, after);
    expect(differences(old, moved).sort()).toEqual(linesOf(name, 'expected.diff').sort());
    compared++;
  });
});

const refused = builder.readsHeredocs ? [] : cases.filter(({ heredocs }) => heredocs);
if (refused.length > 0) {
  test.each(refused)('a builder that knows no heredocs refuses $name, moved or not', async ({ name }) => {
    const { before, after } = await move(name);
    expect((await builder.tryBuild(name, before)).built).toBe(false);
    expect((await builder.tryBuild(name, after)).built).toBe(false);
  });
}
