import { wordsOf } from '../knowledge/names.ts';
import type { AssignedPort } from '../mapping/mapping.ts';
import type { Statement } from './evidence.ts';
import { isMainName } from './main-names.ts';
import type { FileFacts } from './standing.ts';

/** What the port is called that a service is about, where its others have names. */
export const MAIN = 'main';

/**
 * Finds out by their names which ports a Dockerfile means: `metrics: 8105` replaces the 9090 of
 * `METRICS_PORT=9090`, and `http: 8096` the one port that the container is about.
 *
 * A name that fits no port, or several, says nothing. The one port without a name is the main one
 * where the others have names.
 *
 * @returns the assigned ports, with `from` where a name says it
 */
export function bindNames(assigned: readonly AssignedPort[], facts: FileFacts): AssignedPort[] {
  const statements = facts.evidence.flatMap((evidence) => evidence.statements);
  const nameless = assigned.filter(({ name }) => name === undefined);
  const plainName = nameless.length === 1 && assigned.length > 1 ? MAIN : undefined;
  return assigned.map((port) => {
    const { name = plainName } = port;
    if (name === undefined || port.from !== undefined) return port;
    const [meant, ...others] = portsNamed(name, statements, facts);
    return meant === undefined || others.length > 0 || meant === port.port ? port : { ...port, from: meant };
  });
}

function portsNamed(name: string, statements: readonly Statement[], { file }: FileFacts): number[] {
  const words = wordsOf(name);
  const { text } = file.dockerfile;
  const named = statements.filter(({ occurrence }) => {
    const before = wordsOf(wordBefore(text, occurrence.span.start));
    return words.every((word) => before.includes(word));
  });
  const byName = new Set(named.map(({ port }) => port));
  if (byName.size > 0 || !isMainName(name, file.findings.ownSoftware)) return [...byName];
  const extra = new Set(statements.filter(({ speaker }) => speaker === 'extra').map(({ port }) => port));
  const main = statements.filter(
    ({ speaker, port }) => (speaker === 'command' || speaker === 'main') && !extra.has(port),
  );
  return [...new Set(main.map(({ port }) => port))];
}

/** The name before a value: `METRICS_PORT` of `METRICS_PORT=9090`, `metrics-port` of `--metrics-port", "9090`. */
function wordBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 120), offset);
  return /([A-Za-z][\w.-]*)["']?(?:\s*[=:,]\s*|\s+)["']?[^\s"'=,]*$/.exec(before)?.[1] ?? '';
}
