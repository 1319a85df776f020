import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { encode } from '../src/files/encoding.ts';
import { unifiedDiff } from '../src/report/diff.ts';
import { dockerfiles, FREE_PORTS } from './support/dockerfiles.ts';
import { plan } from './support/plan.ts';

/** The file behind the move; what went wrong where it was refused. */
function moved(text: string, ports: Readonly<Record<string, number>>): string {
  const { after, diagnostics } = plan(text, { ports });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? after : errors.map(({ message }) => message).join('\n');
}

const targets = fc.uniqueArray(fc.constantFrom(...FREE_PORTS), { minLength: 2, maxLength: 2 });

describe('a Dockerfile that knows where its ports are', () => {
  test('changes exactly there, and every number that is something else stays', () => {
    fc.assert(
      fc.property(dockerfiles, targets, (file, [a = 1, b = 2]) => {
        const [first, second] = file.ports;
        const before = file.with(file.ports);
        expect(moved(before, { [first]: a })).toBe(file.with([a, second]));
        expect(moved(before, { [first]: a, [second]: b })).toBe(file.with([a, b]));
      }),
      { numRuns: 600 },
    );
  });

  test('has no number equal to a moved port that is passed over in silence', () => {
    fc.assert(
      fc.property(dockerfiles, targets, (file, [a = 1]) => {
        const [first] = file.ports;
        const before = file.with(file.ports);
        const { edits, review, leftAlone } = plan(before, { ports: { [first]: a } });
        const told = new Set([...edits, ...review, ...leftAlone].map(({ span }) => span.start));
        for (const { 0: digits, index } of before.matchAll(/\d+/g))
          if (digits === String(first)) expect([index, told.has(index)]).toEqual([index, true]);
      }),
      { numRuns: 300 },
    );
  });

  test('is itself again when it moves there and back', () => {
    fc.assert(
      fc.property(dockerfiles, targets, (file, [a = 1, b = 2]) => {
        const [first, second] = file.ports;
        const before = file.with(file.ports);
        expect(moved(moved(before, { [first]: a, [second]: b }), { [a]: first, [b]: second })).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  test('moves once, however often the mapping is applied', () => {
    fc.assert(
      fc.property(dockerfiles, targets, (file, [a = 1]) => {
        const once = moved(file.with(file.ports), { [file.ports[0]]: a });
        expect(moved(once, { [file.ports[0]]: a })).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test('moves along a chain in one step each', () => {
    fc.assert(
      fc.property(dockerfiles, targets, (file, [a = 1]) => {
        const [first, second] = file.ports;
        expect(moved(file.with(file.ports), { [first]: second, [second]: a })).toBe(file.with([second, a]));
      }),
      { numRuns: 200 },
    );
  });

  test('swaps its ports, and swaps them back', () => {
    fc.assert(
      fc.property(dockerfiles, (file) => {
        const [first, second] = file.ports;
        const swap = { [first]: second, [second]: first };
        const swapped = moved(file.with(file.ports), swap);
        expect(swapped).toBe(file.with([second, first]));
        expect(moved(swapped, swap)).toBe(file.with(file.ports));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the diff of a dry run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reberth-properties-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is one that git applies, byte for byte', () => {
    const file = join(folder, 'Dockerfile');
    fc.assert(
      fc.property(dockerfiles, targets, fc.nat(3), (generated, [a = 1, b = 2], context) => {
        const [first, second] = generated.ports;
        const { before, after } = plan(generated.with(generated.ports), { ports: { [first]: a, [second]: b } });
        writeFileSync(file, encode(before));
        const diff = unifiedDiff({ path: 'Dockerfile', before, after }, context);
        execFileSync('git', ['apply', '--whitespace=nowarn', ...(context === 0 ? ['--unidiff-zero'] : [])], {
          cwd: folder,
          input: diff,
        });
        expect(readFileSync(file).equals(encode(after))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});
