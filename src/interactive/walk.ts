import { CERTAINTIES, type Certainty } from '../occurrence.ts';
import type { WalkHunk, WalkItem } from './items.ts';

/**
 * What can be answered to a question. `file` and `port` take this one and the planned changes that are
 * still open in the file or of the port; `none-in-file` leaves those of the file, planned or not.
 */
export type WalkAnswer = 'yes' | 'no' | 'file' | 'none-in-file' | 'port' | 'split' | 'back' | 'quit';

/** A walk at one moment. Answers make new states of it; nothing is ever changed. */
export interface WalkState {
  readonly hunks: readonly WalkHunk[];
  /** By the id of an item. */
  readonly answers: ReadonlyMap<number, boolean>;
  /** The least certain change that is asked about. */
  readonly threshold: Certainty;
  /** Nothing more is asked: what has no answer is left as it is. */
  readonly ended: boolean;
  /** What `back` leads to. */
  readonly previous: WalkState | undefined;
}

/** A walk that asks about everything. */
export function startWalk(hunks: readonly WalkHunk[]): WalkState {
  return { hunks, answers: new Map(), threshold: 'possible', ended: false, previous: undefined };
}

/** What to ask about now, without what is answered already; undefined at the end of the walk. */
export function openHunk(state: WalkState): WalkHunk | undefined {
  if (state.ended) return undefined;
  for (const hunk of state.hunks) {
    const items = hunk.items.filter((item) => isOpen(state, item));
    if (items.length > 0) return { file: hunk.file, items };
  }
  return undefined;
}

/** How many questions are behind, and how many there are, at this threshold. */
export function progressOf(state: WalkState): { readonly done: number; readonly total: number } {
  const asked = state.hunks.filter(({ items }) => items.some((item) => isAsked(state, item)));
  const open = asked.filter(({ items }) => items.some((item) => isOpen(state, item)));
  return { done: asked.length - open.length, total: asked.length };
}

/** The walk after an answer to its open question. */
export function answerWalk(state: WalkState, answer: WalkAnswer): WalkState {
  if (answer === 'back') return state.previous ?? state;
  const hunk = openHunk(state);
  if (hunk === undefined) return state;
  const next = { ...state, previous: state };
  switch (answer) {
    case 'quit':
      return { ...next, ended: true };
    case 'split':
      return { ...next, hunks: split(state.hunks, hunk) };
    case 'yes':
      return { ...next, answers: answered(state, hunk.items, true) };
    case 'no':
      return { ...next, answers: answered(state, hunk.items, false) };
    case 'file':
      return {
        ...next,
        answers: answered(state, [...hunk.items, ...planned(state, (item) => item.file === hunk.file)], true),
      };
    case 'none-in-file':
      return {
        ...next,
        answers: answered(
          state,
          open(state, (item) => item.file === hunk.file),
          false,
        ),
      };
    case 'port': {
      const same = (item: WalkItem): boolean => hunk.items.some((asked) => isSamePort(asked, item));
      return { ...next, answers: answered(state, [...hunk.items, ...planned(state, same)], true) };
    }
  }
}

/** The walk with another threshold: what is less certain is not asked about, and left as it is. */
export function withThreshold(state: WalkState, threshold: Certainty): WalkState {
  return threshold === state.threshold ? state : { ...state, threshold, previous: state };
}

/** What was answered with yes, in the order of the walk. */
export function chosenItems({ hunks, answers }: WalkState): WalkItem[] {
  return hunks.flatMap(({ items }) => items.filter(({ id }) => answers.get(id) === true));
}

function isAsked({ threshold }: WalkState, { edit }: WalkItem): boolean {
  return CERTAINTIES.indexOf(edit.occurrence.finding.certainty) <= CERTAINTIES.indexOf(threshold);
}

function isOpen(state: WalkState, item: WalkItem): boolean {
  return !state.answers.has(item.id) && isAsked(state, item);
}

function open(state: WalkState, wanted: (item: WalkItem) => boolean): WalkItem[] {
  return state.hunks.flatMap(({ items }) => items.filter((item) => isOpen(state, item) && wanted(item)));
}

function planned(state: WalkState, wanted: (item: WalkItem) => boolean): WalkItem[] {
  return open(state, (item) => item.planned && wanted(item));
}

function answered({ answers }: WalkState, items: readonly WalkItem[], answer: boolean): Map<number, boolean> {
  return new Map([...answers, ...items.map(({ id }): [number, boolean] => [id, answer])]);
}

function isSamePort({ edit: one }: WalkItem, { edit: other }: WalkItem): boolean {
  return one.from === other.from && one.to === other.to && one.move.protocol === other.move.protocol;
}

/** Each open change of a hunk as a question of its own. */
function split(hunks: readonly WalkHunk[], { file, items }: WalkHunk): WalkHunk[] {
  const ids = new Set(items.map(({ id }) => id));
  return hunks.flatMap((hunk) => {
    if (!hunk.items.some(({ id }) => ids.has(id))) return [hunk];
    return hunk.items.map((item) => ({ file, items: [item] }));
  });
}
