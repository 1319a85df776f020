import { checkFleet } from '../../src/check/verdict.ts';
import { changedFile } from '../../src/report/changed-lines.ts';
import { documentMarkdown, reportMarkdown } from '../../src/report/markdown.ts';
import { planDockerfile } from '../../src/run/plan-dockerfile.ts';
import { file, fleet, move, reserve, service, usual } from '../check/fleet.ts';

const staking = file('tron/Dockerfile.trx-staking', 'FROM a', '  ENV SERVICE_PORT=8095', 'EXPOSE 8095/tcp 9095');
const plan = (...files: (typeof staking)[]) =>
  fleet(
    [
      service('trx-staking', [{ port: 8096, from: 8095 }], files),
      service('tron', [8091], [usual('tron/Dockerfile', 8091)]),
    ],
    {
      reserved: [reserve(8095, 'node-management')],
    },
  );
const before = checkFleet(plan(staking));
const moves = { moves: [move(8095, 8096)], movesOfHost: () => undefined };
const options = { certainty: 'probable', comments: true, splitRanges: false } as const;
const planned = planDockerfile(staking.path, staking.dockerfile.text, moves, options);

function section(markdown: string, heading: string): string[] {
  const [, text = ''] = markdown.split(`\n## ${heading}\n`);
  return (text.split('\n## ')[0] ?? '').split('\n').filter((line) => line !== '');
}

test('a check: what is wrong, with whom it conflicts, and how every service stands', () => {
  const text = reportMarkdown({ before });
  expect(text.split('\n').slice(0, 3)).toEqual([
    '# Port check',
    '',
    'Checked 2 services in 2 Dockerfiles: 1 ok, 1 drift, 1 conflict.',
  ]);
  expect(section(text, 'Issues found')).toEqual([
    '| Service | Verdict | Where | Current | Required | Conflicts with | What |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    '| trx-staking | **drift** | `tron/Dockerfile.trx-staking` lines 2, 3 | 8095 | 8096 | node-management | is on 8095, and is to be on 8096 (plan.yaml:3:5) |',
    '| trx-staking | **conflict** | `tron/Dockerfile.trx-staking` line 3 | 8095 | - | node-management | is on 8095, which is reserved for node-management (plan.yaml:9:3) |',
  ]);
  expect(section(text, 'Verification')).toEqual([
    '| Service | Assigned | Found | Verdict | Dockerfile |',
    '| --- | --- | --- | --- | --- |',
    '| trx-staking | 8096 | 8095, 9095 | **drift**, **conflict** | `tron/Dockerfile.trx-staking` |',
    '| tron | 8091 | 8091 | **ok** | `tron/Dockerfile` |',
    'Reserved: 8095 (node-management)',
  ]);
  expect(section(text, 'Left for review')).toEqual(['Nothing.']);
  expect(text).not.toContain('## Changes');
});

test('a run: every changed line before and after, the verification of the new text, and the totals', () => {
  const after = checkFleet(plan(file(staking.path, ...planned.after.trimEnd().split('\n'))));
  const changes = { written: true, files: [changedFile({ ...planned, services: ['trx-staking'] })] };
  const text = reportMarkdown({ before, after, changes });
  expect(text).toContain('\nChanged 1 Dockerfile in 2 places.\n\nNow, **everything is as it should be.**\n');
  expect(section(text, 'Changes applied')).toEqual([
    '### `tron/Dockerfile.trx-staking` (trx-staking)',
    '| Line | Ports | Before | After |',
    '| --- | --- | --- | --- |',
    '| 2 | 8095 → 8096 | `ENV SERVICE_PORT=8095` | `ENV SERVICE_PORT=8096` |',
    '| 3 | 8095 → 8096 | `EXPOSE 8095/tcp 9095` | `EXPOSE 8096/tcp 9095` |',
  ]);
  expect(section(text, 'Verification')[2]).toBe(
    '| trx-staking | 8096 | 8096, 9095 | **ok** | `tron/Dockerfile.trx-staking` |',
  );
  expect(section(text, 'Totals').slice(2)).toEqual([
    '| Services | 2 | 2 |',
    '| Dockerfiles | 2 | 2 |',
    '| ok | 1 | 2 |',
    '| drift | 1 | 0 |',
    '| inconsistent | 0 | 0 |',
    '| conflict | 1 | 0 |',
    '| missing | 0 | 0 |',
    '| for review | 0 | 0 |',
    '| Dockerfiles changed |  | 1 |',
    '| places changed |  | 2 |',
  ]);
});

test('a dry run says that nothing was written, a refused one that it was refused', () => {
  const files = [changedFile(planned)];
  expect(reportMarkdown({ before, changes: { written: false, files } })).toContain(
    'Would change 1 Dockerfile in 2 places. Nothing was written.',
  );
  const refusal = {
    code: 'port-conflict',
    severity: 'error',
    message: 'no',
    file: 'plan.yaml',
    line: 4,
    column: 2,
    hint: null,
  } as const;
  const text = reportMarkdown({ before, changes: { written: false, files: [], diagnostics: [refusal] } });
  expect(text).toContain('The run was refused because of errors, and nothing was written.');
  expect(section(text, 'Changes refused')).toEqual(['None.']);
  expect(section(text, 'Notes')).toEqual(['- error in `plan.yaml:4`: no']);
});

test('what is left for review is listed once', () => {
  const item = {
    file: 'Dockerfile',
    line: 3,
    column: 1,
    port: 6379,
    code: 'implicit-port',
    reason: 'it pings',
    hint: 'add -p',
  };
  const changes = { written: true, files: [], review: [item, item] };
  expect(section(reportMarkdown({ before, changes }), 'Left for review').slice(2)).toEqual([
    '| `Dockerfile:3:1` | 6379 | it pings | add -p |',
  ]);
});

test('no text becomes markup, and no cell ends early', () => {
  const text = documentMarkdown({
    title: '# *a* <b> | _c_',
    lead: [['- no [list](x)'], ['1. none']],
    sections: [
      {
        heading: 'x',
        blocks: [
          {
            kind: 'table',
            head: ['a|b'],
            rows: [
              [[{ as: 'code', text: 'x | `y` `` \x1b[31m\n' }]],
              [[{ as: 'bad', text: '**|**' }]],
              [[{ as: 'code', text: '' }]],
            ],
          },
        ],
      },
    ],
  });
  expect(text).toBe(`# \\# \\*a\\* \\<b\\> \\| \\_c\\_

\\- no \\[list\\](x)

1\\. none

## x

| a\\|b |
| --- |
| \`\`\`x \\| \`y\` \`\` \\x1b[31m\\n\`\`\` |
| **\\*\\*\\|\\*\\*** |
|  |
`);
});

test('long lines are shortened around the change', () => {
  const words = Array.from({ length: 100 }, (_, i) => `A${i}=${i}`).join(' ');
  const long = planDockerfile('Dockerfile', `FROM a\nENV ${words} PORT=8095 ${words}\n`, moves, options);
  const [line] = changedFile(long).lines;
  expect(line?.before).toContain('PORT=8095');
  expect(line?.after).toContain('PORT=8096');
  expect(line?.before).toMatch(/^….{160}…$/);
});
