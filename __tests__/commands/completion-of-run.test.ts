import { completionOfRun } from '../../src/commands/completion-of-run.ts';
import { rebuildOfRun, scriptFolder } from '../../src/commands/rebuild-of-run.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { reportHtml } from '../../src/report/html.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { bakeFile, rebuildScript } from '../../src/report/rebuild.ts';
import { planRun } from '../../src/run/run.ts';
import { dockerfile, folderWith, removeFolders } from './folder.ts';

/** Six payment services, two of them one off; 8095 is that of another machine's service. */
const PORTS = { client: 8091, payout: 8092, wallet: 8093, usdt: 8094, staking: 8096, gateway: 8097 };
const OFF: Readonly<Record<string, number>> = { staking: 8095, gateway: 8096 };
const plan = `services:
${Object.entries(PORTS)
  .map(
    ([name, port]) => `  ${name}:
    dockerfile: tron/Dockerfile.${name}
    port: ${port}
    image: pickme/${name}:latest-arm64
    platforms: [linux/arm64]
    context: tron
    push: true
`,
  )
  .join('')}reserved: { 8095: node-management }
`;

async function run() {
  const dockerfiles = Object.entries(PORTS).map(([name, port]) => [
    `tron/Dockerfile.${name}`,
    dockerfile(OFF[name] ?? port),
  ]);
  const cwd = folderWith({ 'ports.yaml': plan, ...Object.fromEntries(dockerfiles) });
  const mapping = parseMapping(plan, 'ports.yaml');
  const planned = await planRun({ mapping, cwd, paths: [], certainty: 'probable', comments: true, splitRanges: false });
  const changed = planned.files.filter(({ before, after }) => before !== after);
  return { cwd, mapping, planned, changed };
}

afterEach(removeFolders);

test('the report of a run has exactly the two services that were off', async () => {
  const { mapping, planned, changed } = await run();
  const data = completionOfRun(planned, mapping, { changed, written: true });
  expect(data.before.summary).toMatchObject({ services: 6, ok: 4, drift: 2, conflict: 1 });
  expect(data.after?.summary).toMatchObject({ services: 6, ok: 6, drift: 0, conflict: 0 });
  const text = reportMarkdown(data);
  expect(text.match(/^### .*$/gm)).toEqual([
    '### `tron/Dockerfile.gateway` (gateway)',
    '### `tron/Dockerfile.staking` (staking)',
  ]);
  expect(text).toContain(
    '| staking | **drift** | `tron/Dockerfile.staking` lines 2, 3, 4, 5 | 8095 | 8096 | node-management |',
  );
  expect(text).toContain('| 3 | 8095 → 8096 | `EXPOSE 8095` | `EXPOSE 8096` |');
  expect(text).toContain('Now, **everything is as it should be.**');
  expect(reportHtml(data)).toContain('<h3><code>tron/Dockerfile.staking</code> (staking)</h3>');
});

test('a run that was refused reports what is wrong and changes nothing', async () => {
  const { mapping, planned } = await run();
  const data = completionOfRun(planned, mapping, { changed: [], written: false });
  expect(data.after).toBeUndefined();
  expect(reportMarkdown(data)).toContain('Nothing was to be changed.');
});

test('exactly the services that changed are built again', async () => {
  const { cwd, mapping, changed } = await run();
  const services = rebuildOfRun(changed, mapping, { cwd });
  const script = rebuildScript(services, { folder: scriptFolder('out/rebuild.sh', cwd) });
  expect(script).toMatch(/^cd -- .*BASH_SOURCE.*\/\.\.$/m);
  expect(script.match(/^docker .*$/gm)).toEqual([
    'docker buildx build --platform linux/arm64 -t pickme/staking:latest-arm64 -f tron/Dockerfile.staking --push tron',
    'docker buildx build --platform linux/arm64 -t pickme/gateway:latest-arm64 -f tron/Dockerfile.gateway --push tron',
  ]);
  expect(JSON.parse(bakeFile(services)).group.default.targets).toEqual(['staking', 'gateway']);
});

test('build contexts are relative to the folder of the mapping', async () => {
  const { mapping, changed, cwd } = await run();
  const elsewhere = { ...mapping, file: 'sub/ports.yaml' };
  expect(rebuildOfRun(changed, elsewhere, { cwd }).map(({ context }) => context)).toEqual(['sub/tron', 'sub/tron']);
  expect(rebuildOfRun(changed, elsewhere, { cwd, root: '.' }).map(({ context }) => context)).toEqual(['tron', 'tron']);
});
