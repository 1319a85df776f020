import { MappedText, type Span } from '../text/mapped-text.ts';
import {
  bareInstruction,
  type From,
  type Instruction,
  readComment,
  readInstruction,
  type ShellKind,
  type Stage,
} from './instruction.ts';
import { readKnown } from './known-instructions.ts';
import { readDirectives, readLines } from './lines.ts';

export interface Dockerfile {
  readonly text: string;
  readonly escape: string;
  /** Instructions and comments in the order of the file. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly problems: readonly DockerfileProblem[];
  /** Which instructions were read, where it was not all of them. */
  readonly isOfInterest?: LineFilter | undefined;
}

/** What the builder would not accept, or what cannot be read. */
export interface DockerfileProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly span: Span;
  readonly hint: string;
}

/** Whether a line, as the file has it, can have anything to do with what a Dockerfile is read for. */
export type LineFilter = (line: string) => boolean;

/** Instructions that mean nothing to the others, where they hold neither a port nor a variable, nor name the container. */
const CAN_BE_PASSED_OVER = /^(?:ADD|COPY|LABEL|MAINTAINER|RUN|VOLUME|WORKDIR)[ \t]/i;
const USES_VARIABLES = /[$%]|env/i;
const IS_LABEL = /^LABEL/i;
const NAMES_CONTAINER = /service|name/i;
/** What may stand within a name, and vanishes when it is read. */
const WITHIN_NAMES = /["'\\`\r\n]/g;

/**
 * Reads a whole Dockerfile. Never throws: what cannot be read is a problem with its place.
 *
 * @param isOfInterest whether an instruction is read that means nothing to the others; all are by default
 */
export function parseDockerfile(text: string, isOfInterest?: LineFilter): Dockerfile {
  const { escape } = readDirectives(text);
  const instructions: Instruction[] = [];
  const stages: Stage[] = [];
  const problems: DockerfileProblem[] = [];
  const shells = new Map<Stage | undefined, ShellKind>();
  let stage: Stage | undefined;

  for (const line of readLines(text)) {
    if (line.kind === 'problem') {
      const { code, message, hint, span } = line;
      problems.push({ code, severity: 'error', message, span, hint });
      continue;
    }
    const standing = {
      index: instructions.length,
      span: line.span,
      stage,
      shell: shells.get(stage) ?? 'posix',
      heredocs: line.kind === 'instruction' ? line.heredocs : [],
    };
    if (
      isOfInterest !== undefined &&
      isPassedOver(line.kind, text.slice(line.span.start, line.span.end), isOfInterest)
    ) {
      instructions.push(bareInstruction(undefined, NO_TEXT, standing));
      continue;
    }
    if (line.kind === 'comment') {
      const comment = readKnown(text, '', standing, () => readComment(line.text, standing));
      if (comment !== undefined) instructions.push(comment);
      continue;
    }
    const circumstances = `${escape}${standing.shell} `;
    const instruction = readKnown(text, circumstances, standing, () => readInstruction(line.text, escape, standing));
    if (instruction === undefined) {
      const word = /^\S*/.exec(line.text.text)?.[0] ?? '';
      problems.push({
        code: 'unknown-instruction',
        severity: 'error',
        message: `"${shorten(word)}" is not an instruction of a Dockerfile`,
        span: line.span,
        hint: 'check the spelling, or whether the line before should end with a continuation',
      });
      instructions.push(bareInstruction(undefined, line.text, standing));
      continue;
    }
    if (instruction.from !== undefined) {
      stage = startStage(instruction.from, stages);
      stages.push(stage);
      shells.set(stage, shells.get(stage.parent) ?? 'posix');
      instructions.push({ ...instruction, stage });
      continue;
    }
    if (instruction.keyword === 'SHELL') shells.set(stage, kindOfShell(instruction.exec?.[0]?.text ?? ''));
    instructions.push(instruction);
  }
  return { text, escape, instructions, stages, problems: worthSaying(problems, text), isOfInterest };
}

/** More problems say no more of a file: it is something else than a Dockerfile, or one that was cut. */
const MOST_PROBLEMS = 10;

/** Of the problems of a file that is no text one, of others the first, and how many there are more. */
function worthSaying(problems: readonly DockerfileProblem[], text: string): readonly DockerfileProblem[] {
  const [first] = problems;
  const zero = first === undefined ? -1 : text.indexOf('\0');
  if (first !== undefined && zero !== -1) {
    const message = 'this is not text: it has a byte that is 0';
    const hint = 'name another file, or leave this one out: --exclude GLOB';
    return [{ code: 'not-text', severity: 'error', message, span: { start: zero, end: zero + 1 }, hint }];
  }
  const next = problems[MOST_PROBLEMS];
  if (next === undefined) return problems;
  const message = `${problems.length - MOST_PROBLEMS} more errors like these are in this file`;
  const hint = 'check whether it is a Dockerfile, or leave it out: --exclude GLOB';
  return [...problems.slice(0, MOST_PROBLEMS), { ...next, code: 'more-problems', message, hint }];
}

/** What is passed over holds a place in the order of the file, and no more. */
const NO_TEXT = MappedText.of('');

function isPassedOver(kind: 'instruction' | 'comment', source: string, isOfInterest: LineFilter): boolean {
  if (kind === 'instruction') {
    if (!CAN_BE_PASSED_OVER.test(source) || USES_VARIABLES.test(source) || namesContainer(source)) return false;
  }
  return !isOfInterest(source);
}

function namesContainer(source: string): boolean {
  return IS_LABEL.test(source) && NAMES_CONTAINER.test(source.replace(WITHIN_NAMES, ''));
}

/** The stage an instruction stands in, for people: its name, else its number from 0. */
export function nameOfStage(stage: Stage | undefined): string | undefined {
  return stage === undefined ? undefined : (stage.name ?? String(stage.index));
}

function startStage({ image, name }: From, stages: readonly Stage[]): Stage {
  const parent = stages.findLast((earlier) => earlier.name !== undefined && earlier.name === image.toLowerCase());
  return { index: stages.length, name, image, parent };
}

function kindOfShell(program: string): ShellKind {
  if (/(?:powershell|pwsh)(?:\.exe)?$/i.test(program)) return 'powershell';
  return /cmd(?:\.exe)?$/i.test(program) ? 'cmd' : 'posix';
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}
