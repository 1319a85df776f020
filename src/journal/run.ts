import { PROTOCOLS, type Protocol } from '../occurrence.ts';
import type { RecordedEdit } from './edits.ts';

/**
 * What became of a run. `writing` and `undoing` are of a run that is going on, or was killed;
 * `rolled-back` is of one that failed and took back what it had written.
 */
export const RUN_STATES = ['writing', 'done', 'undoing', 'undone', 'rolled-back'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What is known of a run before its first write, and never changes. */
export interface RunHeader {
  /** Sorts by time: `20261122T101500Z-3f9a`. */
  readonly id: string;
  /** ISO 8601, in UTC. */
  readonly started: string;
  /** The real path that the paths of its files are relative to. */
  readonly root: string;
  /** The digest of the mapping. */
  readonly mapping: string;
  /** What has started it, for people: `reberth apply`; `applyPlan` for the library. */
  readonly command: string;
  /** How many files are in the journal. */
  readonly files: number;
  readonly edits: number;
}

/** How far a run came. */
export interface RunProgress {
  readonly state: RunState;
  /** When it came to this state: ISO 8601, in UTC. */
  readonly changed: string;
  /** Paths of files that the state does not hold for: not written, or not taken back, with --keep-going. */
  readonly except: readonly string[];
}

export interface RunRecord extends RunHeader, RunProgress {}

/** An entry of the mapping that was in force for a file. */
export interface RecordedMove {
  readonly service?: string | undefined;
  /** Whose port it is: another container's, by its host name in lower case; undefined for the file's own. */
  readonly host?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly protocol?: Protocol | undefined;
  /** How many edits it made. With 0 it would move what another entry has moved to its `from`. */
  readonly edits: number;
}

/** What a run does to one file: enough to get from either content to the other. */
export interface FileRecord {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** The permission bits, such as `0o644`. */
  readonly mode: number;
  /** SHA-256, in hexadecimal. */
  readonly before: string;
  readonly after: string;
  /** In the order of the file. */
  readonly edits: readonly RecordedEdit[];
  readonly moves: readonly RecordedMove[];
}

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{4}$/;
const DIGEST = /^[0-9a-f]{64}$/;

export function isRunId(name: string): boolean {
  return ID.test(name);
}

/** An id that sorts after `last`, also where the clock was set back or both runs start in one second. */
export function runIdAfter(last: string | undefined, now: Date, random: string): string {
  const started = Math.floor(now.getTime() / 1000);
  const seconds = last === undefined ? started : Math.max(started, secondsOf(last) + 1);
  return `${new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}-${random}`;
}

function secondsOf(id: string): number {
  const [, year, month, day, hour, minute, second] = ID.exec(id)?.map(Number) ?? [];
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000;
}

/** Whether it is neither done nor taken back: it was killed, or is going on right now. */
export function isUnfinished({ state }: RunProgress): boolean {
  return state === 'writing' || state === 'undoing';
}

/** The files of a run that have the content that it gave them, or may have it, as far as the journal knows. */
export function movedFiles({ state, except }: RunProgress, files: readonly FileRecord[]): readonly FileRecord[] {
  if (state === 'rolled-back') return [];
  const excepted = new Set(except);
  return files.filter(({ path }) => excepted.has(path) === (state === 'undone'));
}

export function isRunHeader(value: unknown): value is RunHeader {
  return (
    isObject(value) &&
    [value['id'], value['started'], value['root'], value['mapping'], value['command']].every(isText) &&
    [value['files'], value['edits']].every(isCount)
  );
}

export function isRunProgress(value: unknown): value is RunProgress {
  return (
    isObject(value) &&
    RUN_STATES.some((state) => state === value['state']) &&
    isText(value['changed']) &&
    isListOf(value['except'], isText)
  );
}

export function isFileRecord(value: unknown): value is FileRecord {
  return (
    isObject(value) &&
    isText(value['path']) &&
    isCount(value['mode']) &&
    [value['before'], value['after']].every((digest) => isText(digest) && DIGEST.test(digest)) &&
    isListOf(value['edits'], isRecordedEdit) &&
    isListOf(value['moves'], isRecordedMove)
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordedEdit(value: unknown): value is RecordedEdit {
  return isObject(value) && isCount(value['offset']) && isText(value['old']) && isText(value['new']);
}

function isRecordedMove(value: unknown): value is RecordedMove {
  return (
    isObject(value) &&
    [value['service'], value['host']].every((name) => name === undefined || isText(name)) &&
    [value['from'], value['to'], value['edits']].every(isCount) &&
    [undefined, ...PROTOCOLS].some((protocol) => protocol === value['protocol'])
  );
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
