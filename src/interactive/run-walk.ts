import { CERTAINTIES, type Certainty } from '../occurrence.ts';
import type { Colors } from '../report/color.ts';
import { printable } from '../report/printable.ts';
import type { PlannedDockerfile } from '../run/plan-dockerfile.ts';
import { withChosen } from './choose.ts';
import { type WalkHunk, walkHunks } from './items.ts';
import { hunkText, outcomeText, whyText } from './show.ts';
import {
  answerWalk,
  chosenItems,
  openHunk,
  progressOf,
  startWalk,
  type WalkAnswer,
  type WalkState,
  withThreshold,
} from './walk.ts';

/** One key of a question, and what it does. */
export interface KeyOption {
  /** One lower-case letter. */
  readonly key: string;
  readonly label: string;
}

/** Shows texts and asks questions. */
export interface Prompter {
  show(text: string): void;
  /** @returns one of the keys; undefined where the user breaks off. */
  askKey(message: string, options: readonly KeyOption[]): Promise<string | undefined>;
  /** @returns undefined where the user breaks off. */
  askCertainty(message: string, current: Certainty, options: readonly Certainty[]): Promise<Certainty | undefined>;
}

export interface WalkOptions {
  readonly colors: Colors;
  /** How many unchanged lines are shown around each change. */
  readonly context: number;
}

const ANSWERS: ReadonlyMap<string, WalkAnswer> = new Map([
  ['y', 'yes'],
  ['n', 'no'],
  ['a', 'file'],
  ['d', 'none-in-file'],
  ['p', 'port'],
  ['s', 'split'],
  ['b', 'back'],
  ['q', 'quit'],
]);

/**
 * Asks about every change of planned files, like `git add -p`.
 *
 * @returns the files with what was chosen, as many and in the same order; undefined where the user
 *   breaks off, so that nothing is to be done
 */
export async function runWalk<T extends PlannedDockerfile>(
  files: readonly T[],
  prompter: Prompter,
  options: WalkOptions,
): Promise<readonly T[] | undefined> {
  let state: WalkState | undefined = startWalk(walkHunks(files, options.context));
  for (;;) {
    state = await walkToEnd(files, state, prompter, options);
    if (state === undefined) return undefined;
    const chosen = chosenFiles(files, state);
    prompter.show(outcomeText(chosen, options.colors));
    const isRefused = chosen.some((file, i) => errorCount(file) > errorCount(files[i]));
    if (!isRefused) return chosen;
    const key = await prompter.askKey('These changes cannot be made together', [
      { key: 'b', label: 'back to the last question' },
      { key: 'q', label: 'quit: leave the files with errors as they are' },
    ]);
    if (key === undefined) return undefined;
    if (key === 'q') return chosen;
    state = answerWalk(state, 'back');
  }
}

/** Asks until nothing is open. */
async function walkToEnd(
  files: readonly PlannedDockerfile[],
  start: WalkState,
  prompter: Prompter,
  options: WalkOptions,
): Promise<WalkState | undefined> {
  let state = start;
  let shown: WalkHunk | undefined;
  for (let hunk = openHunk(state); hunk !== undefined; hunk = openHunk(state)) {
    const file = files[hunk.file];
    if (file === undefined) break;
    if (!isSame(shown, hunk)) {
      prompter.show(hunkText(file, hunk, { ...options, isFirst: shown?.file !== hunk.file }));
      if (!hunk.items.every(({ planned }) => planned)) prompter.show(whyText(file, hunk.items, options.colors));
    }
    shown = hunk;
    const key = await prompter.askKey(messageOf(file, hunk, state), keysFor(hunk, state));
    if (key === undefined) return undefined;
    if (key === 'w') prompter.show(whyText(file, hunk.items, options.colors));
    if (key === 't') {
      const threshold = await prompter.askCertainty(
        'The least certain change to ask about',
        state.threshold,
        CERTAINTIES,
      );
      if (threshold === undefined) return undefined;
      state = withThreshold(state, threshold);
    }
    const answer = ANSWERS.get(key);
    if (answer !== undefined) state = answerWalk(state, answer);
  }
  return state;
}

function isSame(one: WalkHunk | undefined, other: WalkHunk): boolean {
  return one?.items.length === other.items.length && one.items.every(({ id }, i) => id === other.items[i]?.id);
}

function messageOf(file: PlannedDockerfile, { items }: WalkHunk, state: WalkState): string {
  const { done, total } = progressOf(state);
  const ports = portsOf(items);
  const isPossible = items.some(({ planned }) => !planned);
  const question = isPossible ? `Is this the port? ${ports}, for review` : `Change ${ports}?`;
  return `(${done + 1}/${total}) ${printable(file.path)}: ${question}`;
}

function portsOf(items: WalkHunk['items']): string {
  return [...new Set(items.map(({ edit }) => `${edit.from} → ${edit.to}`))].join(', ');
}

/** The keys of a question; the first is what Enter stands for, which changes nothing that is in doubt. */
function keysFor({ items }: WalkHunk, state: WalkState): KeyOption[] {
  const isPlanned = items.every(({ planned }) => planned);
  const yes = { key: 'y', label: items.length === 1 ? 'yes, change it' : `yes, change these ${items.length}` };
  const no = { key: 'n', label: 'no, leave it as it is' };
  return [
    ...(isPlanned ? [yes, no] : [no, yes]),
    { key: 'a', label: 'yes, and all others that are planned in this file' },
    { key: 'd', label: 'no, and nothing else in this file' },
    { key: 'p', label: `yes, and all others that are planned of ${portsOf(items)}, in all files` },
    ...(items.length > 1 ? [{ key: 's', label: 'split: ask one by one' }] : []),
    { key: 'w', label: 'why: role, certainty and reason' },
    { key: 't', label: `threshold of certainty, now ${state.threshold}` },
    ...(state.previous === undefined ? [] : [{ key: 'b', label: 'back, take the last answer back' }]),
    { key: 'q', label: 'quit: make what was chosen so far, leave the rest' },
  ];
}

function chosenFiles<T extends PlannedDockerfile>(files: readonly T[], state: WalkState): T[] {
  const chosen = chosenItems(state);
  return files.map((file, index) =>
    withChosen(
      file,
      chosen.filter((item) => item.file === index).map(({ edit }) => edit),
    ),
  );
}

function errorCount(file: PlannedDockerfile | undefined): number {
  return file?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
}
