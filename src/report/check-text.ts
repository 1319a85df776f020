import type { CheckedPlace, CheckResult, CheckReview, ProblemResult, ServiceResult, Verdict } from '../check/result.ts';
import { checkTotals, portsText, verdictText } from './check-words.ts';
import type { Colors } from './color.ts';
import { printable } from './printable.ts';
import { type TableCell, textTable } from './table.ts';
import type { Verbosity } from './terminal.ts';

export interface CheckTextOptions {
  readonly verbosity: Verbosity;
  readonly colors: Colors;
}

/**
 * What `check` says on a terminal: a table of all services, then what is wrong with each, what is
 * left for review, the ports that are shared, and the totals. `quiet` is only what is wrong.
 */
export function checkText(result: CheckResult, options: CheckTextOptions): string {
  const { verbosity, colors } = options;
  const details = result.services.flatMap((service) => [
    ...service.problems.flatMap((problem) => problemLines(service, problem, options)),
    ...(verbosity === 'quiet' ? [] : service.review.flatMap((item) => reviewLines(item, colors))),
  ]);
  const blocks = [
    verbosity === 'quiet' ? [] : overview(result, colors),
    details,
    verbosity === 'quiet' ? [] : sharedLines(result, options),
    verbosity === 'quiet' ? [] : [colors.bold(checkTotals(result))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function overview({ services }: CheckResult, colors: Colors): string[] {
  if (services.length === 0) return [];
  const isPlanned = services.some(({ kind }) => kind === 'service');
  const head = isPlanned
    ? ['VERDICT', 'SERVICE', 'ASSIGNED', 'FOUND', 'DOCKERFILE']
    : ['VERDICT', 'FOUND', 'DOCKERFILE'];
  const rows = services.map((service): TableCell[] => {
    const verdict = { text: verdictText(service), style: verdictStyle(service.verdict, colors) };
    const name = service.kind === 'service' ? service.name : '-';
    const planned = isPlanned ? [{ text: name, style: colors.bold }, { text: portsText(service.assigned) }] : [];
    return [
      verdict,
      ...planned,
      { text: portsText(service.found) },
      { text: service.files.join(', '), style: colors.dim },
    ];
  });
  return textTable([head.map((text) => ({ text, style: colors.dim })), ...rows]);
}

function verdictStyle(verdict: Verdict, colors: Colors): (text: string) => string {
  if (verdict === 'ok') return colors.green;
  return verdict === 'conflict' ? colors.magenta : verdict === 'inconsistent' ? colors.yellow : colors.red;
}

function problemLines(
  service: ServiceResult,
  problem: ProblemResult,
  { verbosity, colors }: CheckTextOptions,
): string[] {
  const kind = colors.bold(verdictStyle(problem.verdict, colors)(`error[${problem.verdict}]`));
  const name = colors.bold(printable(service.name));
  return [
    `${kind}: ${name} ${printable(problem.message)}`,
    ...textTable(
      problem.places.map((place) => placeRow(place, verbosity, colors)),
      '  ',
    ),
    ...(problem.hint === null ? [] : [`  ${colors.cyan('hint')}: ${printable(problem.hint)}`]),
  ];
}

function placeRow(place: CheckedPlace, verbosity: Verbosity, colors: Colors): TableCell[] {
  const { file, line, column, instruction, port, required, role, reason } = place;
  return [
    { text: `${file}:${line}:${column}`, style: colors.bold },
    { text: instruction },
    { text: required === null ? String(port) : `${port} → ${required}`, style: colors.green },
    { text: role },
    { text: verbosity === 'verbose' ? reason : '', style: colors.dim },
  ];
}

function reviewLines({ file, line, column, port, code, reason, hint }: CheckReview, colors: Colors): string[] {
  const kind = colors.bold(colors.magenta(`review[${code}]`));
  const place = colors.bold(`${printable(file)}:${line}:${column}`);
  return [
    `${place}: ${kind}: ${port}: ${printable(reason)}`,
    ...(hint === null ? [] : [`  ${colors.cyan('hint')}: ${printable(hint)}`]),
  ];
}

/** So many holders of a shared port are named, unless all are asked for. */
const MOST_HOLDERS = 3;

function sharedLines({ shared }: CheckResult, { verbosity, colors }: CheckTextOptions): string[] {
  if (shared.length === 0) return [];
  const rows = shared.map(({ port, holders }): TableCell[] => {
    const shown = verbosity === 'verbose' ? holders : holders.slice(0, MOST_HOLDERS);
    const more = holders.length > shown.length ? `, and ${holders.length - shown.length} more` : '';
    return [
      { text: String(port) },
      { text: shown.map(({ file, line }) => `${file}:${line}`).join(', ') + more, style: colors.dim },
    ];
  });
  return [
    'Ports of several Dockerfiles, which is no failure: each container has ports of its own',
    ...textTable(rows, '  '),
  ];
}
