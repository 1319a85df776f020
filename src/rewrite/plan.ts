import type { Diagnostic } from '../diagnostic.ts';
import { isNamedLike } from '../dockerfile/own-names.ts';
import type { Dockerfile } from '../dockerfile/parse.ts';
import type { Findings } from '../find.ts';
import { isOwnHost } from '../languages/address.ts';
import { type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import { CERTAINTIES, type Certainty, type Occurrence, type PortFinding, type Protocol } from '../occurrence.ts';
import type { Span } from '../text/mapped-text.ts';
import { findLeftovers } from './leftovers.ts';
import { planRange } from './ranges.ts';

/** What the run was asked for. */
export interface PlanOptions {
  /** The least certain finding that is rewritten. */
  readonly certainty: Certainty;
  /** Whether prose for people is rewritten, too. */
  readonly comments: boolean;
  /** Whether a range may be split on its line, so that one port of it can move. */
  readonly splitRanges: boolean;
}

/** What the mapping says of one file. */
export interface FileMoves {
  readonly moves: readonly PortMove[];
  /** The words of the name that the file is kept under, as `nameWords` gives them. */
  readonly nameWords?: readonly string[] | undefined;
  /** The moves of the service that a host name belongs to; undefined for a host nobody knows. */
  movesOfHost(host: string): readonly PortMove[] | undefined;
  /** The moves of another service that is called like a host which it does not list. */
  movesOfService?(host: string): readonly PortMove[] | undefined;
}

/** New text for one run of the file. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly move: PortMove;
  readonly occurrence: Occurrence;
}

/** What is left for a person to decide. */
export interface ReviewItem {
  readonly span: Span;
  readonly port: number;
  readonly code:
    | 'possible'
    | 'not-contiguous'
    | 'unknown-host'
    | 'implicit-port'
    | 'mixed-use'
    | 'composed-port'
    | 'protocol'
    | 'refused';
  readonly reason: string;
  readonly hint: string | undefined;
  readonly move: PortMove;
  /** Undefined for digits that no transform has an opinion on. */
  readonly occurrence: Occurrence | undefined;
}

/** Digits equal to a moved port that are left on good grounds. */
export interface LeftAlone {
  readonly span: Span;
  readonly port: number;
  readonly reason: string;
}

export interface FilePlan {
  /** In the order of the file, without overlaps. */
  readonly edits: readonly Edit[];
  readonly review: readonly ReviewItem[];
  readonly leftAlone: readonly LeftAlone[];
  /** Without file and line: `span` says where. */
  readonly problems: readonly PlanProblem[];
}

export interface PlanProblem extends Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'> {
  readonly span: Span;
  /** A second place, which the message names. */
  readonly related?: { readonly text: string; readonly span: Span } | undefined;
}

/** Joins what was found in a file with what the mapping asks for. Nothing is changed yet. */
export function planFile(dockerfile: Dockerfile, findings: Findings, file: FileMoves, options: PlanOptions): FilePlan {
  const edits: Edit[] = [];
  const review: ReviewItem[] = [];
  const leftAlone: LeftAlone[] = [];
  const problems: PlanProblem[] = [];
  const { occurrences } = findings;
  const mentionable = new Set(occurrences.filter(isEvidence).map((occurrence) => occurrence.finding.port));

  const protocols = exposedProtocols(occurrences);
  const protocolOf = (port: number): Protocol | undefined => {
    const known = protocols.get(port);
    const [only] = known ?? [];
    return known?.size === 1 ? only : undefined;
  };
  const hasSeveralProtocols = (port: number): boolean => (protocols.get(port)?.size ?? 0) > 1;
  for (const occurrence of occurrences) {
    const { finding, span } = occurrence;
    const moves = movesFor(occurrence, findings, file);
    if (finding.range !== undefined) {
      if (moves === undefined) continue;
      const ranged = planRange(occurrence, finding.range, moves, options, dockerfile.text);
      edits.push(...ranged.edits);
      problems.push(...ranged.problems);
      if (ranged.refused) review.push(...refusedEnd(occurrence, moves));
      continue;
    }
    const left = (reason: string): void => void leftAlone.push({ span, port: finding.port, reason });
    if (moves === undefined) {
      const host = finding.host ?? '';
      const called = moveOf(file.movesOfService?.(host) ?? [], finding.port, finding.protocol);
      if (called !== undefined && finding.prose !== true) {
        review.push(unlistedHost(occurrence, called, host));
        continue;
      }
      const own = moveOf(file.moves, finding.port, finding.protocol);
      if (own === undefined) continue;
      if (mayBeThisContainer(finding) && findings.exposed.has(finding.port)) {
        review.push(unknownHost(occurrence, own, host));
      } else left(`the port of another host, ${host}`);
      continue;
    }
    const protocol = finding.protocol ?? protocolOf(finding.port);
    const move = moveOf(moves, finding.port, protocol);
    if (move === undefined) continue;
    if (move.protocol !== undefined && protocol === undefined && hasSeveralProtocols(finding.port)) {
      review.push(eitherProtocol(occurrence, move));
      continue;
    }
    if (finding.prose === true && (!options.comments || !mentionable.has(finding.port))) {
      left(options.comments ? 'prose, and the file states this port nowhere else' : 'prose, which --no-comments keeps');
    } else if (finding.prose === true && (!occurrence.editable || finding.certainty === 'possible')) {
      left('prose that does not plainly name this port');
    } else {
      const doubt = doubtOf(occurrence, move, options);
      if (doubt === undefined) edits.push(editOf(occurrence, move));
      else review.push(doubt);
    }
  }
  for (const leftover of findLeftovers(dockerfile, findings, file.moves)) {
    if (leftover.reason === undefined) review.push(leftoverItem(leftover.span, leftover.move));
    else leftAlone.push({ span: leftover.span, port: leftover.move.from, reason: leftover.reason });
  }
  problems.push(...collisions(occurrences, file, edits));
  review.sort((a, b) => a.span.start - b.span.start);
  leftAlone.sort((a, b) => a.span.start - b.span.start);
  return { edits, review, leftAlone, problems };
}

