import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { decode, encode } from '../../src/files/encoding.ts';
import { toFileChange } from '../../src/journal/from-plan.ts';
import { type Decision, openHistory } from '../../src/journal/history.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { withoutMoves } from '../../src/journal/moves.ts';
import { undoRun } from '../../src/journal/settle.ts';
import { readFiles, readRuns } from '../../src/journal/store.ts';
import { applyFiles } from '../../src/journal/transaction.ts';
import type { PortMove } from '../../src/mapping/mapping.ts';
import type { FileMoves } from '../../src/rewrite/plan.ts';
import { planDockerfile } from '../../src/run/plan-dockerfile.ts';
import { makeTree, removeTrees } from '../files/tree.ts';
import { ABOUT } from './fleet.ts';

afterEach(removeTrees);

const OPTIONS = { certainty: 'probable', comments: true, splitRanges: false } as const;

/** New objects each time, as two runs have them. */
function mapping(
  ports: Readonly<Record<number, number>>,
  hosts: Readonly<Record<string, Record<number, number>>> = {},
): FileMoves {
  const moves = (of: Readonly<Record<number, number>>): PortMove[] =>
    Object.entries(of).map(([from, to]) => ({ from: Number(from), to, entry: from, place: {} }));
  const known = new Map(Object.entries(hosts).map(([host, of]) => [host, moves(of)]));
  return { moves: moves(ports), movesOfHost: (host) => known.get(host) };
}

interface Service {
  readonly journal: Journal;
  readonly path: string;
}

async function makeService(content: string): Promise<Service> {
  const root = makeTree({ 'web/Dockerfile': content });
  return { journal: await openJournal({ cwd: root }), path: join(root, 'web/Dockerfile') };
}

