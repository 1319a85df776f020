import type { Instruction } from '../src/dockerfile/instruction.ts';
import { namesAnotherService } from '../src/knowledge/names.ts';
import { readAddress } from '../src/languages/address.ts';
import { optionsReader } from '../src/languages/command.ts';
import { findInJson } from '../src/languages/json.ts';
import { findInNamedValue, hostNamesFor, siblingHost } from '../src/languages/named.ts';
import type { Finding, PortFinding, VariableFinding } from '../src/occurrence.ts';
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
  if (port !== undefined) return flowing(value, byName, ports);
  if (other !== undefined && byName.every((finding) => finding.kind !== 'variable')) return [notAPort(value, other)];
  return byName;
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
    const definition =
      flow.definitionIn(sibling, instruction) ??
      flow.definitionAt(sibling, instruction) ??
      flow.definitionAtRunTime(sibling, instruction);
    if (definition?.value === undefined) continue;
    const host = siblingHost(flow.expand(definition.value, definition.instruction));
    if (host !== undefined) return host;
  }
  return undefined;
}

/** The value is used as a port, whatever the name says. */
function flowing(value: MappedText, byName: readonly Finding[], uses: readonly VariableFinding[]): Finding[] {
  const own = uses.find((use) => isSure(use) && isOwn(use));
  const use = own ?? uses.find(isSure) ?? uses[0];
  if (use === undefined) return [...byName];
  const { host, called, guessedHost = false } = use;
  const reason = `its value is used in ${use.reason}`;
  const others = new Set(uses.flatMap((other) => (isSure(other) && other.host !== host ? (other.host ?? []) : [])));
  const found = byName.some((finding) => finding.kind === 'port' || finding.kind === 'variable')
    ? byName
    : readAddress(value, { certainty: 'exact', reason, host });
  return found.flatMap((finding): Finding[] => {
    if (finding.kind === 'other') return [finding];
    const ownByName = own === undefined && byName.includes(finding) && isOwn(finding);
    if (finding.kind === 'port') {
      const owner = { host, guessedHost, called, hostBeside: false, alsoFor: [...others], ownByName };
      return [{ ...finding, ...owner, certainty: 'exact', reason }];
    }
    if (finding.as !== 'port' || (byName.includes(finding) && !isOwn(finding))) return [finding];
    const passedOn = uses.map((other) => ({
      ...finding,
      host: other.host,
      guessedHost: other.guessedHost,
      called: other.called,
    }));
    return ownByName ? [finding, ...passedOn] : passedOn;
  });
}

/** Whether a port is this container's by all that its place says. */
function isOwn({ host, called }: PortFinding | VariableFinding): boolean {
  return host === undefined && called === undefined;
}

/** A host that a name suggests, or that is computed, may be any. */
function isSure({ host = '', guessedHost, called }: VariableFinding): boolean {
  return guessedHost !== true && called === undefined && (!/[$\uFFFC]/.test(host) || namesAnotherService(host));
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