/** The moves that hold for an occurrence: those of its host's service; undefined for an unknown host. */
function movesFor(occurrence: Occurrence, findings: Findings, file: FileMoves): readonly PortMove[] | undefined {
  const { finding } = occurrence;
  const { host, guessedHost, elsewhere } = finding;
  if (host === undefined || isOwnHost(host)) return file.moves;
  const isOwn =
    guessedHost === true
      ? isOwnSoftware(finding, findings)
      : findings.ownNames.has(host.toLowerCase()) || (elsewhere !== true && isProbablyOwn(occurrence, findings, file));
  return file.movesOfHost(host) ?? (isOwn ? file.moves : undefined);
}

/** Whether a host is the container's own because its port is exposed, and it is named like the file. */
function isProbablyOwn(
  { finding }: Occurrence,
  { exposed }: Findings,
  { nameWords = [], movesOfService }: FileMoves,
): boolean {
  const { host = '', port } = finding;
  if (!exposed.has(port) || !mayBeThisContainer(finding)) return false;
  return movesOfService?.(host) === undefined && isNamedLike(host, nameWords);
}

/** Names that any application has for the services it uses. */
const ANY_SERVICE = new Set([
  'db',
  'database',
  'smtp',
  'mail',
  'proxy',
  'external',
  'relay',
  'target',
  'origin',
  'forward',
  'replication',
  'replica',
  'seed',
  'dest',
  'destination',
  'broker',
]);

/** Whether `MYSQL_PORT` is the container's own: it is made from mysql, or exposes just that port. */
function isOwnSoftware({ host = '', port, elsewhere }: PortFinding, { ownSoftware, exposed }: Findings): boolean {
  if (ownSoftware.has(host)) return true;
  return elsewhere !== true && !ANY_SERVICE.has(host) && exposed.has(port);
}

/** The move of a port; one for its protocol wins over one for all. */
export function moveOf(moves: readonly PortMove[], port: number, protocol: Protocol | undefined): PortMove | undefined {
  const matching = movesFrom(moves, port).filter((move) => protocolsMeet(move.protocol, protocol));
  return matching.find((move) => move.protocol !== undefined) ?? matching[0];
}

const byFrom = new WeakMap<readonly PortMove[], Map<number, PortMove[]>>();

/** The moves of one port; they are indexed once, as a mapping can hold all ports there are. */
function movesFrom(moves: readonly PortMove[], port: number): readonly PortMove[] {
  let index = byFrom.get(moves);
  if (index === undefined) {
    index = new Map<number, PortMove[]>();
    for (const move of moves) index.set(move.from, [...(index.get(move.from) ?? []), move]);
    byFrom.set(moves, index);
  }
  return index.get(port) ?? [];
}

/**
 * The protocols that EXPOSE lists each port for. A port without a protocol is of the only one, as
 * `DNS_PORT=53` beside `EXPOSE 53/udp`; of several, nobody can say.
 */
function exposedProtocols(occurrences: readonly Occurrence[]): Map<number, Set<Protocol | undefined>> {
  const protocols = new Map<number, Set<Protocol | undefined>>();
  for (const { role, finding } of occurrences) {
    if (role !== 'expose') continue;
    protocols.set(finding.port, (protocols.get(finding.port) ?? new Set()).add(finding.protocol));
  }
  return protocols;
}

function eitherProtocol(occurrence: Occurrence, move: PortMove): ReviewItem {
  const reason = `${occurrence.finding.reason}: ${move.from} is exposed for several protocols, and only ${move.protocol} moves`;
  const hint = `write ${move.to} by hand if this is ${move.protocol}`;
  return { span: occurrence.span, port: move.from, code: 'protocol', reason, hint, move, occurrence };
}

/** Whether an occurrence shows that the container has this port, so that prose may mean it. */
function isEvidence({ finding }: Occurrence): boolean {
  return finding.prose !== true && finding.certainty !== 'possible' && finding.host === undefined;
}

/** A name without dots may be one that this container has in its network, unless the place says otherwise. */
function mayBeThisContainer({ host = '', prose, elsewhere, implicit }: PortFinding): boolean {
  return /^[A-Za-z][\w-]*$/.test(host) && prose !== true && elsewhere !== true && implicit === undefined;
}

