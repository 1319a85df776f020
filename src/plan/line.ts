import { type Chunk, chunksOf } from './chunks.ts';
import type { PlacedText, PlanPort } from './document.ts';
import { type Field, fieldOf } from './fields.ts';
import type { Inline } from './inline.ts';
import { isImageName, namesDockerfile, plainName, plainWords, saysNone } from './names.ts';
import { readPortCell } from './port-cell.ts';
import { readPortLabel } from './port-label.ts';

/** What a line of a document says: of the service that it names itself, or of one that is named above it. */
export interface Line {
  /** The service that it names; undefined where it is about one that is named above. */
  readonly service: string | undefined;
  /** It is written as the label of a port: `Metrics port: 9100`. */
  readonly labelled: boolean;
  readonly ports: readonly PlanPort[];
  /** The old ports, where an item of its own states them. */
  readonly from: readonly PlanPort[];
  readonly dockerfiles: readonly PlacedText[];
  readonly external: boolean;
  readonly hosts: readonly PlacedText[];
  readonly image: string | undefined;
}

/** A line that was understood, one that seems to state a port but was not, or one about something else. */
export type ReadLine =
  | { readonly kind: 'line'; readonly line: Line }
  | {
      readonly kind: 'unclear';
      readonly reason: string;
      /** Whose port it is: that of the service above where it is a field, such as `Port: 80 and more`. */
      readonly service?: 'above' | (Pick<Line, 'dockerfiles' | 'image'> & { readonly name: string });
    }
  | { readonly kind: 'wrong'; readonly message: string; readonly hint: string; readonly offset: number }
  | { readonly kind: 'other' };

type Draft = { -readonly [K in keyof Line]: Line[K] };

/** More words are a sentence, not a name. */
const MOST_WORDS = 7;
/** More words beside a service are a sentence, too, which may say anything of its port. */
const MOST_WORDS_BESIDE = 6;
/** Words of sentences: what has one of them is no name. */
const SENTENCE = new Set(
  `be is are was were been has have had may must shall should will would can could not no nobody which that this these
  uses use used using runs run running listens listen conflicts conflict changed change changes moved move moves
  updated update fixed fix set sets needs need responds respond answers requires because when if so then both still now from to`.split(
    /\s+/,
  ),
);
/** What a service does on its port. */
export const VERBS =
  'listens|listening|listen|runs|running|uses|using|serves|serving|served|available|reachable|exposed|bound|binds|gets';
const NOTHING: Line = {
  service: undefined,
  labelled: false,
  ports: [],
  from: [],
  dockerfiles: [],
  external: false,
  hosts: [],
  image: undefined,
};

/** Whether a text has words of sentences: it is hardly a name with its port. */
export function isSentence(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => SENTENCE.has(word));
}

/**
 * Reads a line such as `TRON Client (pickme/lucid-tron-client:latest-arm64 - Port 8091)`,
 * `Port: 8095`, `TRX Staking — port 8096 — Dockerfile.trx-staking`.
 *
 * It is understood only if nothing in it that has a number is left over: `changed 8095 to 8096`
 * states no plan.
 *
 * @param about whether what is around it is about ports, so that `TRX Staking: 8096` means one
 */
export function readLine(inline: Inline, about: boolean): ReadLine {
  const { text } = inline;
  const start = startOfName(text);
  const draft: Draft = { ...NOTHING };
  const field = readField(text.slice(start), start, inline, draft);
  if (field !== undefined) return field === 'line' ? { kind: 'line', line: draft } : field;
  const end = nameEnd(inline, start, about);
  const { service, labelled } = withoutPort(text, start, end);
  const chunks = chunksOf(inline, end.index + end.length);
  let [unclear, isFirst, lastWasPort] = [false, true, false];
  for (const chunk of chunks) {
    const said = readChunk(chunk, inline, draft, { bare: lastWasPort || ((about || labelled) && isFirst) });
    if (said === 'wrong' || said === 'unclear') unclear = true;
    lastWasPort = said === 'port';
    isFirst = false;
  }
  const isName = isNameLike(service);
  const says = draft.ports.length > 0;
  if (
    isName &&
    !unclear &&
    (says || chunks.length === 0 || draft.dockerfiles.length > 0 || draft.image !== undefined)
  ) {
    return { kind: 'line', line: { ...draft, service, labelled } };
  }
  if (!/(?<!\d)\d{2,5}(?!\d)/.test(text.slice(start)) || !(/\bports?\b/i.test(text) || (about && says)))
    return { kind: 'other' };
  if (!isName) return { kind: 'unclear', reason: 'what comes before the port is not the name of a service' };
  const { dockerfiles, image } = draft;
  return {
    kind: 'unclear',
    reason: 'it says more than a service, its port, Dockerfile, image and host',
    service: { name: service, dockerfiles, image },
  };
}

