import { colorsFor } from '../../src/report/color.ts';
import { summaryLine, summaryTotals } from '../../src/report/summary.ts';
import { edit, file, review, summary } from './samples.ts';

const plain = colorsFor({ choice: 'never', env: {}, isTTY: false });

test('a file is one line: its moves with their roles, and what needs a look', () => {
  const diagnostic = {
    code: 'x',
    severity: 'warning',
    message: 'x',
    file: null,
    line: 1,
    column: 1,
    hint: null,
  } as const;
  const shown = file({
    path: 'a\nb/Dockerfile',
    edits: [edit(), edit({ role: 'expose' }), edit({ from: 9000, to: 9100, role: 'expose' }), edit({ role: 'env' })],
    review: [review()],
    diagnostics: [diagnostic, { ...diagnostic, severity: 'error' }, { ...diagnostic, severity: 'error' }],
  });
  expect(summaryLine(shown, plain)).toBe(
    'a\\nb/Dockerfile: 4 edits: 8095 → 8096 (env, expose), 9000 → 9100 (expose); 1 item for review; 1 warning; 2 errors\n',
  );
});

test('a file with nothing to say is left out', () => {
  expect(summaryLine(file(), plain)).toBe('');
});

test('the totals stand behind the entries of the mapping', () => {
  const entry = { service: 'gateway', from: 8095, to: 8096, protocol: null, files: 1, edits: 4, review: 1 };
  const entries = [
    entry,
    { ...entry, service: null, from: 53, to: 5353, protocol: 'udp', files: 0, edits: 0, review: 0 } as const,
  ];
  expect(summaryTotals(summary({ filesChanged: 1, edits: 4, review: 1, entries }), plain)).toBe(
    [
      'gateway: 8095 → 8096: 4 edits in 1 file, 1 item for review',
      'ports: 53/udp → 5353/udp: matches nothing',
      'Would change 1 of 12 files: 4 edits, 1 item for review. Dry run: nothing was written.',
      '',
    ].join('\n'),
  );
});
