import { colorsFor } from '../../src/report/color.ts';
import { scanCsv, scanMarkdown, scanText } from '../../src/report/scan-text.ts';
import { scanFiles } from '../../src/scan/scan.ts';
import { file, usual } from '../check/fleet.ts';

const options = { verbosity: 'normal', colors: colorsFor({ choice: 'never', env: {}, isTTY: false }) } as const;
const app = file(
  'app/Dockerfile',
  'FROM a AS build',
  'ENV DB_URL=postgres://db:5432/x',
  'FROM b',
  'EXPOSE 8000-8010 53/udp',
  'HEALTHCHECK CMD curl http://localhost/',
);

test('every port with what is known of it: ranges once, implied ports, the ports of other hosts', () => {
  const [scanned] = scanFiles([app], 'probable').files;
  expect(scanned).toMatchObject({ path: 'app/Dockerfile', service: 'app' });
  const short = scanned?.ports.map(({ line, column, port, last, implicit, protocol, role, certainty, stage, host }) => [
    line,
    column,
    port,
    last,
    implicit,
    protocol,
    role,
    certainty,
    stage,
    host,
  ]);
  expect(short).toEqual([
    [2, 26, 5432, null, false, null, 'env', 'exact', 'build', 'db'],
    [4, 8, 8000, 8010, false, 'tcp', 'expose', 'exact', '1', null],
    [4, 18, 53, null, false, 'udp', 'expose', 'exact', '1', null],
    [5, 38, 80, null, true, null, 'healthcheck', 'exact', '1', null],
  ]);
});

test('only what is certain enough is listed', () => {
  const one = file('Dockerfile', 'FROM a', 'ENV SERVICE_PORT=8095', 'EXPOSE 8095');
  const counts = (['exact', 'probable'] as const).map((certainty) => scanFiles([one], certainty).summary.ports);
  expect(counts).toEqual([1, 2]);
});

test('the terminal shows a table for each Dockerfile, what is shared, and the totals', () => {
  const result = scanFiles(
    [app, usual('b/Dockerfile', 80), usual('c/Dockerfile', 80), file('d/Dockerfile', 'FROM a')],
    'probable',
  );
  expect(scanText(result, options)).toBe(`app/Dockerfile (app)
  LINE  PORT          PROTOCOL  ROLE         CERTAINTY  INSTRUCTION  STAGE
  2:26  5432 of db    -         env          exact      ENV          build
  4:8   8000-8010     tcp       expose       exact      EXPOSE       1
  4:18  53            udp       expose       exact      EXPOSE       1
  5:38  80 (implied)  -         healthcheck  exact      HEALTHCHECK  1

b/Dockerfile (b)
  LINE  PORT          PROTOCOL  ROLE         CERTAINTY  INSTRUCTION  STAGE
  2:18  80            -         env          probable   ENV          0
  3:8   80            tcp       expose       exact      EXPOSE       0
  4:42  80            -         healthcheck  exact      HEALTHCHECK  0
  5:40  80            -         listen       exact      CMD          0

c/Dockerfile (c)
  LINE  PORT          PROTOCOL  ROLE         CERTAINTY  INSTRUCTION  STAGE
  2:18  80            -         env          probable   ENV          0
  3:8   80            tcp       expose       exact      EXPOSE       0
  4:42  80            -         healthcheck  exact      HEALTHCHECK  0
  5:40  80            -         listen       exact      CMD          0

Ports of several Dockerfiles
  80  app/Dockerfile:5, b/Dockerfile:2, c/Dockerfile:2

12 ports in 3 of 4 Dockerfiles.
`);
  expect(scanText(result, { ...options, verbosity: 'verbose' })).toContain('the variable SERVICE_PORT says port\n');
});

test('CSV has a row for each port', () => {
  expect(
    scanCsv(scanFiles([app], 'probable'))
      .split('\r\n')
      .slice(0, 4),
  ).toEqual([
    'file,line,column,service,stage,port,last,implied,protocol,role,certainty,instruction,host,reason',
    expect.stringMatching(/^app\/Dockerfile,2,26,app,build,5432,,,,env,exact,ENV,db,/),
    'app/Dockerfile,4,8,app,1,8000,8010,,tcp,expose,exact,EXPOSE,,EXPOSE',
    'app/Dockerfile,4,18,app,1,53,,,udp,expose,exact,EXPOSE,,EXPOSE',
  ]);
});

test('Markdown has a section for each Dockerfile with ports', () => {
  const text = scanMarkdown(scanFiles([app, file('d/Dockerfile', 'FROM a')], 'probable'));
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual(['# Ports', '## app/Dockerfile (app)']);
  expect(text).toContain('| 4 | 8000-8010 | tcp | expose | exact | EXPOSE | 1 | EXPOSE |\n');
});
