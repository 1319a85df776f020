import type { Protocol } from '../occurrence.ts';

/** A port as a plan document states it. */
export interface PlanPort {
  readonly port: number;
  /** What it is for, where a cell with several ports says so. */
  readonly name?: string | undefined;
  /** The port that it replaces, where the document says so. */
  readonly from?: number | undefined;
  readonly protocol?: Protocol | undefined;
  /** Where it is written; all ports of one range share it. */
  readonly offset: number;
}

/** A text of a document with the UTF-16 offset where it starts. */
export interface PlacedText {
  readonly text: string;
  readonly offset: number;
}

/** A place of a document that was understood: a row, an item, a heading. */
export interface PlanEntry {
  /** The service as it is written, without decoration. */
  readonly service: string;
  /** Where the entry starts. */
  readonly offset: number;
  /**
   * Entries with the same number state one thing together, such as the items under one heading;
   * what different ones say of one service must agree.
   */
  readonly group: number;
  readonly ports: readonly PlanPort[];
  /** The ports that the group's ports replace, where an entry of its own states them. */
  readonly from?: readonly PlanPort[] | undefined;
  /** A path, a part of one, or a glob. */
  readonly dockerfiles: readonly PlacedText[];
  /** The document says that there is no Dockerfile. */
  readonly external: boolean;
  readonly hosts: readonly PlacedText[];
  readonly image?: string | undefined;
}

/** A place that looks as if it stated a port, but was not understood. */
export interface UnreadLine extends PlacedText {
  readonly reason: string;
  /** What to write instead. */
  readonly hint?: string | undefined;
  /** The service whose port it seems to state. */
  readonly service?: UnreadService | undefined;
}

/** A service that an unread line names, with what else the line says of it. */
export interface UnreadService {
  readonly name: string;
  readonly dockerfiles: readonly PlacedText[];
  readonly image: string | undefined;
  /** A column of services names it: it surely is one. */
  readonly inColumn: boolean;
  /** What the line states, if it is one. */
  readonly entries?: readonly PlanEntry[] | undefined;
  /** It is left out only if its Dockerfile has a port: the line may say that it has none. */
  readonly mayLackPort?: boolean | undefined;
}

/** A line of which only the Dockerfiles can tell whether a service is left out because of it. */
export interface Doubt extends UnreadLine {
  readonly service: UnreadService;
  /** It is said in any case, if only as a warning. */
  readonly always: boolean;
}

/** Something that cannot be right, wherever it is meant for. */
export interface PlanProblem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly offset: number;
}

/** What a document says, in its order. */
export interface PlanDocument {
  readonly entries: readonly PlanEntry[];
  readonly unread: readonly UnreadLine[];
  readonly doubts: readonly Doubt[];
  readonly problems: readonly PlanProblem[];
}
