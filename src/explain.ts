import type { Instruction } from './dockerfile/instruction.ts';
import type { Dockerfile } from './dockerfile/parse.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { byteOffsets } from './files/offsets.ts';
import { type Findings, findOccurrences } from './find.ts';
import type { Occurrence } from './occurrence.ts';
import { reasonToLeave } from './rewrite/leftovers.ts';
import type { Layer, Span } from './text/mapped-text.ts';

/** How one run of digits was read, from the outside in. */
export interface Explanation {
  /** 1-based; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly digits: string;
  /** Label and text of each line of the explanation. */
  readonly lines: readonly (readonly [label: string, text: string])[];
}

/**
 * Explains the numbers on a line of a Dockerfile, or the one that a column is in.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units; undefined for all numbers of the line
 */
export function explainTokens(text: string, line: number, column: number | undefined): Explanation[] {
  const dockerfile = parseDockerfile(text);
  const findings = findOccurrences(dockerfile);
  const offsets = byteOffsets(text);
  const explanations: Explanation[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const place = offsets.position(span.start);
    if (place.line !== line) continue;
    if (column !== undefined && (column < place.column || column >= place.column + match[0].length)) continue;
    const lines = explain(dockerfile, findings, span, (offset) => offsets.position(offset).line);
    explanations.push({ ...place, digits: match[0], lines });
  }
  return explanations;
}

type Line = readonly [label: string, text: string];

function explain(dockerfile: Dockerfile, findings: Findings, span: Span, lineOf: (offset: number) => number): Line[] {
  const instruction = instructionAt(dockerfile, span);
  const lines: Line[] = [['instruction', describeInstruction(instruction, lineOf)]];
  const occurrence = findings.occurrences.find((item) => covers(item.span, span));
  if (occurrence !== undefined) return [...lines, ...explainOccurrence(occurrence, instruction, findings, lineOf)];
  const other = findings.others.find((item) => covers(item.span, span));
  const reason = other?.reason ?? reasonToLeave(dockerfile.text, span, instruction);
  if (reason !== undefined) return [...lines, ['left alone', reason]];
  return [...lines, ['certainty', 'possible: nothing tells what these digits are']];
}

function explainOccurrence(
  { finding, role, transform, editable }: Occurrence,
  instruction: Instruction | undefined,
  findings: Findings,
  lineOf: (offset: number) => number,
): Line[] {
  const lines: Line[] = layersOf(finding.at.layer).map((layer) => [layer.name, shorten(layer.text.text)]);
  lines.push(['host', finding.host ?? 'this container']);
  for (const use of flowOf(finding.at.sourceOffset(0), instruction, findings)) {
    lines.push(['flow', `${use.reason} (line ${lineOf(use.at.sourceOffset(0))})`]);
  }
  lines.push(['rule', `${finding.reason} (transform ${transform}, role ${role})`]);
  lines.push([
    'certainty',
    editable ? finding.certainty : `${finding.certainty}, but the digits are not one run of the file`,
  ]);
  return lines;
}

/** The uses that the value of a variable reaches, where the digits are in that value. */
function flowOf(offset: number, instruction: Instruction | undefined, { flow }: Findings) {
  const pair = instruction?.pairs.find(
    ({ value }) => value !== undefined && value.sourceOffset(0) <= offset && offset < value.sourceOffset(value.length),
  );
  if (pair === undefined || instruction === undefined) return [];
  const definition = flow.definitionIn(pair.name.text, instruction);
  return definition === undefined ? [] : flow.usesOf(definition);
}

/** From the outermost to the innermost, the same text read in two ways but once. */
function layersOf(layer: Layer | undefined): Layer[] {
  const layers: Layer[] = [];
  for (let at = layer; at !== undefined; at = at.parent) layers.unshift(at);
  return layers.filter(({ text, name }, i) => name !== 'instruction' && text.text !== layers[i + 1]?.text.text);
}

function instructionAt({ instructions }: Dockerfile, span: Span): Instruction | undefined {
  const around = instructions.filter((instruction) => covers(instruction.span, span));
  return around.find(({ keyword }) => keyword === 'COMMENT') ?? around[0];
}

function describeInstruction(instruction: Instruction | undefined, lineOf: (offset: number) => number): string {
  if (instruction === undefined) return 'none';
  const { keyword = 'unknown', stage, span } = instruction;
  const where = stage === undefined ? 'before the first stage' : `in stage ${stage.name ?? stage.index}`;
  return `${keyword} on line ${lineOf(span.start)}, ${where}`;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
