import { DIRECTIVES, findDirective } from '../../src/knowledge/directives.ts';

describe('the table of directives', () => {
  test('has a source for every row', () => {
    expect(DIRECTIVES.length).toBeGreaterThanOrEqual(80);
    for (const { names, source } of DIRECTIVES) {
      expect(names.length).toBeGreaterThan(0);
      expect(() => new URL(source)).not.toThrow();
    }
  });

  test('says one thing of a name in one program', () => {
    const seen = DIRECTIVES.flatMap((row) => row.names.map((name) => `${row.in} ${name.toLowerCase()}`));
    expect(seen.filter((name, index) => seen.indexOf(name) !== index)).toEqual([]);
  });

  test('is asked without regard to case', () => {
    expect(findDirective('listen', 'apache')).toMatchObject({ in: 'apache', value: 'listen' });
    expect(findDirective('SOCKSPORT', 'tor')).toMatchObject({ in: 'tor' });
  });

  test('knows a telling name without its program, and a common word only with it', () => {
    expect(findDirective('UDPServerRun', undefined)).toMatchObject({ in: 'rsyslog' });
    expect(findDirective('accept', undefined)).toBeUndefined();
    expect(findDirective('accept', 'stunnel')).toMatchObject({ in: 'stunnel' });
  });

  test('does not decide where two programs disagree', () => {
    const values = new Set(DIRECTIVES.filter((row) => row.names.includes('bind-address')).map((row) => row.value));
    expect(values.size).toBeGreaterThan(1);
    expect(findDirective('bind-address', undefined)).toBeUndefined();
  });
});
