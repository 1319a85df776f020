import { calls } from '../../src/knowledge/calls.ts';
import { ENVIRONMENT } from '../../src/knowledge/environment-reads.ts';

describe('the table of calls', () => {
  test.each(calls.map((row) => [row.names.join(', '), row] as const))(
    '%s: has a source and arguments',
    (_names, row) => {
      expect(row.source).toMatch(/^https:\/\/\S+$/);
      expect(row.names.length).toBeGreaterThan(0);
      expect(row.arguments.length).toBeGreaterThan(0);
      expect(row.defaultPort === undefined).toBe(row.portArgument === undefined);
      expect(row.portArgument ?? '{port}').toContain('{port}');
    },
  );

  test('has each name of a language once', () => {
    const names = calls.flatMap((row) =>
      row.languages.flatMap((language) => row.names.map((name) => `${language} ${name}`)),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

test('every way to read the environment has a source', () => {
  for (const row of ENVIRONMENT) {
    expect(row.source).toMatch(/^https:\/\/\S+$/);
    expect(row.objects.length + row.functions.length).toBeGreaterThan(0);
  }
});
