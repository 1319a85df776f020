import type { PortMove } from '../mapping/mapping.ts';
import { CERTAINTIES, type Occurrence } from '../occurrence.ts';
import type { Span } from '../text/mapped-text.ts';
import type { PlanOptions, ReviewItem } from './plan.ts';

/** What keeps an edit from being made, if anything does. */
export function doubtOf(occurrence: Occurrence, move: PortMove, options: PlanOptions): ReviewItem | undefined {
  const { finding, editable } = occurrence;
  const { reason, certainty } = finding;
  if (finding.implicit?.how === 'argument') {
    const argument = finding.implicit.hint.replace('{port}', String(move.to));
    return itemOf(occurrence, move, 'implicit-port', reason, `add ${argument}`);
  }
  if (finding.review !== undefined) {
    return itemOf(occurrence, move, finding.review, reason, `write ${move.to} by hand where it is meant`);
  }
  if (!editable) {
    const apart = `${reason}: the digits do not stand together in the file`;
    return itemOf(occurrence, move, 'not-contiguous', apart, `write ${move.to} by hand`);
  }
  if (CERTAINTIES.indexOf(certainty) <= CERTAINTIES.indexOf(options.certainty)) return undefined;
  const code = certainty === 'probable' ? 'probable' : 'possible';
  return itemOf(occurrence, move, code, reason, `--certainty ${certainty} rewrites it`);
}

/** A port without a protocol, of which only one protocol moves. */
export function eitherProtocol(occurrence: Occurrence, move: PortMove): ReviewItem {
  const reason = `${occurrence.finding.reason}: ${move.from} is exposed for several protocols, and only ${move.protocol} moves`;
  return itemOf(occurrence, move, 'protocol', reason, `write ${move.to} by hand if this is ${move.protocol}`);
}

/** The end of a range that a mapping moves alone: the range cannot be written any more. */
export function refusedEnd(occurrence: Occurrence, move: PortMove): ReviewItem {
  const reason = `${occurrence.finding.reason}: one end of a range that moves only in part`;
  return itemOf(occurrence, move, 'refused', reason, 'move the whole range');
}

/** A host that is called like a service whose port moves, but which the service does not list. */
export function unlistedHost(occurrence: Occurrence, move: PortMove, host: string): ReviewItem {
  const reason = `${occurrence.finding.reason}: "${host}" is called like a service whose ${move.from} moves to ${move.to}`;
  return itemOf(occurrence, move, 'unknown-host', reason, `if it is that service, list "${host}" in its hosts`);
}

/** A name that is called like a service whose port moves, in a file that is not that service's. */
export function calledLikeService(occurrence: Occurrence, move: PortMove, name: string): ReviewItem {
  const reason = `${occurrence.finding.reason}: "${name}" is called like a service whose ${move.from} moves to ${move.to}`;
  return itemOf(occurrence, move, 'unknown-host', reason, `write ${move.to} by hand if it is the port of that service`);
}

/** The value of one variable that is a port of several hosts; undefined stands for this container. */
export function ofSeveralHosts(
  occurrence: Occurrence,
  move: PortMove,
  hosts: readonly (string | undefined)[],
): ReviewItem {
  const owners = [...new Set(hosts.map((host) => (host === undefined ? 'this container' : `"${host}"`)))];
  const reason = `${occurrence.finding.reason}: it is the port of ${owners.join(' and of ')}`;
  return itemOf(occurrence, move, 'mixed-use', reason, `give each a variable of its own, or write ${move.to} by hand`);
}

/** A host that may be this container. */
export function unknownHost(occurrence: Occurrence, move: PortMove, host: string): ReviewItem {
  const reason = `${occurrence.finding.reason}: whether "${host}" is this container cannot be read here`;
  return itemOf(occurrence, move, 'unknown-host', reason, `if it is, list "${host}" in the service's hosts`);
}

/** Digits that no transform has an opinion on. */
export function leftoverItem(span: Span, move: PortMove): ReviewItem {
  const reason = 'the digits match, and nothing tells what they are';
  const hint = `write ${move.to} by hand if it is this port`;
  return { span, port: move.from, code: 'possible', reason, hint, move, occurrence: undefined };
}

function itemOf(
  occurrence: Occurrence,
  move: PortMove,
  code: ReviewItem['code'],
  reason: string,
  hint: string,
): ReviewItem {
  return { span: occurrence.span, port: move.from, code, reason, hint, move, occurrence };
}
