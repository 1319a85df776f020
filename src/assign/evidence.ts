import { baseImage } from '../dockerfile/effective.ts';
import { exposedPorts } from '../dockerfile/exposed.ts';
import type { Flow } from '../dockerfile/flow.ts';
import type { Instruction, Stage } from '../dockerfile/instruction.ts';
import { nameOfStage } from '../dockerfile/parse.ts';
import { findImage } from '../knowledge/images.ts';
import type { Occurrence } from '../occurrence.ts';
import type { FoundPorts } from '../run/plan-dockerfile.ts';
import { isMainName } from './main-names.ts';
import { type Owns, ownStatements } from './own-ports.ts';

/**
 * Who states a port: `main` is a variable such as `PORT`, `extra` one such as `METRICS_PORT`;
 * `config` is a file that the image build writes.
 */
export type Speaker = 'expose' | 'command' | 'main' | 'extra' | 'config' | 'healthcheck' | 'label';

/** One port that a speaker states. */
export interface Statement {
  readonly speaker: Speaker;
  readonly port: number;
  readonly occurrence: Occurrence;
  /** Bound to loopback alone: not meant to be reached from outside. */
  readonly loopback: boolean;
}

/** What is stated of one image that a Dockerfile builds. */
export interface Evidence {
  readonly stage: Stage | undefined;
  readonly statements: readonly Statement[];
  /** All ports that EXPOSE declares, variables replaced; undefined where one of them is not known. */
  readonly exposed: ReadonlySet<number> | undefined;
  /** The ports that a speaker states by variables: `--port $PORT`. */
  readonly byVariable: ReadonlyMap<Speaker, ReadonlySet<number>>;
  /** Speakers of whom not everything is known: a variable has no value here. */
  readonly unclear: ReadonlySet<Speaker>;
  /** What the base image listens on, and exposes, by default. */
  readonly inherited: ReadonlySet<number>;
}

const LOOPBACK = /(?:\b127(?:\.\d{1,3}){3}|\blocalhost|\[::1\]):$/;

/** The images that a Dockerfile can build that nothing else is built on, the final one last. */
export function readEvidence(file: FoundPorts, owns: Owns): Evidence[] {
  const { dockerfile, findings } = file;
  const parents = new Set(dockerfile.stages.map(({ parent }) => parent));
  const leaves: (Stage | undefined)[] = dockerfile.stages.filter((stage) => !parents.has(stage));
  const statements = ownStatements(file, owns);
  return (leaves.length === 0 ? [undefined] : leaves).map((stage) => {
    const instructions = effectiveInstructions(dockerfile.instructions, stage);
    const base = baseImage(dockerfile, stage, findings.flow);
    return evidenceOf(stage, base, instructions, statementsOf(statements, instructions, file), findings.flow);
  });
}

/** The instructions that count for the image of a stage, in the order of the file. */
function effectiveInstructions(instructions: readonly Instruction[], leaf: Stage | undefined): Instruction[] {
  const chain: (Stage | undefined)[] = [undefined];
  for (let stage = leaf; stage !== undefined; stage = stage.parent) chain.push(stage);
  const own = instructions.filter(({ stage, keyword }) => chain.includes(stage) && keyword !== 'ONBUILD');
  const last = (keyword: string): Instruction | undefined => own.findLast((item) => item.keyword === keyword);
  const entrypoint = last('ENTRYPOINT');
  const command = last('CMD');
  // An ENTRYPOINT forgets the CMD of the stage that its own starts from.
  const forgotten =
    entrypoint !== undefined &&
    command !== undefined &&
    command.stage !== entrypoint.stage &&
    command.index < entrypoint.index;
  const effective = new Set([entrypoint, forgotten ? undefined : command, last('HEALTHCHECK')]);
  return own.filter((item) => !isOverridable(item) || effective.has(item));
}

function isOverridable({ keyword }: Instruction): boolean {
  return keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
}

function statementsOf(
  statements: readonly Occurrence[],
  instructions: readonly Instruction[],
  { dockerfile: { text }, findings: { ownSoftware } }: FoundPorts,
): Statement[] {
  const found: Statement[] = [];
  const variables = new Map<string, { readonly instruction: Instruction; readonly at: Statement[] }>();
  let next = 0;
  for (const occurrence of statements) {
    const { start } = occurrence.span;
    while ((instructions[next]?.span.end ?? Number.POSITIVE_INFINITY) < start) next++;
    const instruction = instructions[next];
    if (instruction === undefined) break;
    if (start < instruction.span.start) continue;
    const speaker = speakerOf(instruction, occurrence, text, ownSoftware);
    if (speaker === undefined) continue;
    const loopback = LOOPBACK.test(text.slice(Math.max(0, start - 20), start));
    const statement = { speaker: speaker.kind, port: occurrence.finding.port, occurrence, loopback };
    if (speaker.variable === undefined) found.push(statement);
    else {
      const known = variables.get(speaker.variable);
      if (known?.instruction === instruction) known.at.push(statement);
      else if (known?.instruction.keyword !== 'ENV' || instruction.keyword === 'ENV') {
        variables.set(speaker.variable, { instruction, at: [statement] });
      }
    }
  }
  found.push(...[...variables.values()].flatMap(({ at }) => at));
  return found.sort((a, b) => a.occurrence.span.start - b.occurrence.span.start);
}

