import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetOf } from '../../src/check/from-mapping.ts';
import type { CheckedFile } from '../../src/check/types.ts';
import { checkFleet, isClean } from '../../src/check/verdict.ts';
import { DiagnosticError } from '../../src/diagnostic.ts';
import { mappingFromArguments } from '../../src/mapping/inline.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { findPorts } from '../../src/run/plan-dockerfile.ts';
import { planRun, type RunPlan } from '../../src/run/run.ts';

const root = join(import.meta.dirname, '..', '..', '__fixtures__');

interface Applied {
  readonly name: string;
  readonly mapping: Mapping;
  readonly plan: RunPlan;
}

/** What the case gives to `apply`, read from its arguments; undefined for a case of another kind. */
function readCase(name: string): { mapping: Mapping; paths: string[]; splitRanges: boolean } | undefined {
  const folder = join(root, name);
  const list = join(folder, 'arguments.txt');
  const words = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : ['.', '--map', 'ports.yaml'];
  const paths: string[] = [];
  const ports: string[] = [];
  let map: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--port') ports.push(words.shift() ?? '');
    else if (word === '--map') map = words.shift() ?? '';
    else if (word === '--split-ranges' || word === '--no-comments' || word === '--strict') continue;
    else if (word.startsWith('-')) return undefined;
    else paths.push(word);
  }
  try {
    const own =
      map === undefined ? undefined : parseMapping(readFileSync(join(folder, map), 'utf8'), join(folder, map));
    return { mapping: own ?? mappingFromArguments(ports), paths, splitRanges: true };
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

async function apply(name: string): Promise<Applied | undefined> {
  const read = readCase(name);
  if (read === undefined) return undefined;
  const options = { include: [], exclude: [], noIgnore: false, certainty: 'probable', comments: true } as const;
  try {
    const plan = await planRun({ ...options, ...read, cwd: join(root, name) });
    const problems = [...plan.diagnostics, ...plan.files.flatMap(({ diagnostics }) => diagnostics)];
    return problems.some(({ severity }) => severity === 'error') ? undefined : { name, mapping: read.mapping, plan };
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

function check({ mapping, plan }: Applied, text: 'before' | 'after'): ReturnType<typeof checkFleet> {
  const files = new Map(plan.files.map((one): [typeof one, CheckedFile] => [one, findPorts(one.path, one[text])]));
  const others = plan.files.filter(({ services }) => services.length === 0);
  const of = (name: string): CheckedFile[] =>
    [...files].filter(([{ services }]) => services.includes(name)).map(([, file]) => file);
  return checkFleet(
    fleetOf(
      mapping,
      ({ name }) => ({ files: of(name) }),
      others.map((one) => files.get(one)).filter((file) => file !== undefined),
    ),
  );
}

const applied = (await Promise.all(readdirSync(root).map(apply))).filter((found) => found !== undefined);

test('most fixtures can be applied', () => {
  expect(applied.length).toBeGreaterThan(80);
});

describe('what apply has written is what check wants', () => {
  test.each(applied.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { services } = check(one, 'after');
    const before = check(one, 'before').services.flatMap(({ problems }) => problems);
    // What is wrong with a Dockerfile beside the plan is still wrong.
    const unrelated = before.filter(({ plan }) => plan === null).map(({ verdict }) => verdict);
    // Apply warns of entries that fit nothing, and cannot do more about them.
    if (one.plan.diagnostics.some(({ code }) => code === 'unmatched-entry')) unrelated.push('missing');
    const left = services.flatMap(({ problems }) => problems.filter(({ verdict }) => !unrelated.includes(verdict)));
    expect(left).toEqual([]);
  });

  test('and wherever apply has changed something, check had found something', () => {
    const blind = applied.filter(
      (one) => one.plan.files.some(({ before, after }) => before !== after) && isClean(check(one, 'before')),
    );
    // Two ports that change places look the same before and after.
    expect(blind.map(({ name }) => name)).toEqual(['swap-in-one-run']);
  });
});
