import type { Evidence, Speaker, Statement } from './evidence.ts';

/** Where the statements of one image contradict each other. */
export interface Disagreement {
  readonly evidence: Evidence;
  /** What most of the others are compared with: EXPOSE, or else what starts the container. */
  readonly base: readonly Statement[];
  /** The statements that name another port. */
  readonly outliers: readonly Statement[];
}

/** Finds where a Dockerfile disagrees with itself; undefined where it does not, or where nobody can tell. */
export function findDisagreement(evidence: Evidence): Disagreement | undefined {
  const { exposed } = evidence;
  const outliers =
    exposed !== undefined && exposed.size > 0 ? againstExposed(evidence, exposed) : againstCommand(evidence);
  if (outliers.length === 0) return undefined;
  const wrong = new Set(outliers);
  const base = evidence.statements.filter(
    (statement) => !wrong.has(statement) && statement.speaker !== 'extra' && statement.speaker !== 'config',
  );
  return { evidence, base, outliers: evidence.statements.filter((statement) => wrong.has(statement)) };
}

/** Who names ports, none of which EXPOSE knows. */
function againstExposed(evidence: Evidence, exposed: ReadonlySet<number>): Statement[] {
  const { statements, inherited } = evidence;
  const known = new Set([...exposed, ...inherited]);
  const outliers: Statement[] = [];
  const command = of(statements, 'command');
  if (agrees(evidence, 'command', command, known)) addPorts(known, command);
  else outliers.push(...command.filter(({ loopback }) => !loopback));
  const variables = of(statements, 'main');
  if (agrees(evidence, 'main', variables, known)) addPorts(known, variables);
  else outliers.push(...variables.filter(({ loopback }) => !loopback));
  addPorts(known, of(statements, 'extra'));
  addPorts(known, of(statements, 'config'));
  for (const speaker of ['healthcheck', 'label'] as const) outliers.push(...unknownTo(known, evidence, speaker));
  return outliers;
}

/** Without EXPOSE: who asks for a port that nobody listens on. */
function againstCommand(evidence: Evidence): Statement[] {
  const { statements, inherited, unclear } = evidence;
  const listening = statements.filter(({ speaker }) => speaker !== 'healthcheck' && speaker !== 'label');
  if (listening.length === 0 || unclear.has('command')) return [];
  const known = new Set(inherited);
  addPorts(known, listening);
  return [...unknownTo(known, evidence, 'healthcheck'), ...unknownTo(known, evidence, 'label')];
}

function unknownTo(
  known: ReadonlySet<number>,
  { statements, unclear, byVariable }: Evidence,
  speaker: Speaker,
): Statement[] {
  if (unclear.has(speaker)) return [];
  const variable = byVariable.get('command') ?? new Set();
  const unknown = of(statements, speaker).filter(({ port }) => !known.has(port) && !variable.has(port));
  // A list of ports in one label may name more than are exposed.
  return speaker === 'label' && unknown.length < of(statements, speaker).length ? [] : unknown;
}

function agrees(
  evidence: Evidence,
  speaker: Speaker,
  group: readonly Statement[],
  known: ReadonlySet<number>,
): boolean {
  if (evidence.unclear.has(speaker)) return true;
  const variable = evidence.byVariable.get(speaker) ?? new Set();
  if (group.length === 0 || [...variable].some((port) => known.has(port))) return true;
  return group.some((statement) => known.has(statement.port)) || group.every(({ loopback }) => loopback);
}

function of(statements: readonly Statement[], speaker: Speaker): Statement[] {
  return statements.filter((statement) => statement.speaker === speaker);
}

function addPorts(ports: Set<number>, statements: readonly Statement[]): void {
  for (const { port, occurrence } of statements) {
    ports.add(port);
    const { range } = occurrence.finding;
    if (range?.end === 'first') for (let inside = range.first; inside <= range.last; inside++) ports.add(inside);
  }
}
