import type { DiagnosticResult } from '../diagnostic.ts';
import type { Certainty, Protocol, Role } from '../occurrence.ts';

/**
 * The result of a run as data: what `--format json` prints, and what every other report formats.
 *
 * Absent values are `null`, never left out, so that every object of a kind has the same keys.
 */
export interface RunResult {
  /** Rises when a reader of the JSON would have to change. */
  readonly version: 1;
  /** The files with anything to say, in the order of the run. */
  readonly files: readonly FileResult[];
  /** What concerns the run as a whole: the mapping, conflicts between services. */
  readonly diagnostics: readonly DiagnosticResult[];
  readonly summary: Summary;
}

export interface FileResult {
  /** With `/` between folders, relative to `--root` where given, else to the current directory. */
  readonly path: string;
  readonly edits: readonly EditResult[];
  /** What could not be decided, and was left as it is. */
  readonly review: readonly ReviewResult[];
  /** What concerns this file: their `file` is its path. */
  readonly diagnostics: readonly DiagnosticResult[];
}

/** Where a port stands in a file, and what it is there. */
export interface PlaceResult {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** 0-based, in bytes of the file. */
  readonly offset: number;
  /** In bytes of the file; 0 where nothing is written yet, as in a URL without a port. */
  readonly length: number;
  readonly protocol: Protocol | null;
  readonly role: Role;
  readonly certainty: Certainty;
  /** The name of the transform that found it. */
  readonly transform: string;
  /** The instruction's keyword in upper case; `COMMENT` for a comment. */
  readonly instruction: string;
  /** The stage's name or number; `null` before the first FROM. */
  readonly stage: string | null;
}

export interface EditResult extends PlaceResult {
  readonly from: number;
  readonly to: number;
  /** Why this is a port. */
  readonly reason: string;
}

export interface ReviewResult extends PlaceResult {
  readonly port: number;
  /** A stable, kebab-case name of the kind of doubt. */
  readonly code: string;
  /** Why it could not be decided. */
  readonly reason: string;
  /** What to do by hand. */
  readonly hint: string | null;
}

export interface Summary {
  /** `--dry-run`, `--check` or `--format`: nothing was to be written. */
  readonly dryRun: boolean;
  readonly filesRead: number;
  /** Files with at least one edit, whether written or not. */
  readonly filesChanged: number;
  /** Files that were written, or that a filter printed; 0 in a dry run, and when the run was refused. */
  readonly filesWritten: number;
  readonly edits: number;
  readonly review: number;
  readonly warnings: number;
  readonly errors: number;
  /** What each entry of the mapping came to, in the order of the mapping. */
  readonly entries: readonly EntryResult[];
}

/** One `from: to` of the mapping; each port of a range is an entry of its own. */
export interface EntryResult {
  /** `null` for the ports that hold for every file. */
  readonly service: string | null;
  readonly from: number;
  readonly to: number;
  readonly protocol: Protocol | null;
  /** Files with an edit of this entry. */
  readonly files: number;
  readonly edits: number;
  readonly review: number;
}

/** A port-like number that was left alone on good grounds; listed by `--verbose`. */
export interface LeftAlone {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly port: number;
  readonly reason: string;
}
