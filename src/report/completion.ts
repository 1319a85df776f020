import type { CheckResult, CheckReview, ProblemResult, ServiceResult } from '../check/result.ts';
import type { DiagnosticResult } from '../diagnostic.ts';
import type { ChangedFile } from './changed-lines.ts';
import { checkTotals, portsText } from './check-words.ts';
import { code, type Mark, type ReportBlock, type ReportDocument, type ReportSection, type Words } from './document.ts';
import { counted } from './words.ts';

/** What a completion report is about. */
export interface Completion {
  /** What was found before anything was changed. */
  readonly before: CheckResult;
  /** What was changed, or would be; left out where nothing was to be changed. */
  readonly changes?: Changes | undefined;
  /** What is found now that it has been changed, or would be found. */
  readonly after?: CheckResult | undefined;
}

export interface Changes {
  /** False for a dry run, and where the run was refused. */
  readonly written: boolean;
  readonly files: readonly ChangedFile[];
  /** What the run left for review, beyond what the check lists. */
  readonly review?: readonly CheckReview[] | undefined;
  readonly diagnostics?: readonly DiagnosticResult[] | undefined;
}

/** The report that somebody would otherwise write by hand. */
export function completionDocument({ before, changes, after }: Completion): ReportDocument {
  const final = after ?? before;
  return {
    title: changes === undefined ? 'Port check' : 'Port changes',
    lead: [
      [checkTotals(before)],
      ...(changes === undefined ? [] : [[changeTotals(changes)]]),
      ...afterWords(after, changes),
    ],
    sections: [
      { heading: 'Issues found', blocks: issueBlocks(before) },
      ...(changes === undefined ? [] : [changeSection(changes)]),
      { heading: 'Verification', blocks: verificationBlocks(final) },
      { heading: 'Left for review', blocks: reviewBlocks(final, changes) },
      ...noteSection(final, changes),
      { heading: 'Totals', blocks: [totals(before, changes, after)] },
    ],
  };
}

function changeTotals({ written, files, diagnostics = [] }: Changes): string {
  const edits = files.reduce((sum, file) => sum + file.edits, 0);
  const refused = !written && diagnostics.some(({ severity }) => severity === 'error');
  if (refused) return 'The run was refused because of errors, and nothing was written.';
  if (files.length === 0) return 'Nothing was to be changed.';
  return `${written ? 'Changed' : 'Would change'} ${counted(files.length, 'Dockerfile')} in ${counted(edits, 'place')}.${written ? '' : ' Nothing was written.'}`;
}

function afterWords(after: CheckResult | undefined, changes: Changes | undefined): Words[] {
  if (after === undefined) return [];
  const would = changes?.written === false ? 'With these changes, ' : 'Now, ';
  const wrong = after.services.filter(({ verdict }) => verdict !== 'ok').length;
  const words =
    wrong === 0
      ? 'everything is as it should be.'
      : `${counted(wrong, 'service')} still ${wrong === 1 ? 'is' : 'are'} not as it should be.`;
  return [[would, { as: wrong === 0 ? 'good' : 'bad', text: words }]];
}

function issueBlocks({ services }: CheckResult): ReportBlock[] {
  const rows = services.flatMap((service) => service.problems.map((problem) => issueRow(service, problem)));
  if (rows.length === 0) return [{ kind: 'words', words: ['None.'] }];
  const head = ['Service', 'Verdict', 'Where', 'Current', 'Required', 'Conflicts with', 'What'];
  return [{ kind: 'table', head, rows }];
}

function issueRow(service: ServiceResult, problem: ProblemResult): Words[] {
  const { verdict, places, plan, current, required, conflictsWith, message } = problem;
  const file = places[0]?.file ?? service.files[0] ?? plan?.file ?? '';
  const lines = [...new Set(places.filter((place) => place.file === file).map(({ line }) => line))];
  return [
    nameOf(service),
    [verdictMark(verdict)],
    [code(file), ...(lines.length === 0 ? [] : [` ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`])],
    [current === null ? [...new Set(places.map(({ port }) => port))].join(', ') || '-' : String(current)],
    [required === null ? '-' : String(required)],
    [conflictsWith.join(', ') || '-'],
    [message],
  ];
}

function changeSection({ written, files, diagnostics = [] }: Changes): ReportSection {
  const refused = !written && diagnostics.some(({ severity }) => severity === 'error');
  const heading = written ? 'Changes applied' : refused ? 'Changes refused' : 'Changes to apply';
  if (files.length === 0) return { heading, blocks: [{ kind: 'words', words: ['None.'] }] };
  const blocks = files.flatMap(({ path, services, lines }): ReportBlock[] => [
    { kind: 'subheading', words: [code(path), ...(services.length === 0 ? [] : [` (${services.join(', ')})`])] },
    {
      kind: 'table',
      head: ['Line', 'Ports', 'Before', 'After'],
      rows: lines.map(({ line, ports, before, after }) => [[String(line)], [ports], [code(before)], [code(after)]]),
    },
  ]);
  return { heading, blocks };
}

