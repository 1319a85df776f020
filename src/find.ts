import { transforms } from '../transforms/index.ts';
import { exposedPorts } from './dockerfile/exposed.ts';
import { type Flow, trackFlow } from './dockerfile/flow.ts';
import type { Instruction } from './dockerfile/instruction.ts';
import { ownNames, ownSoftware } from './dockerfile/own-names.ts';
import { type Dockerfile, type LineFilter, nameOfStage } from './dockerfile/parse.ts';
import { namesAnotherService } from './knowledge/names.ts';
import { isOwnHost } from './languages/address.ts';
import { type Finding, type NonOccurrence, type Occurrence, type PortFinding, replaced } from './occurrence.ts';
import { MappedText, type Span } from './text/mapped-text.ts';
import type { Transform, TransformContext } from './transform.ts';

/** Everything that was found in a Dockerfile, in the order of the file. */
export interface Findings {
  readonly occurrences: readonly Occurrence[];
  /** Digits that are known not to be a port of the container. */
  readonly others: readonly NonOccurrence[];
  readonly exposed: ReadonlySet<number>;
  /** Where the values of variables go. */
  readonly flow: Flow;
  /** The names that the file gives to its own container, in lower case. */
  readonly ownNames: ReadonlySet<string>;
  /** The words in the names of the base image and of the programs that start: `redis` and `server`. */
  readonly ownSoftware: ReadonlySet<string>;
  /** Which instructions were read, where it was not all of them. */
  readonly isOfInterest?: LineFilter | undefined;
}

/** Finds every port of a Dockerfile, whatever a mapping says of it. */
export function findOccurrences(dockerfile: Dockerfile): Findings {
  const flow = trackFlow(dockerfile);
  const exposed = exposedPorts(dockerfile, flow);
  const occurrences: Occurrence[] = [];
  const others: NonOccurrence[] = [];
  const context: TransformContext = {
    dockerfile,
    exposed,
    flow,
    *findIn(instruction) {
      for (const transform of transforms) {
        if (!applies(transform, instruction)) continue;
        for (const finding of transform.find(instruction, context)) {
          yield finding.kind === 'port' ? { role: transform.role, ...finding } : finding;
        }
      }
    },
  };
  const record = (finding: Finding, instruction: Instruction, transform: Transform): void => {
    if (finding.kind === 'variable') {
      flow.addUse(finding, instruction);
      const composed =
        finding.as === 'composed' ? composedPort(finding.at, flow.expand(finding.at, instruction)) : undefined;
      if (composed === undefined) return;
      occurrences.push(occurrenceOf(composed, instruction, transform));
    } else if (finding.kind === 'other') {
      others.push({ span: coveringSpan(finding.at), reason: finding.reason });
    } else if (!isSetByVariable(finding, instruction, flow)) {
      occurrences.push(occurrenceOf(withHost(finding, instruction, flow), instruction, transform));
    }
  };
  const lastFirst = dockerfile.instructions.toReversed();
  for (const transform of transforms) {
    for (const instruction of lastFirst) {
      if (!applies(transform, instruction)) continue;
      for (const finding of find(transform, instruction, context)) record(finding, instruction, transform);
    }
  }
  const names = ownNames(dockerfile, flow);
  return {
    occurrences: withoutDuplicates(occurrences),
    others,
    exposed,
    flow,
    ownNames: names,
    ownSoftware: ownSoftware(dockerfile, names),
    isOfInterest: dockerfile.isOfInterest,
  };
}

/** More exposed ports than this are not told apart. */
const MOST_EXPOSED = 16;
/** So many findings of one instruction are remembered, for as many sets of exposed ports. */
const MOST_REMEMBERED = 64;

