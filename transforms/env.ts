import type { Definition } from '../src/dockerfile/flow.ts';
import type { Instruction } from '../src/dockerfile/instruction.ts';
import { readAddress } from '../src/languages/address.ts';
import { optionsReader } from '../src/languages/command.ts';
import { splitExpansions } from '../src/languages/expansion.ts';
import { findInJson } from '../src/languages/json.ts';
import { findInNamedValue, hostNamesFor, siblingHost } from '../src/languages/named.ts';
import type { Finding, VariableFinding } from '../src/occurrence.ts';
import type { MappedText } from '../src/text/mapped-text.ts';
import type { Transform, TransformContext } from '../src/transform.ts';

export const env: Transform = {
  name: 'env',
  describe: 'Values of ENV and ARG that are ports, by their names or by where they are used',
  instructions: ['ENV', 'ARG'],
  role: 'env',
  readsAlone: () => false,
  *find(instruction, context) {
    const role = instruction.keyword === 'ARG' ? 'arg' : 'env';
    for (const pair of instruction.pairs.toReversed()) {
      const { name, value } = pair;
      if (/^[\w.-]*\d[\w.-]*$/.test(name.text)) yield { kind: 'other', at: name, reason: 'in the name of a variable' };
      if (value === undefined || !MAY_SAY_A_PORT.test(value.text)) continue;
      for (const finding of findInValue(name.text, value, instruction, context)) {
        yield finding.kind === 'port' ? { role, ...finding } : finding;
      }
    }
  },
};

/** A digit, a variable, or a URL, which has a port where none is written. */
const MAY_SAY_A_PORT = /[\d$]|:\/\//;

function findInValue(name: string, value: MappedText, instruction: Instruction, context: TransformContext): Finding[] {
  const definition = context.flow.definitionIn(name, instruction);
  const uses = definition === undefined ? [] : context.flow.usesOf(definition);
  const byName = readByName(name, value, instruction, context);
  const ports = uses.filter((use) => use.as === 'port');
  const others = uses.filter((use) => use.as === 'other');
  if (uses.some((use) => use.as === 'composed')) return byName.filter((finding) => finding.kind !== 'port');
  const [port] = ports;
  const [other] = others;
  if (port !== undefined && other !== undefined) return mixed(value, port, other);
  if (port !== undefined) return flowing(value, byName, port);
  if (other !== undefined && byName.every((finding) => finding.kind !== 'variable')) return [notAPort(value, other)];
  return [...byName, ...aliases(name, value, byName, definition, uses)];
}

function readByName(name: string, value: MappedText, instruction: Instruction, context: TransformContext): Finding[] {
  const options = optionsReader({ exposed: context.exposed, kind: 'start' });
  const json = /^\s*[[{]/.test(value.text) ? findInJson(value) : undefined;
  if (json !== undefined) return json;
  return findInNamedValue({ name, value, what: 'variable', host: hostBeside(name, instruction, context), options });
}

/** `DB_PORT` belongs to what `DB_HOST` says. */
function hostBeside(name: string, instruction: Instruction, { flow }: TransformContext): string | undefined {
  for (const sibling of hostNamesFor(name)) {
    const definition = flow.definitionIn(sibling, instruction) ?? flow.definitionAt(sibling, instruction);
    if (definition?.value === undefined) continue;
    const host = siblingHost(flow.expand(definition.value, definition.instruction));
    if (host !== undefined) return host;
  }
  return undefined;
}

/** The value is used as a port, whatever the name says. */
function flowing(value: MappedText, byName: readonly Finding[], use: VariableFinding): Finding[] {
  const reason = `its value is used in ${use.reason}`;
  const found = byName.some((finding) => finding.kind === 'port' || finding.kind === 'variable')
    ? byName
    : readAddress(value, { certainty: 'exact', reason, host: use.host });
  return found.map((finding) =>
    finding.kind === 'port' ? { ...finding, certainty: 'exact', reason, host: use.host, guessedHost: false } : finding,
  );
}

function mixed(value: MappedText, port: VariableFinding, other: VariableFinding): Finding[] {
  const reason = `its value is used in ${port.reason}, and as something else: ${other.reason}`;
  return readAddress(value, { certainty: 'possible', reason }).map((finding) =>
    finding.kind === 'port' ? { ...finding, review: 'mixed-use' } : finding,
  );
}

function notAPort(value: MappedText, use: VariableFinding): Finding {
  return { kind: 'other', at: value, reason: `its value is used only elsewhere: ${use.reason}` };
}

/** `ENV LISTEN=$DEFAULT`: what LISTEN is used for, DEFAULT is used for. */
function aliases(
  name: string,
  value: MappedText,
  byName: readonly Finding[],
  definition: Definition | undefined,
  uses: readonly VariableFinding[],
): Finding[] {
  if (definition === undefined || byName.some((finding) => finding.kind === 'variable')) return [];
  const [use] = uses;
  const parts = splitExpansions(value);
  const [only] = parts;
  if (use === undefined || parts.length !== 1 || only?.kind !== 'expansion') return [];
  return [{ ...use, kind: 'variable', name: only.name, at: only.at, reason: `${use.reason} by way of ${name}` }];
}