/** Plans the move of the file, writes it as the history decides, and says how that was. */
async function move({ journal, path: absolute }: Service, moves: FileMoves): Promise<Decision> {
  const bytes = readFileSync(absolute);
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') throw new Error(decoded.problem.message);
  const planned = planDockerfile('web/Dockerfile', decoded.text, moves, OPTIONS);
  const decision = await openHistory(journal).decide({ planned, absolute, bytes, moves });
  if (decision.kind === 'refuse') return decision;
  const left = decision.kind === 'skip' ? withoutMoves(moves, decision.moves) : moves;
  const final = planDockerfile('web/Dockerfile', decoded.text, left, OPTIONS);
  expect(final.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const content = { bytes, text: decoded.text, mode: 0o644 };
  const change = toFileChange(
    { ...final, absolute, content, services: [], moves: left, movedBefore: [] },
    new Map([[moves.moves[0] ?? first(), 'web']]),
  );
  expect(Buffer.from(encode(final.after))).toEqual(Buffer.from(change.after));
  await applyFiles(journal, [change], ABOUT);
  return decision;
}

function first(): PortMove {
  return { from: 1, to: 2, entry: '', place: {} };
}

const ports = ({ path }: Service): string[] => readFileSync(path, 'utf8').match(/\d{2,}/g) ?? [];
const append = ({ path }: Service, text: string): void => writeFileSync(path, readFileSync(path, 'utf8') + text);

const CHAIN = { 8095: 8096, 8096: 8097 };
const SWAP = { 8080: 8081, 8081: 8080 };

describe('a mapping without a chain', () => {
  test('always goes: a second run finds nothing', async () => {
    const service = await makeService('FROM a\nEXPOSE 8095\n');
    expect((await move(service, mapping({ 8095: 8096 }))).kind).toBe('go');
    expect((await move(service, mapping({ 8095: 8096 }))).kind).toBe('go');
    append(service, 'EXPOSE 9000\n');
    expect((await move(service, mapping({ 8095: 8096 }))).kind).toBe('go');
    expect(ports(service)).toEqual(['8096', '9000']);
    expect((await readRuns(service.journal)).runs).toHaveLength(1);
  });

  test('does not read the journal at all', async () => {
    const service = await makeService('FROM a\nEXPOSE 8095\n');
    await move(service, mapping({ 8095: 8096 }));
    const [run] = (await readRuns(service.journal)).runs;
    writeFileSync(join(service.journal.directory, 'runs', run?.id ?? '', 'files.jsonl'), 'broken');
    expect((await move(service, mapping({ 8096: 8095 }))).kind).toBe('go');
  });

  test('may go on from where the last one ended', async () => {
    const service = await makeService('FROM a\nEXPOSE 8095\n');
    await move(service, mapping({ 8095: 8096 }));
    expect((await move(service, mapping({ 8096: 8097 }))).kind).toBe('go');
    expect(ports(service)).toEqual(['8097']);
  });
});

describe.each([
  ['a chain', CHAIN, 'FROM a\nEXPOSE 8095 8096\n', ['8096', '8097']],
  ['a chain of which the file has only the beginning', CHAIN, 'FROM a\nEXPOSE 8095\n', ['8096']],
  ['a swap', SWAP, 'FROM a\nEXPOSE 8080 8081\n', ['8081', '8080']],
  ['half of a swap', SWAP, 'FROM a\nEXPOSE 8080\n', ['8081']],
])('%s', (_, entries, content, moved) => {
  test('moves once: a second run skips the file, and says when it was moved', async () => {
    const service = await makeService(content);
    expect(await move(service, mapping(entries))).toEqual({ kind: 'go' });
    expect(ports(service)).toEqual(moved);
    const again = await move(service, mapping(entries));
    const [run] = (await readRuns(service.journal)).runs;
    expect(again).toMatchObject({
      kind: 'skip',
      diagnostic: {
        code: 'already-moved',
        severity: 'info',
        file: 'web/Dockerfile',
        message: expect.stringContaining(run?.id ?? '?'),
      },
    });
    expect(ports(service)).toEqual(moved);
    expect((await readRuns(service.journal)).runs).toHaveLength(1);
  });

  test('is refused on a file that was moved and then edited', async () => {
    const service = await makeService(content);
    await move(service, mapping(entries));
    append(service, '# mine\n');
    const refused = await move(service, mapping(entries));
    expect(refused).toMatchObject({
      kind: 'refuse',
      diagnostic: { code: 'moved-before', severity: 'error', file: 'web/Dockerfile' },
    });
    expect(ports(service)).toEqual(moved);
  });

  test('goes again after undo, and after the old content was brought back', async () => {
    const service = await makeService(content);
    await move(service, mapping(entries));
    const [run] = (await readRuns(service.journal)).runs;
    if (run !== undefined) await undoRun(service.journal, run);
    expect((await move(service, mapping(entries))).kind).toBe('go');
    expect(ports(service)).toEqual(moved);
    writeFileSync(service.path, content);
    expect((await move(service, mapping(entries))).kind).toBe('go');
    expect(ports(service)).toEqual(moved);
    expect((await move(service, mapping(entries))).kind).toBe('skip');
    expect(ports(service)).toEqual(moved);
  });

  test('goes on another file', async () => {
    const service = await makeService(content);
    await move(service, mapping(entries));
    const other = { ...service, path: `${service.path}.other` };
    writeFileSync(other.path, content);
    expect((await move(other, mapping(entries))).kind).toBe('go');
    expect(ports(other)).toEqual(moved);
  });

  test('goes on a file that was put back and then edited, with a journal that knows nothing', async () => {
    const service = await makeService(content);
    await move(service, mapping(entries));
    writeFileSync(service.path, `${content}# mine\n`);
    expect((await move(service, mapping(entries))).kind).toBe('refuse');
    const journal = await openJournal({ cwd: service.journal.root, directory: 'new' });
    expect((await move({ ...service, journal }, mapping(entries))).kind).toBe('go');
    expect(ports(service)).toEqual(moved);
  });
});

test('what is new in the mapping moves, while the chain is skipped', async () => {
  const service = await makeService('FROM a\nEXPOSE 8095 8096 9000\n');
  await move(service, mapping(CHAIN));
  expect((await move(service, mapping({ ...CHAIN, 9000: 9100 }))).kind).toBe('skip');
  expect(ports(service)).toEqual(['8096', '8097', '9100']);
  expect((await move(service, mapping({ ...CHAIN, 9000: 9100 }))).kind).toBe('skip');
  expect(ports(service)).toEqual(['8096', '8097', '9100']);
});

test('an entry that makes a chain of an earlier one does not move its result again', async () => {
  const service = await makeService('FROM a\nEXPOSE 8095\n');
  await move(service, mapping({ 8095: 8096 }));
  const [run] = (await readRuns(service.journal)).runs;
  const refused = await move(service, mapping(CHAIN));
  expect(refused).toMatchObject({
    kind: 'refuse',
    diagnostic: { hint: expect.stringContaining(`reberth undo ${run?.id}`) },
  });
  expect(ports(service)).toEqual(['8096']);
});

test('of two runs, the latest moment that the file had this content counts', async () => {
  const service = await makeService('FROM a\nEXPOSE 8080\n');
  await move(service, mapping({ 8080: 8081 }));
  await move(service, mapping({ 8081: 8080 }));
  expect((await move(service, mapping(SWAP))).kind).toBe('skip');
  expect(ports(service)).toEqual(['8080']);
});

test('a chain across two containers is none: each has ports of its own', async () => {
  const service = await makeService('FROM a\nENV PEER_URL=http://peer:8095\nEXPOSE 8096\n');
  const moves = (): FileMoves => mapping({ 8096: 8097 }, { peer: { 8095: 8096 } });
  expect((await move(service, moves())).kind).toBe('go');
  expect(ports(service)).toEqual(['8096', '8097']);
  append(service, '# mine\n');
  expect((await move(service, moves())).kind).toBe('go');
  expect(ports(service)).toEqual(['8096', '8097']);
});

test('a chain of another container’s ports is one', async () => {
  const service = await makeService('FROM a\nENV PEER_URL=http://Peer:8095\nEXPOSE 80\n');
  const moves = (): FileMoves => mapping({}, { peer: CHAIN, Peer: CHAIN });
  expect((await move(service, moves())).kind).toBe('go');
  expect((await move(service, moves())).kind).toBe('skip');
  expect(ports(service)).toEqual(['8096', '80']);
});

test('a chain needs one protocol', async () => {
  const service = await makeService('FROM a\nEXPOSE 53/tcp 54/udp\n');
  const moves = (): FileMoves => ({
    moves: [
      { from: 53, to: 54, protocol: 'tcp', entry: '53/tcp', place: {} },
      { from: 54, to: 55, protocol: 'udp', entry: '54/udp', place: {} },
    ],
    movesOfHost: () => undefined,
  });
  await move(service, moves());
  append(service, '# mine\n');
  expect((await move(service, moves())).kind).toBe('go');
  expect(ports(service)).toEqual(['54', '55']);
});

test('the journal has the entries that moved a file, and those that would move it again', async () => {
  const service = await makeService('FROM a\nENV PEER_URL=http://peer:7000\nEXPOSE 8095\nENV PORT=8095\n');
  await move(service, mapping(CHAIN, { peer: { 7000: 7001 } }));
  const [run] = (await readRuns(service.journal)).runs;
  const files = run === undefined ? [] : await readFiles(service.journal, run);
  expect(files[0]?.moves).toEqual([
    { host: 'peer', from: 7000, to: 7001, edits: 1 },
    { service: 'web', from: 8095, to: 8096, edits: 2 },
    { from: 8096, to: 8097, edits: 0 },
  ]);
});
