import type { DiagnosticResult } from '../../src/diagnostic.ts';
import { colorsFor } from '../../src/report/color.ts';
import {
  type ReportedFile,
  reportDiagnostics,
  reportFile,
  reportTotals,
  type Verbosity,
} from '../../src/report/terminal.ts';
import { edit, file, review, summary } from './samples.ts';

const plain = colorsFor({ choice: 'never', env: {}, isTTY: false });
const colors = colorsFor({ choice: 'always', env: {}, isTTY: false });

const collision: DiagnosticResult = {
  code: 'port-collision',
  severity: 'error',
  message: '8096 is already exposed',
  file: null,
  line: 9,
  column: 8,
  hint: 'Move it away in the same mapping.',
};
const noListener: DiagnosticResult = {
  ...collision,
  code: 'no-listener',
  severity: 'warning',
  message: 'nothing here sets the port',
  line: null,
  column: null,
  hint: null,
};

const reported: ReportedFile = {
  ...file({
    edits: [
      edit(),
      edit({ line: 12, column: 104, instruction: 'HEALTHCHECK', role: 'healthcheck' }),
      edit({
        line: 112,
        column: 8,
        instruction: 'CMD',
        role: 'listen',
        certainty: 'probable',
        reason: '--port of tool',
        protocol: 'udp',
      }),
    ],
    review: [review({ line: 3, column: 5, hint: 'Change BASE by hand.' })],
    diagnostics: [noListener, collision],
  }),
  leftAlone: [{ line: 30, column: 2, port: 8095, reason: '--timeout is no port' }],
};

function linesOf(shown: ReportedFile, verbosity: Verbosity): string[] {
  return reportFile(shown, { verbosity, colors: plain }).split('\n');
}

test('a file shows its edits in columns, what is for review, and its diagnostics', () => {
  expect(linesOf(reported, 'normal')).toEqual([
    'app/Dockerfile: 3 edits',
    '  7:18    ENV          8095 → 8096          env',
    '  12:104  HEALTHCHECK  8095 → 8096          healthcheck',
    '  112:8   CMD          8095/udp → 8096/udp  listen       probable: --port of tool',
    'app/Dockerfile:3:5: review[composed-port]: 8095 left as it is: composed of $BASE and 95',
    '  hint: Change BASE by hand.',
    'app/Dockerfile: warning[no-listener]: nothing here sets the port',
    'app/Dockerfile:9:8: error[port-collision]: 8096 is already exposed',
    '  hint: Move it away in the same mapping.',
    '',
  ]);
});

test('verbose adds every reason and what was left alone', () => {
  const lines = linesOf(reported, 'verbose');
  expect(lines).toContain('  7:18    ENV          8095 → 8096          env          exact: SERVICE_PORT names a port');
  expect(lines.slice(4, 6)).toEqual(['  left alone:', '  30:2  8095  --timeout is no port']);
});

test('what was left alone is shown for a file without edits, too', () => {
  const untouched = { ...file(), leftAlone: reported.leftAlone ?? [] };
  expect(linesOf(untouched, 'verbose')[0]).toBe('app/Dockerfile: 0 edits');
  expect(linesOf(untouched, 'normal')).toEqual(['']);
});

test('quiet shows errors alone', () => {
  expect(linesOf(reported, 'quiet')).toEqual([
    'app/Dockerfile:9:8: error[port-collision]: 8096 is already exposed',
    '  hint: Move it away in the same mapping.',
    '',
  ]);
  expect(reportTotals(summary(), { verbosity: 'quiet', colors: plain })).toBe('');
});

test('colour changes nothing of what is read', () => {
  const options = { verbosity: 'verbose', colors } as const;
  const shown = reportFile(reported, options);
  expect(shown).toContain(colors.red('error[port-collision]'));
  expect(shown).toContain(colors.yellow('warning[no-listener]'));
  expect(shown.replace(/\x1b\[\d+m/g, '')).toBe(reportFile(reported, { ...options, colors: plain }));
});

test('diagnostics of the run name their own file, or none', () => {
  const shown = reportDiagnostics([{ ...collision, file: 'ports.yaml' }, collision], {
    verbosity: 'normal',
    colors: plain,
  });
  expect(shown.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'ports.yaml:9:8: error[port-collision]: 8096 is already exposed',
    'error[port-collision]: 8096 is already exposed',
    '',
  ]);
});

test('nothing from a file reaches the terminal as a command, and no line of it passes for a message', () => {
  const path = 'x\x1b[2J\ny';
  const shown = reportFile(
    {
      ...file({
        path,
        edits: [edit({ certainty: 'probable', reason: 'flag \x1b[31m' })],
        review: [review({ reason: '\x9b1m', hint: 'a\x07' })],
        diagnostics: [{ ...collision, message: 'bad\nDockerfile:1:1: error[x]: no\x1b' }],
      }),
      leftAlone: [{ line: 1, column: 1, port: 1, reason: '\u202e' }],
    },
    { verbosity: 'verbose', colors: plain },
  );
  expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  expect(shown).toContain('x\\x1b[2J\\ny: 1 edit\n');
  expect(shown).toContain('error[port-collision]: bad\n    Dockerfile:1:1: error[x]: no\\x1b\n');
});

test.each([
  [
    { edits: 9, filesChanged: 2, review: 1, warnings: 2, errors: 1 },
    'Would change 2 of 12 files: 9 edits, 1 item for review, 2 warnings, 1 error. Dry run: nothing was written.',
  ],
  [{ edits: 1, filesChanged: 1, filesRead: 1 }, 'Would change 1 of 1 file: 1 edit. Dry run: nothing was written.'],
  [{ dryRun: false, edits: 9, filesChanged: 2, filesWritten: 2 }, 'Changed 2 of 12 files: 9 edits.'],
  [
    { dryRun: false, edits: 9, filesChanged: 2, errors: 1 },
    'Would change 2 of 12 files: 9 edits, 1 error. Nothing was written.',
  ],
  [
    { dryRun: false, edits: 9, filesChanged: 3, filesWritten: 1, errors: 1 },
    'Would change 3 of 12 files: 9 edits, 1 error. Only 1 file was written.',
  ],
  [
    { dryRun: false, edits: 9, filesChanged: 3, filesWritten: 2, errors: 1 },
    'Would change 3 of 12 files: 9 edits, 1 error. Only 2 files were written.',
  ],
  [{}, 'Nothing to change in 12 files.'],
  [{ filesRead: 1, review: 2 }, 'Nothing to change in 1 file: 2 items for review.'],
])('the totals of %j', (changes, sentence) => {
  expect(reportTotals(summary(changes), { verbosity: 'normal', colors: plain })).toBe(`${sentence}\n`);
});
