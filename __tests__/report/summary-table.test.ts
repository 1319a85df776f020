import { colorsFor } from '../../src/report/color.ts';
import { summaryTable } from '../../src/report/summary-table.ts';
import { plan } from '../support/plan.ts';

const colors = colorsFor({ choice: 'never', env: {}, isTTY: false });

test('one line for each port of a service', () => {
  const app = plan('FROM a\nENV PORT=8095\nEXPOSE 8095 53/udp\nRUN tool 8095\n', {
    ports: { 8095: 8096, '53/udp': 5353 },
  });
  const files = [
    { ...app, path: 'a/Dockerfile', services: ['app'] },
    { ...plan('FROM a\nEXPOSE 8095\n'), path: 'b/Dockerfile', services: ['b\x1b'] },
    { ...plan('FROM a\nEXPOSE 8095\n'), path: 'c/Dockerfile' },
    { ...plan('FROM a\nEXPOSE 8095\n'), path: 'd/Dockerfile' },
    { ...plan('FROM a\nEXPOSE 8095\n'), path: 'e/Dockerfile' },
    { ...plan('FROM a\nEXPOSE 80\n'), path: 'f/Dockerfile' },
  ];
  expect(summaryTable(files, colors).split('\n')).toEqual([
    'SERVICE           PORTS              EDITS  REVIEW  DOCKERFILES',
    'app               8095 → 8096        2      1       a/Dockerfile',
    'app               53/udp → 5353/udp  1      -       a/Dockerfile',
    'b\\x1b             8095 → 8096        1      -       b/Dockerfile',
    'every Dockerfile  8095 → 8096        3      -       c/Dockerfile, d/Dockerfile, and 1 more',
    '',
  ]);
});

test('nothing to say is nothing', () => {
  expect(summaryTable([plan('FROM a\n')], colors)).toBe('');
});