/** Where a line begins to say something: behind its box, decoration and number. */
export function startOfName(text: string): number {
  return /^\s*(?:\[[ x]\]\s+)?[^\p{L}\p{N}]*(?:\d+\s*[.)]\s+)?/iu.exec(text)?.[0].length ?? 0;
}

/** Whether a text may be the name of a service: short, and no sentence. */
export function isNameLike(text: string): boolean {
  const words = text.toLowerCase().split(' ');
  return words.length <= MOST_WORDS && /\p{L}/u.test(text) && !words.some((word) => SENTENCE.has(word));
}

/** The name of a line without the word "port" behind it: `Metrics` of `Metrics port: 9100`. */
function withoutPort(
  text: string,
  start: number,
  end: NameEnd,
): { readonly service: string; readonly labelled: boolean } {
  const name = plainName(text.slice(start, end.index));
  const own = name.replace(/[\s_-]ports?$/i, '');
  const separator = text.slice(end.index, end.index + end.length);
  const isBefore = /^\s+$/.test(separator) && /^ports?\b/i.test(text.slice(end.index + end.length));
  return { service: own, labelled: isBefore || own !== name };
}

/** `Port: 8095` and the like; what it says goes to `draft`. */
function readField(
  text: string,
  start: number,
  inline: Inline,
  draft: Draft,
): 'line' | Exclude<ReadLine, { kind: 'line' }> | undefined {
  const match = /^([^\n:：=\d]{1,40}?)\s*(?:[:：=]|(?<=\bports?)\s)\s*(?=\S)/iu.exec(text);
  const key = match?.[1] ?? '';
  const field = fieldOf(key);
  if (match === null || field === undefined) return undefined;
  const at = start + match[0].length;
  const value = inline.text.slice(at);
  if (field === 'service') {
    draft.service = plainName(value);
    return draft.service === '' ? undefined : 'line';
  }
  return setField(field, value, at, inline, draft);
}

function setField(
  field: Field,
  value: string,
  at: number,
  inline: Inline,
  draft: Draft,
): 'line' | Exclude<ReadLine, { kind: 'line' }> {
  const spans = inline.spans.filter((span) => span.at >= at && span.at < at + value.length);
  const texts: PlacedText[] = spans.length > 0 ? spans : [{ text: value.trim(), offset: inline.offsetAt(at) }];
  switch (field) {
    case 'port':
    case 'from': {
      const read = readPortCell(value, (index) => inline.offsetAt(at + index));
      if (read.kind === 'wrong') return read;
      if (read.kind === 'unclear') {
        return { kind: 'unclear', reason: 'this is not how a port is written', service: 'above' };
      }
      if (read.kind === 'none') return { kind: 'other' };
      if (field === 'port') draft.ports = [...draft.ports, ...namedByNote(read.ports, value)];
      else draft.from = [...draft.from, ...read.ports];
      return 'line';
    }
    case 'dockerfile':
      if (saysNone(value)) draft.external = true;
      else draft.dockerfiles = [...draft.dockerfiles, ...texts.map(withoutNote)];
      return 'line';
    case 'host':
      draft.hosts = [...draft.hosts, ...texts.flatMap(split)];
      return 'line';
    case 'image':
      draft.image ??= texts.map(({ text }) => text).find(isImageName);
      return 'line';
    default:
      return { kind: 'other' };
  }
}

interface NameEnd {
  readonly index: number;
  readonly length: number;
}

/** `9100 (metrics)` is the metrics port, where it is not the only one. */
function namedByNote(ports: readonly PlanPort[], value: string): readonly PlanPort[] {
  const [only, ...others] = ports;
  if (only === undefined || others.length > 0) return ports;
  const label = readPortLabel(plainWords(value.replace(/^.*\d\S*/s, '')));
  return label.kind === 'extra' ? [{ ...only, name: only.name ?? label.name }] : ports;
}