/** What a transform finds; remembered with the instruction's text where that is all it depends on. */
function find(transform: Transform, instruction: Instruction, context: TransformContext): Iterable<Finding> {
  const { known, span } = instruction;
  if (known === undefined || context.exposed.size > MOST_EXPOSED || !transform.readsAlone(instruction, context)) {
    return transform.find(instruction, context);
  }
  const key = `${transform.name} ${[...context.exposed].join(' ')}`;
  const remembered = known.findings.get(key);
  if (remembered !== undefined) return remembered.map((finding) => movedFinding(finding, span.start));
  const findings = [...transform.find(instruction, context)];
  if (known.findings.size >= MOST_REMEMBERED) known.findings.clear();
  known.findings.set(
    key,
    findings.map((finding) => movedFinding(finding, -span.start)),
  );
  return findings;
}

/** A finding in a text that stands further on in a file, or further back. */
function movedFinding(finding: Finding, by: number): Finding {
  const move = (text: MappedText): MappedText => text.moved(by);
  return finding.kind === 'port' ? replaced(finding, move) : { ...finding, at: move(finding.at) };
}

function applies(transform: Transform, instruction: Instruction): boolean {
  return instruction.keyword !== undefined && transform.instructions.includes(instruction.keyword);
}

function occurrenceOf(finding: PortFinding, instruction: Instruction, transform: Transform): Occurrence {
  const span = finding.at.toSource();
  return {
    span: span ?? coveringSpan(finding.at),
    role: finding.role ?? transform.role,
    transform: transform.name,
    instruction: instruction.keyword ?? '',
    stage: nameOfStage(instruction.stage),
    finding,
    editable: span !== undefined && finding.review !== 'composed-port',
  };
}

/** Whether a client without a port argument takes its port from a variable, which is an occurrence itself. */
function isSetByVariable({ implicit }: PortFinding, instruction: Instruction, flow: Flow): boolean {
  if (implicit?.how !== 'argument' || implicit.variable === undefined) return false;
  const definition = flow.definitionAt(implicit.variable, instruction);
  return definition?.value !== undefined && definition.instruction.keyword === 'ENV';
}

/** A variable, a substitution, or a placeholder such as `%HOSTNAME%`. */
const COMPUTED = /[$\uFFFC]|%\w+%/;

/** Replaces variables in a finding's host. Whether a host that is computed is this container, nobody can say. */
function withHost(finding: PortFinding, instruction: Instruction, flow: Flow): PortFinding {
  const { host } = finding;
  if (host === undefined || !COMPUTED.test(host)) return finding;
  const known = flow.expand(MappedText.of(host), instruction);
  if (!COMPUTED.test(known)) return { ...finding, host: isOwnHost(known) ? undefined : known };
  if (namesAnotherService(known)) return finding;
  return {
    ...finding,
    host: undefined,
    certainty: 'possible',
    reason: `${finding.reason}, on a host that is computed`,
  };
}

/** From where the text starts in the file to where it ends, whatever is between. */
function coveringSpan(text: MappedText): Span {
  return { start: text.sourceOffset(0), end: text.sourceOffset(text.length) };
}

/** `${BASE}95` where the variables give a port together. */
function composedPort(at: MappedText, value: string): PortFinding | undefined {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65535) return undefined;
  return {
    kind: 'port',
    at,
    port,
    certainty: 'possible',
    review: 'composed-port',
    reason: `${at.text} is composed to ${port}`,
  };
}

const RANK = { exact: 0, probable: 1, possible: 2 } as const;

/** In UTF-16 code units. An offset in a string, which is below 2 ** 29, and a length below this make one exact number. */
const LONGEST_SPAN = 2 ** 24;

/** In the order of the file; of findings of the same digits the surest, then the first found, stays. */
function withoutDuplicates(occurrences: readonly Occurrence[]): Occurrence[] {
  const byPlace = new Map<number, Occurrence>();
  for (const occurrence of occurrences) {
    const { start, end } = occurrence.span;
    const key = start * LONGEST_SPAN + (end - start);
    const known = byPlace.get(key);
    if (known === undefined || RANK[occurrence.finding.certainty] < RANK[known.finding.certainty]) {
      byPlace.set(key, occurrence);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