function verificationBlocks({ services, reserved }: CheckResult): ReportBlock[] {
  if (services.length === 0) return [{ kind: 'words', words: ['No Dockerfile was checked.'] }];
  const rows = services.map((service): Words[] => [
    nameOf(service),
    [portsText(service.assigned)],
    [portsText(service.found)],
    service.verdicts.flatMap((verdict, i): Words => (i === 0 ? [verdictMark(verdict)] : [', ', verdictMark(verdict)])),
    service.files.flatMap((file, i): Words => (i === 0 ? [code(file)] : [', ', code(file)])),
  ]);
  const table = { kind: 'table', head: ['Service', 'Assigned', 'Found', 'Verdict', 'Dockerfile'], rows } as const;
  if (reserved.length === 0) return [table];
  const words = reserved.map(({ port, owner }) => `${port}${owner === null ? '' : ` (${owner})`}`);
  return [table, { kind: 'words', words: [`Reserved: ${words.join(', ')}`] }];
}

function reviewBlocks({ services }: CheckResult, changes: Changes | undefined): ReportBlock[] {
  const items = [...services.flatMap(({ review }) => review), ...(changes?.review ?? [])];
  const known = new Set<string>();
  const rows = items
    .filter(({ file, line, column }) => {
      const key = `${file}:${line}:${column}`;
      return !known.has(key) && known.add(key);
    })
    .map(({ file, line, column, port, reason, hint }): Words[] => [
      [code(`${file}:${line}:${column}`)],
      [String(port)],
      [reason],
      [hint ?? '-'],
    ]);
  if (rows.length === 0) return [{ kind: 'words', words: ['Nothing.'] }];
  return [{ kind: 'table', head: ['Where', 'Port', 'Why', 'What to do'], rows }];
}

function noteSection({ diagnostics, shared }: CheckResult, changes: Changes | undefined): ReportSection[] {
  const notes = [...diagnostics, ...(changes?.diagnostics ?? [])].map(
    ({ severity, message, file, line, hint }): Words => {
      const place = file === null ? [] : [' in ', code(line === null ? file : `${file}:${line}`)];
      return [`${severity}`, ...place, `: ${message}${hint === null ? '' : ` (${hint})`}`];
    },
  );
  const ports = shared.map(
    ({ port, holders }): Words => [`${port} is in ${counted(holders.length, 'Dockerfile')}, which is no failure`],
  );
  const items = [...notes, ...ports];
  return items.length === 0 ? [] : [{ heading: 'Notes', blocks: [{ kind: 'list', items }] }];
}

function totals(before: CheckResult, changes: Changes | undefined, after: CheckResult | undefined): ReportBlock {
  const { services, files, ok, drift, inconsistent, conflict, missing, review } = before.summary;
  const counts: [string, number, number | undefined][] = [
    ['Services', services, after?.summary.services],
    ['Dockerfiles', files, after?.summary.files],
    ['ok', ok, after?.summary.ok],
    ['drift', drift, after?.summary.drift],
    ['inconsistent', inconsistent, after?.summary.inconsistent],
    ['conflict', conflict, after?.summary.conflict],
    ['missing', missing, after?.summary.missing],
    ['for review', review, after?.summary.review],
  ];
  const changed: [string, number][] =
    changes === undefined
      ? []
      : [
          ['Dockerfiles changed', changes.files.length],
          ['places changed', changes.files.reduce((sum, { edits }) => sum + edits, 0)],
        ];
  return {
    kind: 'table',
    head: after === undefined ? ['', 'Count'] : ['', 'Before', 'After'],
    rows: [
      ...counts.map(([name, one, other]): Words[] => [
        [name],
        [String(one)],
        ...(other === undefined ? [] : [[String(other)]]),
      ]),
      ...changed.map(([name, count]): Words[] => [[name], ...(after === undefined ? [] : [[]]), [String(count)]]),
    ],
  };
}

function nameOf({ kind, name }: ServiceResult): Words {
  return kind === 'service' ? [name] : ['-'];
}

function verdictMark(verdict: ServiceResult['verdict']): Mark {
  return { as: verdict === 'ok' ? 'good' : verdict === 'inconsistent' ? 'doubt' : 'bad', text: verdict };
}
