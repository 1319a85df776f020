import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clients } from '../../src/knowledge/clients.ts';
import { interpreters } from '../../src/knowledge/interpreters.ts';
import type { Program } from '../../src/knowledge/program.ts';
import { servers } from '../../src/knowledge/servers.ts';
import { type Wrapper, wrappers } from '../../src/knowledge/wrappers.ts';

const knowledge = join(import.meta.dirname, '../../src/knowledge');

type Row = Program & Partial<Pick<Wrapper, 'commandFlags' | 'moduleFlags'>>;

function labelled<T extends Pick<Row, 'names' | 'subcommands'>>(rows: readonly T[]): [string, T][] {
  return rows.map((row) => [[row.names[0], ...(row.subcommands ?? [])].join(' '), row]);
}

/** The lists of a row that each say something else of a flag. */
function flagLists(row: Row): readonly (readonly string[])[] {
  const { ports, addresses, peers, hosts, others, settings, commandFlags, moduleFlags } = row;
  return [ports, addresses, peers, hosts, others, settings?.flags, commandFlags, moduleFlags].map((list) => list ?? []);
}

describe.each([
  ['servers', servers],
  ['clients', clients],
  ['wrappers', wrappers],
] as const)('the table of %s', (table, rows) => {
  describe.each(labelled<Row>(rows))('%s', (_, row) => {
    test('every flag starts with a dash and is a flag', () => {
      const wrong = [...flagLists(row).flat(), ...(row.requires ?? [])].filter(
        (flag) => !/^(?:--?[A-Za-z0-9][\w.*-]*=?|@=)$/.test(flag),
      );
      expect(wrong).toEqual([]);
    });

    test('a flag says one thing', () => {
      const flags = flagLists(row)
        .flat()
        .map((flag) => flag.replace(/=$/, ''));
      expect(flags.filter((flag, i) => flags.indexOf(flag) !== i)).toEqual([]);
    });

    test('has a source, a port that can be, and names', () => {
      expect(row.source).toMatch(/^https:\/\/[^/\s]+\.[^/\s]+(?:\/\S*)?$/);
      if (row.defaultPort !== undefined) expect(row.defaultPort).toBeGreaterThan(0);
      if (row.defaultPort !== undefined) expect(row.defaultPort).toBeLessThan(65536);
      expect(row.names.length).toBeGreaterThan(0);
      expect(new Set(row.names).size).toBe(row.names.length);
      for (const name of row.names) expect(name).toMatch(/^\*?[\w][\w.+-]*$|^\*[_-][\w]+$/);
    });

    test('a port argument says where the port goes, and what it was', () => {
      if (row.portArgument === undefined) return;
      expect(row.portArgument.split('{port}')).toHaveLength(2);
      expect(row.defaultPort).toBeDefined();
    });

    test('names in settings are no flags', () => {
      const { ports = [], addresses = [], peers = [] } = row.settings ?? {};
      for (const name of [...ports, ...addresses, ...peers]) {
        expect(name).toMatch(/^\w[\w.]*$/);
      }
    });
  });

  test('no program stands twice with the same subcommand and the same condition', () => {
    const seen = new Map<string, number>();
    for (const row of rows) {
      for (const name of row.names) {
        for (const subcommand of row.subcommands ?? ['']) {
          const key = [name, subcommand, ...(row.requires ?? [])].join(' ');
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }
    }
    expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
  });

  test('has enough rows', () => {
    const least = { servers: 250, clients: 60, wrappers: 80 };
    expect(rows.length).toBeGreaterThanOrEqual(least[table]);
  });
});

describe('the table of interpreters', () => {
  test.each(labelled(interpreters))('%s', (_, row) => {
    expect(row.source).toMatch(/^https:\/\//);
    const flags = [...row.codeFlags, ...row.valueFlags, ...(row.moduleFlag === undefined ? [] : [row.moduleFlag])];
    const dash = row.language === 'cmd' || row.language === 'powershell' ? /^[-/]\w/ : /^--?\w[\w.-]*=?$/;
    for (const flag of flags) expect(flag).toMatch(dash);
    expect(new Set(flags).size).toBe(flags.length);
    for (const flag of row.addresses ?? []) expect(flags).not.toContain(flag);
  });

  test('no name stands twice for the same subcommand', () => {
    const keys = interpreters.flatMap((row) =>
      row.names.flatMap((name) => (row.subcommands ?? ['']).map((subcommand) => `${name} ${subcommand}`)),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

const rooms = ['clients', 'images', 'servers', 'wrappers'].flatMap((room) =>
  readdirSync(join(knowledge, room)).map((file) => [`${room}/${file}`] as const),
);

test.each(rooms)('%s is sorted', async (file) => {
  const module: Record<string, unknown> = await import(join(knowledge, file));
  for (const table of Object.values(module)) {
    if (!Array.isArray(table)) continue;
    const keys = table.map(
      (row: Program) => `${row.names[0]?.replace('*', '').toLowerCase()} ${row.subcommands?.[0] ?? ''}`,
    );
    expect(keys).toEqual([...keys].sort());
  }
});

test('what waits for a port or starts a program is no client', () => {
  const names = new Set(wrappers.filter((row) => row.separator !== 'arguments').flatMap((row) => row.names));
  expect(clients.flatMap((row) => row.names).filter((name) => names.has(name))).toEqual([]);
});
