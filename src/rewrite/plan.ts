import type { Diagnostic } from '../diagnostic.ts';
import type { Dockerfile } from '../dockerfile/parse.ts';
import type { Findings } from '../find.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { Certainty, Occurrence, Protocol } from '../occurrence.ts';
import type { Span } from '../text/mapped-text.ts';
import { collisions, isEvidence } from './collisions.ts';
import { doubtfulOwner } from './doubtful-owner.ts';
import { findLeftovers } from './leftovers.ts';
import { mayBeThisContainer, moveOf, movesFor } from './moves-for.ts';
import { planRange } from './ranges.ts';
import { doubtOf, eitherProtocol, leftoverItem, refusedEnd, unknownHost, unlistedHost } from './review.ts';

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
    | 'probable'
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
  const decide = decider(findings, file, options);
  for (const occurrence of occurrences) {
    const { finding, span } = occurrence;
    const doubtful = doubtfulOwner(occurrence, findings, file);
    const moves = movesFor(occurrence, findings, file);
    if (doubtful !== undefined) {
      if (finding.prose !== true) review.push(doubtful);
      else leftAlone.push({ span, port: finding.port, reason: doubtful.reason });
    } else if (finding.range === undefined) {
      const decision = decide(occurrence, moves);
      if (decision === undefined) continue;
      if ('edit' in decision) edits.push(decision.edit);
      else if ('review' in decision) review.push(decision.review);
      else leftAlone.push({ span, port: finding.port, reason: decision.left });
    } else if (moves !== undefined) {
      const ranged = planRange(occurrence, finding.range, moves, options, dockerfile.text);
      edits.push(...ranged.edits);
      problems.push(...ranged.problems);
      if (ranged.refused !== undefined) review.push(refusedEnd(occurrence, ranged.refused));
    }
  }
  for (const { reason, span, move } of findLeftovers(dockerfile, findings, file.moves)) {
    if (reason === undefined) review.push(leftoverItem(span, move));
    else leftAlone.push({ span, port: move.from, reason });
  }
  problems.push(...collisions(occurrences, file, edits));
  review.sort((a, b) => a.span.start - b.span.start);
  leftAlone.sort((a, b) => a.span.start - b.span.start);
  return { edits, review, leftAlone, problems };
}

/** What becomes of one occurrence; undefined where its port does not move. `left` says why it is left alone. */
type Decision = { readonly edit: Edit } | { readonly review: ReviewItem } | { readonly left: string } | undefined;

/** @returns what decides on an occurrence that is no range, given the moves that hold for its host */
function decider(
  findings: Findings,
  file: FileMoves,
  options: PlanOptions,
): (occurrence: Occurrence, moves: readonly PortMove[] | undefined) => Decision {
  const { occurrences } = findings;
  const mentionable = new Set(occurrences.filter(isEvidence).map(({ finding }) => finding.port));
  const protocols = exposedProtocols(occurrences);

  function ofAnotherHost(occurrence: Occurrence): Decision {
    const { finding } = occurrence;
    const { host = '', port, protocol } = finding;
    const called = moveOf(file.movesOfService?.(host) ?? [], port, protocol);
    if (called !== undefined && finding.prose !== true) return { review: unlistedHost(occurrence, called, host) };
    const own = moveOf(file.moves, port, protocol);
    if (own === undefined) return undefined;
    return mayBeThisContainer(finding) && findings.exposed.has(port)
      ? { review: unknownHost(occurrence, own, host) }
      : { left: `the port of another host, ${host}` };
  }

  function ofProse(occurrence: Occurrence, move: PortMove): Decision {
    const { certainty, port } = occurrence.finding;
    if (!options.comments) return { left: 'prose, which --no-comments keeps' };
    if (!mentionable.has(port)) return { left: 'prose, and the file states this port nowhere else' };
    return occurrence.editable && certainty !== 'possible'
      ? ofOwn(occurrence, move)
      : { left: 'prose that does not plainly name this port' };
  }

  function ofOwn(occurrence: Occurrence, move: PortMove): Decision {
    const doubt = doubtOf(occurrence, move, options);
    return doubt === undefined ? { edit: editOf(occurrence, move) } : { review: doubt };
  }

  return (occurrence, moves) => {
    if (moves === undefined) return ofAnotherHost(occurrence);
    const { port, prose, protocol: stated } = occurrence.finding;
    const exposed = protocols.get(port);
    const [first] = exposed ?? [];
    const protocol = stated ?? (exposed?.size === 1 ? first : undefined);
    const move = moveOf(moves, port, protocol);
    if (move === undefined) return undefined;
    if (move.protocol !== undefined && protocol === undefined && exposed !== undefined && exposed.size > 1) {
      return { review: eitherProtocol(occurrence, move) };
    }
    return prose === true ? ofProse(occurrence, move) : ofOwn(occurrence, move);
  };
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

function editOf(occurrence: Occurrence, move: PortMove): Edit {
  const text = occurrence.finding.implicit === undefined ? String(move.to) : `:${move.to}`;
  return { span: occurrence.span, text, from: move.from, to: move.to, move, occurrence };
}
