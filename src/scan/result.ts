import type { SharedPort } from '../check/result.ts';
import type { DiagnosticResult } from '../diagnostic.ts';
import type { Certainty, Protocol, Role } from '../occurrence.ts';

/** Every port of every Dockerfile, as data: what `scan --format json` prints. Absent values are `null`. */
export interface ScanResult {
  /** Rises when a reader of the JSON would have to change. */
  readonly version: 1;
  /** By path. */
  readonly files: readonly ScannedFile[];
  /** Ports that several Dockerfiles have. */
  readonly shared: readonly SharedPort[];
  readonly diagnostics: readonly DiagnosticResult[];
  readonly summary: ScanSummary;
}

export interface ScannedFile {
  readonly path: string;
  /** The name that the Dockerfile, or else its path, gives to its service. */
  readonly service: string;
  /** What the container is about: the ports that a plan would assign. */
  readonly servicePorts: readonly number[];
  /** In the order of the file. */
  readonly ports: readonly ScannedPort[];
}

export interface ScannedPort {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly port: number;
  /** The last port of a range, whose first is `port`. */
  readonly last: number | null;
  /** The port is not written: a URL without one, or a client that uses its default. */
  readonly implicit: boolean;
  readonly protocol: Protocol | null;
  readonly role: Role;
  readonly certainty: Certainty;
  readonly instruction: string;
  /** The stage's name or number; `null` before the first FROM. */
  readonly stage: string | null;
  /** The host whose port it is, where that is another container. */
  readonly host: string | null;
  /** Why it is a port. */
  readonly reason: string;
}

export interface ScanSummary {
  readonly files: number;
  /** Files with at least one port. */
  readonly filesWithPorts: number;
  readonly ports: number;
  readonly warnings: number;
  readonly errors: number;
}
