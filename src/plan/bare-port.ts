import { readName } from '../knowledge/names.ts';
import type { Inline } from './inline.ts';
import { isNameLike, type Line, readLine, startOfName, VERBS } from './line.ts';
import { isImageName, namesDockerfile, plainName } from './names.ts';

/** A line with the name of a service and a number that nothing says to be a port. */
export type BarePort =
  /** The number can be nothing else, if it is about ports at all: `api: 8096`, `api (8096)`. */
  | { readonly kind: 'clear'; readonly number: string; readonly line: Line & { readonly service: string } }
  | {
      readonly kind: 'unclear';
      readonly number: string;
      readonly service: Pick<Line, 'dockerfiles' | 'image'> & { readonly name: string };
    };

/** Numbers of their own, not those of `v1.2`, `30s`, `50%`, `2026-05-01` or `$5`. */
const NUMBER = /(?<![\p{L}\p{N}._$€£%-]|\d[-/])\d+(?![\p{L}\p{N}]|[.,]\d|\s?[%°]|-\d\d-\d\d)/gu;
const UNIT =
  /^\s*(?:m?s|secs?|seconds?|mins?|minutes?|h|hours?|days?|weeks?|[kmgt]i?b|bytes?|x|times|replicas?|instances?|workers?|threads?|processes|cpus?|cores?|users?|requests?|rps|connections?|files?|lines?|tests?|retries|attempts?)\b/i;
/** What may stand behind the number of a clear line: the end, a note in brackets, another part. */
const CLEAR_END = /^(?:\/(?:tcp|udp|sctp)\b)?(?:\s*$|\s*[.!]\s*$|\s+[-–—]\s|\s*[^\p{L}\p{N}\s:/.+%°-])/iu;
/** Fewer words are a name, more are prose. */
const MOST_WORDS = 4;
/** A number with fewer digits may be anything, where only a blank is before it. */
const LIKELY = /^[1-9]\d{3,4}$/;

const BETWEEN = /\s*(?:[:：=([|,]|→|->|=>)|\s+[-–—@•·]\s+/u;
const CONNECTORS = new RegExp(
  `(?:\\s+(?:is|be|has|have|takes|keeps|stays|goes|moves|wants|needs|should|shall|must|will|on|at|to|via|now|${VERBS}))+\\s*$`,
  'i',
);

/**
 * Reads a line that does not say "port".
 *
 * @param above the service of the item that it is below, whose port it may be where it is but a number
 */
export function readBarePort(inline: Inline, above?: string): BarePort | undefined {
  const { text } = inline;
  const start = startOfName(text);
  const numbers = [...masked(inline).slice(start).matchAll(NUMBER)].map(({ 0: number, index }) => ({
    number,
    index: start + index,
    end: start + index + number.length,
  }));
  const [first, ...others] = numbers;
  if (first === undefined || UNIT.test(text.slice(first.end))) return undefined;
  const read = readLine(inline, true);
  if (read.kind === 'line' && read.line.service !== undefined && read.line.ports.length > 0) {
    const { service, ports, dockerfiles, image } = read.line;
    const [port, second] = ports;
    const isOne = others.length === 0 && second === undefined && port?.name === undefined;
    const isClear = isOne && text[first.index - 1] !== '#' && CLEAR_END.test(text.slice(first.end));
    if (isClear && /^[1-9]\d+$/.test(first.number)) {
      return { kind: 'clear', number: first.number, line: { ...read.line, service } };
    }
    return { kind: 'unclear', number: first.number, service: { name: service, dockerfiles, image } };
  }
  if (read.kind === 'line' && read.line.service === undefined) return undefined;
  const name = !/\p{L}/u.test(text)
    ? above
    : nameBeside(text.slice(start, first.index), text.slice(first.end), first.number);
  return name === undefined
    ? undefined
    : { kind: 'unclear', number: first.number, service: { name, dockerfiles: [], image: undefined } };
}

/** Whether a name is one of what is counted or measured: `Timeout`, `Workers`. */
export function isMeasure(name: string): boolean {
  return readName(name)?.says === 'other';
}

/** Whether a number looks like a port by itself. */
export function isLikelyPort(number: string): boolean {
  return LIKELY.test(number) && Number(number) <= 65535;
}

/** The text with images, Dockerfiles and what is struck through out of the way. */
function masked({ text, spans }: Inline): string {
  const isName = (code: string): boolean => namesDockerfile(code) || (isImageName(code) && !/^[^/]*:\d+$/.test(code));
  const names = spans.filter((span) => isName(span.text));
  return names
    .reduce((rest, { at, length }) => rest.slice(0, at) + '_'.repeat(length) + rest.slice(at + length), text)
    .replace(/~~.*?~~/gs, (struck) => ' '.repeat(struck.length));
}

/** The name before a number, or else behind it: `8096: api`. */
function nameBeside(before: string, behind: string, number: string): string | undefined {
  const isBefore = /\p{L}/u.test(before);
  const part = isBefore ? before : behind.replace(/^[^\p{L}\p{N}]+/u, '');
  const whole = part.split(BETWEEN)[0] ?? '';
  const name = plainName(isBefore ? whole.replace(CONNECTORS, '') : whole);
  const isJoined = isBefore
    ? name === plainName(before) && /[\p{L}\p{N}]\s*$/u.test(before)
    : /^\s*\p{L}/u.test(behind);
  if (isJoined && !isLikelyPort(number)) return undefined;
  return isNameLike(name) && name.split(' ').length <= MOST_WORDS ? name : undefined;
}
