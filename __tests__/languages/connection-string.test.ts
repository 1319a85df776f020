// biome-ignore-all lint/suspicious/noTemplateCurlyInString: values are written with such expansions
import { findConnectionString, readConnectionString, readListedPorts } from '../../src/languages/connection-string.ts';
import { findIn, inShort } from './code-findings.ts';

const PLACE = { certainty: 'exact', reason: 'a test' } as const;

describe('ports in a list of settings', () => {
  test.each<readonly [text: string, ports: readonly string[]]>([
    ['Host=db;Port=5432;User Id=x', ['db:5432']],
    ['Port=5432;Host=db', ['db:5432']],
    ['mysql:host=db;port=3306;dbname=app', ['db:3306']],
    ['pgsql:port=5432;host=localhost', ['5432']],
    ['Server=db1;Uid=x;Port=3306', ['db1:3306']],
    ['Data Source=db1;Port=3306;', ['db1:3306']],
    ['host=db port=5432 dbname=app', ['db:5432']],
    ['hostaddr=10.0.0.5 port=5432', ['10.0.0.5:5432']],
    ['address=db1 port=8080', ['db1:8080']],
    ['host=localhost port=5432', ['5432']],
    ['Host=*;Port=5432', ['5432']],
    ['host=/var/run/postgresql port=5432', ['5432']],
    ['port=5432', ['5432']],
    ['socket,host=0,port=8997,tcpNoDelay=1', ['8997']],
    ['host=a port=1, host=b port=2', ['a:1', 'b:2']],
    ['(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521))', ['db:1521']],
    ['Server=db,1433;Database=x', ['db:1433']],
    ['Server=tcp:db.example.com,1433', ['db.example.com:1433']],
    ['Data Source=.,1433', ['1433']],
    ['host=db port=${PORT:-5432}', ['$PORT', 'db:5432']],
    ['viewport=1024 support=80', []],
    ['port=http', []],
    ['a=1', []],
  ])('%s', (text, ports) => {
    expect(inShort(findIn((value) => readListedPorts(value, PLACE), text))).toEqual(ports);
  });
});

describe('a connection string', () => {
  const whole = (text: string): string[] | undefined => {
    let isOne = true;
    const found = findIn((value) => {
      const read = readConnectionString(value, PLACE);
      isOne = read !== undefined;
      return read ?? [];
    }, text);
    return isOne ? inShort(found) : undefined;
  };

  test.each(['Host=db;Port=5432', '"host=db port=5432"', "host=db password='a b' port=5432", 'port=5432 host=db'])(
    'is settings and nothing else: %s',
    (text) => expect(whole(text)).toEqual(['db:5432']),
  );

  test.each(['connect to host=db port=5432', '--host=db --port=5432', 'host=db', 'db:5432', ''])('is not %j', (text) =>
    expect(whole(text)).toBeUndefined(),
  );

  test('needs a host in a text that may be anything', () => {
    const found = (text: string) => inShort(findIn((value) => findConnectionString(value, PLACE), text));
    expect(found('port=5432 dbname=x')).toEqual([]);
    expect(found('port=5432 host=db')).toEqual(['db:5432']);
  });

  test('is read in linear time', () => {
    const start = performance.now();
    for (const text of [
      'a'.repeat(50_000),
      'a '.repeat(50_000),
      'a='.repeat(50_000),
      'a b=c;'.repeat(20_000),
      '='.repeat(50_000),
    ])
      expect(whole(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
