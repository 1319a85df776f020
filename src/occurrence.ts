import type { MappedText, Span } from './text/mapped-text.ts';

/** What a port is stated for. */
export const ROLES = [
  'expose',
  'env',
  'arg',
  'healthcheck',
  'listen',
  'label',
  'config',
  'reference',
  'comment',
] as const;
export type Role = (typeof ROLES)[number];

/** How sure a finding is, the surest first. */
export const CERTAINTIES = ['exact', 'probable', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const PROTOCOLS = ['tcp', 'udp', 'sctp'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/**
 * A port that a language module or a transform found.
 *
 * Findings are about text, not about mappings: whether the port moves is the planner's business.
 */
export interface PortFinding {
  readonly kind: 'port';
  /** Exactly the digits; empty, at the place where `:PORT` would stand, for an implicit port. */
  readonly at: MappedText;
  readonly port: number;
  readonly certainty: Certainty;
  /** Why this is a port, in words for people: `--port of uvicorn`. */
  readonly reason: string;
  /** The host of `host:port` where one is written and it is not empty, loopback or a wildcard. */
  readonly host?: string | undefined;
  /** The host is only what a name suggests: `redis` for `REDIS_PORT`. */
  readonly guessedHost?: boolean | undefined;
  /**
   * `host` is not written with the port, but beside it under a name that goes with the port's:
   * `SERVER_HOST` for `SERVER_PORT`. A server may be given its public name so.
   */
  readonly hostBeside?: boolean | undefined;
  /** What the name of a bare port speaks of: `payment-gateway` for `PAYMENT_GATEWAY_PORT`. */
  readonly called?: string | undefined;
  /** More hosts whose port it is, too: its variable is used with each. */
  readonly alsoFor?: readonly string[] | undefined;
  /** Its variable is used with `host`, though its name says that it is this container's: `PORT`. */
  readonly ownByName?: boolean | undefined;
  /** Nothing speaks for it but that EXPOSE declares the number, too. */
  readonly exposedOnly?: boolean | undefined;
  /** The place says that the host is another one: `--upstream http://app:80`. */
  readonly elsewhere?: boolean | undefined;
  readonly protocol?: Protocol | undefined;
  /** Set where the finder knows better than the transform: a config file written by RUN. */
  readonly role?: Role | undefined;
  /** Both ends of `8000-8010`, on the finding of each end. */
  readonly range?: PortRange | undefined;
  /** The port is not written: a URL without one, or a client that uses its default. */
  readonly implicit?: ImplicitPort | undefined;
  /** Why it is for a person to decide, where that is not just a lack of evidence. */
  readonly review?: 'mixed-use' | 'composed-port' | undefined;
  /** Prose for people (comment, echoed text, description): `--no-comments` keeps it. */
  readonly prose?: boolean | undefined;
}

export interface PortRange {
  readonly first: number;
  readonly last: number;
  /** The whole range, both ends and what is between them. */
  readonly at: MappedText;
  readonly end: 'first' | 'last';
  /** Whether the place can list several ports and ranges, blank-separated, as EXPOSE can. */
  readonly splittable: boolean;
}

export type ImplicitPort =
  /** `http://localhost/` : `:8080` is inserted at `at`. */
  | { readonly how: 'insert' }
  /**
   * `redis-cli ping`: an argument is to be added by hand; `{port}` stands for the new port. Where `variable`
   * is set in the environment, the port is that one's.
   */
  | { readonly how: 'argument'; readonly hint: string; readonly variable?: string | undefined };

/** A place where the value of a variable is used. */
export interface VariableFinding {
  readonly kind: 'variable';
  readonly name: string;
  /**
   * `port`: in a place for this container's port; `other`: in a place that is surely for something
   * else; `composed`: as a part of a port, `${BASE}95`.
   */
  readonly as: 'port' | 'other' | 'composed';
  readonly at: MappedText;
  readonly reason: string;
  /** These three as on the finding of a port. */
  readonly host?: string | undefined;
  readonly guessedHost?: boolean | undefined;
  readonly called?: string | undefined;
}

/** Digits that surely are not this container's port, such as those of `--workers 8`. */
export interface OtherFinding {
  readonly kind: 'other';
  /** The digits, or a longer text all of whose digits are meant. */
  readonly at: MappedText;
  readonly reason: string;
  /** Only a name suggests it; what is written beside it counts more. */
  readonly guessed?: boolean | undefined;
}

export type Finding = PortFinding | VariableFinding | OtherFinding;

/**
 * The same port in another text, or elsewhere in it. Written out, as engines copy an object much
 * faster so than by spreading it.
 *
 * @param place gives the text that stands in the place of one of the finding's texts
 */
export function replaced(finding: PortFinding, place: (text: MappedText) => MappedText): PortFinding {
  const { range } = finding;
  return {
    kind: 'port',
    at: place(finding.at),
    port: finding.port,
    certainty: finding.certainty,
    reason: finding.reason,
    host: finding.host,
    guessedHost: finding.guessedHost,
    hostBeside: finding.hostBeside,
    called: finding.called,
    alsoFor: finding.alsoFor,
    ownByName: finding.ownByName,
    exposedOnly: finding.exposedOnly,
    elsewhere: finding.elsewhere,
    protocol: finding.protocol,
    role: finding.role,
    range: range === undefined ? undefined : { ...range, at: place(range.at) },
    implicit: finding.implicit,
    review: finding.review,
    prose: finding.prose,
  };
}

/** One place in a file where a port stands. Spans are UTF-16 offsets in the decoded file. */
export interface Occurrence {
  /** The digits, or the empty place where `:PORT` is to be inserted. */
  readonly span: Span;
  readonly role: Role;
  /** The name of the transform that found it. */
  readonly transform: string;
  /** The instruction's keyword in upper case; `COMMENT` for a comment. */
  readonly instruction: string;
  /** The stage's name, or its number in the file from 0; undefined before the first FROM. */
  readonly stage: string | undefined;
  readonly finding: PortFinding;
  /** False where the digits are not one run of the file: split by a continuation, escaped, composed. */
  readonly editable: boolean;
}

/** A run of the file whose digits are no port of the container. */
export interface NonOccurrence {
  readonly span: Span;
  readonly reason: string;
}