const SEPARATORS =
  /\s*[(,;|]\s*|(?<=[\s_-]ports?)\s*=\s*|\s*[:：](?:\s+|$)|\s+[-–—=@•·]\s+|\s*(?:→|->|=>)\s*|\n|\s+(?=(?:on\s+)?ports?\s*[:#]?\s*\d)/;
/** `api=8096`, `api :8096`, `api listens on 8096`, `api uses 8096`: where bare numbers are ports. */
const BEFORE_NUMBERS = [
  /\s*=\s*(?=:?\d)|\s+(?=:\d)/.source,
  `(?:\\s+(?:is|${VERBS}))*\\s+(?:on|at)\\s+(?=:?\\d)`,
  `\\s+(?:${VERBS})\\s+(?=:?\\d)`,
];
const NAME_END = new RegExp(SEPARATORS, 'giu');
const NAME_END_BEFORE_NUMBERS = new RegExp([SEPARATORS.source, ...BEFORE_NUMBERS].join('|'), 'giu');

/** Where the name of the service ends, and how long what separates it is. */
function nameEnd({ text, spans, marks }: Inline, start: number, about: boolean): NameEnd {
  const pattern = about ? NAME_END_BEFORE_NUMBERS : NAME_END;
  pattern.lastIndex = start;
  const separator = pattern.exec(text);
  const index = separator?.index ?? text.length;
  // `**api** 8096`
  const mark = about ? marks.find(({ at, length }) => at <= start && start < at + length) : undefined;
  const blank = mark === undefined ? null : /^\s+(?=:?\d)/.exec(text.slice(mark.at + mark.length));
  if (mark !== undefined && blank !== null && mark.at + mark.length <= index) {
    return { index: mark.at + mark.length, length: blank[0].length };
  }
  const span = spans.find(
    ({ at, text: code }) => at > start && at < index && (isImageName(code) || namesDockerfile(code)),
  );
  if (span !== undefined) return { index: span.at, length: 0 };
  return { index, length: separator?.[0].length ?? 0 };
}

function readChunk(
  { text, at }: Chunk,
  inline: Inline,
  draft: Draft,
  { bare }: { readonly bare: boolean },
): 'port' | 'field' | 'decoration' | 'unclear' | 'wrong' {
  const offset = inline.offsetAt(at);
  if (namesDockerfile(text)) {
    draft.dockerfiles = [...draft.dockerfiles, { text, offset }];
    return 'field';
  }
  const keyed = /^((?:\p{L}+\s+){0,3}?ports?|\p{L}[\p{L} ]*?(?=\s*[:=]))\s*[:#=]?\s*(?=\S)/iu.exec(text);
  const key = keyed?.[1]?.replace(/^(?:on|at|uses|listens on|runs on)\s+/i, '') ?? '';
  const field = fieldOf(key);
  if (keyed !== null && field !== undefined && field !== 'service') {
    const read = setField(field, text.slice(keyed[0].length), at + keyed[0].length, inline, draft);
    if (read === 'line') return field === 'port' ? 'port' : 'field';
    return read.kind === 'wrong' ? 'wrong' : /\d{2,}/.test(text) ? 'unclear' : 'decoration';
  }
  const label =
    keyed !== null && /\sports?$/i.test(key) ? readPortLabel(plainWords(key.replace(/\sports?$/i, ''))) : undefined;
  if (keyed !== null && label?.kind === 'extra') {
    const { length } = keyed[0];
    const read = readPortCell(text.slice(length), (index) => inline.offsetAt(at + length + index));
    if (read.kind === 'ports') {
      draft.ports = [...draft.ports, ...read.ports.map((port) => ({ ...port, name: port.name ?? label.name }))];
      return 'port';
    }
  }
  if (bare) {
    const read = readPortCell(text, (index) => inline.offsetAt(at + index));
    if (read.kind === 'wrong') return 'wrong';
    if (read.kind === 'ports') {
      draft.ports = [...draft.ports, ...read.ports];
      return 'port';
    }
  }
  if (isImageName(text)) {
    draft.image ??= text;
    return 'field';
  }
  if (/(?<![\d.])\d{4,5}(?![\d.])/.test(text) || /\bports?\b.*\d/i.test(text)) return 'unclear';
  return text.split(/\s+/).length > MOST_WORDS_BESIDE ? 'unclear' : 'decoration';
}

/** `Dockerfile.api (multi-stage)` without what is said about it. */
function withoutNote({ text, offset }: PlacedText): PlacedText {
  const word = text.split(/[\s,]+/).find(namesDockerfile);
  return word === undefined ? { text, offset } : { text: word, offset: offset + text.indexOf(word) };
}

function split({ text, offset }: PlacedText): PlacedText[] {
  return [...text.matchAll(/[^\s,;]+/g)].map((match) => ({ text: match[0], offset: offset + match.index }));
}