/** The end of a range that a mapping moves alone: the range cannot be written any more. */
function refusedEnd(occurrence: Occurrence, moves: readonly PortMove[]): ReviewItem[] {
  const { finding, span } = occurrence;
  const move = moveOf(moves, finding.port, finding.protocol);
  if (move === undefined) return [];
  const reason = `${finding.reason}: one end of a range that moves only in part`;
  return [{ span, port: move.from, code: 'refused', reason, hint: 'move the whole range', move, occurrence }];
}

/** A host that is called like a service whose port moves, but which the service does not list. */
function unlistedHost(occurrence: Occurrence, move: PortMove, host: string): ReviewItem {
  return {
    span: occurrence.span,
    port: move.from,
    code: 'unknown-host',
    reason: `${occurrence.finding.reason}: "${host}" is called like a service whose ${move.from} moves to ${move.to}`,
    hint: `if it is that service, list "${host}" in its hosts`,
    move,
    occurrence,
  };
}

function unknownHost(occurrence: Occurrence, move: PortMove, host: string): ReviewItem {
  return {
    span: occurrence.span,
    port: move.from,
    code: 'unknown-host',
    reason: `${occurrence.finding.reason}: whether "${host}" is this container cannot be read here`,
    hint: `if it is, list "${host}" in the service's hosts`,
    move,
    occurrence,
  };
}

function doubtOf(occurrence: Occurrence, move: PortMove, options: PlanOptions): ReviewItem | undefined {
  const { finding, span } = occurrence;
  const item = (code: ReviewItem['code'], reason: string, hint: string): ReviewItem => ({
    span,
    port: move.from,
    code,
    reason,
    hint,
    move,
    occurrence,
  });
  if (finding.implicit?.how === 'argument') {
    const argument = finding.implicit.hint.replace('{port}', String(move.to));
    return item('implicit-port', finding.reason, `add ${argument}`);
  }
  if (finding.review !== undefined)
    return item(finding.review, finding.reason, `write ${move.to} by hand where it is meant`);
  if (!occurrence.editable) {
    return item(
      'not-contiguous',
      `${finding.reason}: the digits do not stand together in the file`,
      `write ${move.to} by hand`,
    );
  }
  if (CERTAINTIES.indexOf(finding.certainty) <= CERTAINTIES.indexOf(options.certainty)) return undefined;
  return item('possible', finding.reason, `--certainty ${finding.certainty} rewrites it`);
}

function leftoverItem(span: Span, move: PortMove): ReviewItem {
  return {
    span,
    port: move.from,
    code: 'possible',
    reason: 'the digits match, and nothing tells what they are',
    hint: `write ${move.to} by hand if it is this port`,
    move,
    occurrence: undefined,
  };
}

function editOf(occurrence: Occurrence, move: PortMove): Edit {
  const text = occurrence.finding.implicit === undefined ? String(move.to) : `:${move.to}`;
  return { span: occurrence.span, text, from: move.from, to: move.to, move, occurrence };
}

/** A port that others move to must not be there already, unless it moves away itself. */
function collisions(occurrences: readonly Occurrence[], file: FileMoves, edits: readonly Edit[]): PlanProblem[] {
  const staying = occurrences.filter(
    (other) => isEvidence(other) && moveOf(file.moves, other.finding.port, other.finding.protocol) === undefined,
  );
  const firsts = new Map<PortMove, Edit>();
  for (const edit of edits) {
    if (edit.move.repairs === true || edit.occurrence.finding.prose === true) continue;
    if (!firsts.has(edit.move) && file.moves.includes(edit.move)) {
      firsts.set(edit.move, edit);
    }
  }
  const problems: PlanProblem[] = [];
  const landed = new Map<string, Edit>();
  for (const [move, edit] of firsts) {
    const taken = staying.find(
      (other) => covers(other, move.to) && protocolsMeet(other.finding.protocol, move.protocol),
    );
    const key = `${move.to}/${move.protocol ?? ''}`;
    const other = landed.get(key);
    landed.set(key, edit);
    if (taken !== undefined) {
      problems.push({
        code: 'port-collision',
        severity: 'error',
        message: `${move.from} is to become ${move.to}, but ${move.to} is already a port of this file (${taken.finding.reason})`,
        span: taken.span,
        related: { text: `${move.from} stands at`, span: edit.span },
        hint: `move ${move.to} away as well, or choose another port for ${move.from}`,
      });
    } else if (other !== undefined && other.from !== edit.from) {
      problems.push({
        code: 'port-collision',
        severity: 'error',
        message: `${other.from} and ${edit.from} are both to become ${move.to} in this file`,
        span: edit.span,
        related: { text: `${other.from} stands at`, span: other.span },
        hint: 'choose another port for one of them',
      });
    }
  }
  return problems;
}

function covers({ finding }: Occurrence, port: number): boolean {
  return finding.range === undefined
    ? finding.port === port
    : finding.range.end === 'first' && port >= finding.range.first && port <= finding.range.last;
}