function speakerOf(
  { keyword, pairs, span: { start } }: Instruction,
  { span }: Occurrence,
  text: string,
  ownSoftware: ReadonlySet<string>,
): { readonly kind: Speaker; readonly variable?: string } | undefined {
  switch (keyword) {
    case 'EXPOSE':
      return { kind: 'expose' };
    case 'CMD':
    case 'ENTRYPOINT': {
      const option = OPTION.exec(text.slice(Math.max(start, span.start - 100), span.start))?.[1];
      return { kind: option === undefined || isMainOption(option, ownSoftware) ? 'command' : 'extra' };
    }
    case 'HEALTHCHECK':
      return { kind: 'healthcheck' };
    case 'LABEL': {
      const pair = pairs.findLast(({ name }) => name.sourceOffset(0) <= span.start);
      const inName = pair?.value === undefined || span.start < pair.value.sourceOffset(0);
      return inName ? undefined : { kind: 'label', variable: `label ${pair.name.text}` };
    }
    case 'RUN':
    case 'COPY':
    case 'ADD':
      return { kind: 'config' };
    case 'ENV':
    case 'ARG': {
      const pair = pairs.findLast(({ name }) => name.sourceOffset(0) <= span.start);
      if (pair === undefined) return undefined;
      const variable = pair.name.text;
      return { kind: isMainName(variable, ownSoftware) ? 'main' : 'extra', variable };
    }
    default:
      return undefined;
  }
}

/** The option right before a port: `--port`, `"-p", "`, `-Dserver.port=`. */
const OPTION = /(?:^|[\s"',[])--?([A-Za-z][\w.-]*)(?:=|\s+|["']\s*,\s*["'])["']?[^\s"',]*$/;

function isMainOption(option: string, ownSoftware: ReadonlySet<string>): boolean {
  return option.length === 1 || isMainName(option.replace(/^D(?=[a-z])/, ''), ownSoftware);
}

/** What comes before, between and after programs in a shell command, and starts nothing that listens. */
const HELPERS =
  /^(?:exec|cd|export|set|echo|printf|sleep|mkdir|chown|chmod|source|\.|true|exit|wait|test|\[|if|then|fi|while|do|done|tail|cat|cp|mv|rm|ln|sed|env|envsubst|touch|umask|ulimit|until|trap)\b|^$|^\W*$/;

/** Whether a command starts several programs, so that the port of the one says nothing of the others. */
function startsSeveral({ exec, args }: Instruction): boolean {
  const script =
    exec === undefined
      ? args.text
      : exec.length > 2 && /^-\w*c$/.test(exec[1]?.text ?? '')
        ? (exec[2]?.text ?? '')
        : '';
  const programs = script.split(/&&|\|\||[;&|\n]/).filter((part) => !HELPERS.test(part.trim()));
  return programs.length > 1;
}

function evidenceOf(
  stage: Stage | undefined,
  base: string,
  instructions: readonly Instruction[],
  statements: readonly Statement[],
  flow: Flow,
): Evidence {
  const byVariable = new Map<Speaker, Set<number>>();
  const unclear = new Set<Speaker>();
  for (const instruction of instructions) {
    const speaker =
      instruction.keyword === 'HEALTHCHECK' ? 'healthcheck' : isOverridable(instruction) ? 'command' : undefined;
    if (speaker === undefined) continue;
    if (speaker === 'command' && startsSeveral(instruction)) unclear.add(speaker);
    const text = instruction.args.text;
    const ports = byVariable.get(speaker) ?? new Set();
    byVariable.set(speaker, ports);
    for (const [, braced, plain] of text.matchAll(/\$(?:\{(\w+)|(\w+))/g)) {
      const name = braced ?? plain ?? '';
      const value = flow.definitionAt(name, instruction)?.value;
      if (value === undefined) {
        if (/PORT|ADDR|LISTEN|BIND|URL|HOST|ARGS|OPTS/i.test(name)) unclear.add(speaker);
        continue;
      }
      for (const [digits] of flow.expand(value, instruction).matchAll(/\d{2,5}/g)) ports.add(Number(digits));
    }
  }
  const expose = instructions.filter(({ keyword }) => keyword === 'EXPOSE');
  const known = expose.every((item) => !flow.expand(item.args, item).includes('$'));
  return {
    stage,
    statements,
    exposed: known ? exposedPorts({ instructions: expose }, flow) : undefined,
    byVariable,
    unclear,
    inherited: new Set(findImage(base)?.ports ?? []),
  };
}

/** What would be stated if every port were another one. */
export function withPorts(evidence: Evidence, portFor: (port: number) => number): Evidence {
  const all = (ports: Iterable<number>): Set<number> => new Set([...ports].map(portFor));
  return {
    ...evidence,
    statements: evidence.statements.map((statement) => ({ ...statement, port: portFor(statement.port) })),
    exposed: evidence.exposed && all(evidence.exposed),
    byVariable: new Map([...evidence.byVariable].map(([speaker, ports]) => [speaker, all(ports)])),
  };
}

/** The stage's name, or its number; undefined for the final stage. */
export function targetName(evidence: Evidence, all: readonly Evidence[]): string | undefined {
  return evidence === all.at(-1) ? undefined : nameOfStage(evidence.stage);
}
