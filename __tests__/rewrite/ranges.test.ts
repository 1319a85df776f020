import fc from 'fast-check';
import { plan } from '../support/plan.ts';

/** `[from, to]` for each port of a range that moves by the same step. */
function shifted(first: number, last: number, by: number): Record<string, number> {
  const ports: Record<string, number> = {};
  for (let port = first; port <= last; port++) ports[port] = port + by;
  return ports;
}

/** The ports that EXPOSE lists in the first such line. */
function exposedIn(text: string): number[] {
  const words = /^EXPOSE (.*)$/m.exec(text)?.[1]?.split(' ') ?? [];
  return words.flatMap((word) => {
    const [first = 0, last = first] = word
      .replace(/\/\w+$/, '')
      .split('-')
      .map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

describe('a range of which all ports move by the same step', () => {
  test.each<readonly [before: string, after: string]>([
    ['EXPOSE 8000-8010', 'EXPOSE 9000-9010'],
    ['EXPOSE 8000-8010/udp', 'EXPOSE 9000-9010/udp'],
    ['EXPOSE 80 8000-8010 443', 'EXPOSE 80 9000-9010 443'],
  ])('%s', (before, after) => {
    const file = (line: string) => `FROM a\n${line}\n`;
    expect(plan(file(before), { ports: shifted(8000, 8010, 1000) }).after).toBe(file(after));
    expect(plan(file(before), { ports: shifted(7990, 8020, 1000) }).after).toBe(file(after));
  });

  test('in another place than EXPOSE, too', () => {
    const text = 'FROM a\nENV PASV_PORTS=8000-8010\n';
    expect(plan(text, { ports: shifted(8000, 8010, 1000) }).after).toBe('FROM a\nENV PASV_PORTS=9000-9010\n');
  });
});

describe('a range of which only a part moves', () => {
  const text = 'FROM a\nEXPOSE 8000-8010\n';

  test('is an error that names it, with the way out', () => {
    const { after, diagnostics, edits } = plan(text, { ports: { 8005: 9005 } });
    expect(after).toBe(text);
    expect(edits).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'range-split', severity: 'error', line: 2, column: 8 }]);
    expect(diagnostics[0]?.message).toContain('8000-8010');
    expect(diagnostics[0]?.hint).toContain('--split-ranges');
  });

  test.each<readonly [range: string, ports: Readonly<Record<string, number>>, parts: string]>([
    ['8000-8010', { 8005: 9005 }, '8000-8004 9005 8006-8010'],
    ['8000-8010', { 8000: 9000 }, '9000 8001-8010'],
    ['8000-8010', { 8010: 9010 }, '8000-8009 9010'],
    ['8000-8010', { 8004: 9004, 8005: 9005 }, '8000-8003 9004-9005 8006-8010'],
    ['8000-8002', { 8000: 9000, 8002: 9002 }, '9000 8001 9002'],
    ['8000-8001', { 8000: 8001, 8001: 8000 }, '8001 8000'],
    ['8000-8010/udp', { 8005: 9005 }, '8000-8004/udp 9005/udp 8006-8010/udp'],
    ['8000-8010', { 8005: 8011 }, '8000-8004 8011 8006-8010'],
  ])('%s is split where that was asked for: %j', (range, ports, parts) => {
    const { after, diagnostics } = plan(`FROM a\nEXPOSE 80 ${range} 443\n`, { ports, splitRanges: true });
    expect(after).toBe(`FROM a\nEXPOSE 80 ${parts} 443\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('cannot be split in a place that takes one range', () => {
    const other = 'FROM a\nENV PASV_PORTS=8000-8010\n';
    const { after, diagnostics } = plan(other, { ports: { 8005: 9005 }, splitRanges: true });
    expect(after).toBe(other);
    expect(diagnostics).toMatchObject([{ code: 'range-split', severity: 'error', line: 2 }]);
  });

  test('a move for another protocol does not touch it', () => {
    const { after, diagnostics } = plan(text, { ports: { '8005/udp': 9005 } });
    expect(after).toBe(text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a move onto a port of the range is a collision', () => {
    const { diagnostics } = plan('FROM a\nEXPOSE 80 8000-8010\n', { ports: { 80: 8005 } });
    expect(diagnostics.some(({ code }) => code === 'port-collision')).toBe(true);
  });
});

test('the parts of a split range are together exactly the ports of the range, moved', () => {
  const moved = fc.uniqueArray(fc.record({ at: fc.nat(11), to: fc.integer({ min: 20000, max: 20011 }) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ at }) => at,
  });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), moved, fc.constantFrom('', '/tcp', '/udp'), (length, list, suffix) => {
      const first = 8000;
      const last = first + length - 1;
      const targets = new Map<number, number>();
      for (const { at, to } of list) {
        if (at < length && ![...targets.values()].includes(to)) targets.set(first + at, to);
      }
      fc.pre(targets.size > 0);
      const text = `FROM a\nEXPOSE ${first}-${last}${suffix}\n`;
      const { after, diagnostics } = plan(text, { ports: Object.fromEntries(targets), splitRanges: true });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const expected = Array.from({ length }, (_, i) => targets.get(first + i) ?? first + i);
      expect(exposedIn(after).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
      for (const word of /^EXPOSE (.*)$/m.exec(after)?.[1]?.split(' ') ?? [])
        expect(word).toMatch(/^\d+(?:-\d+)?(?:\/\w+)?$/);
      expect(after.endsWith(`${suffix}\n`)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
