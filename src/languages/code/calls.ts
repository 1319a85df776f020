import type { Argument } from '../../knowledge/call.ts';
import type { Finding, PortFinding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findCall, type KnownCall, pathOf } from './callee.ts';
import { findInEntries } from './entries.ts';
import type { Call, Entry, Expression } from './expression.ts';
import type { CodeOptions } from './find.ts';
import { type NamedPlace, namesHost, namesPort } from './named.ts';
import { addressAt, type CodePlace, entryNamed, hostAt, hostOf, otherAt, portAt } from './places.ts';
import { resolve } from './scope.ts';
import { type Reading, textsOf } from './texts.ts';

/** The ports among the arguments of a call, by the table of calls and by the names of the arguments. */
export function findInCall(call: Call, reading: Reading, options: CodeOptions): Finding[] {
  const path = pathOf(call.callee, reading.scope);
  const known = path === undefined ? undefined : findCall(path, reading.language);
  const named = call.arguments.filter((argument) => argument.name !== undefined);
  const what = path === undefined ? undefined : `${path.split('.').at(-1)}()`;
  if (known === undefined) return findInEntries(named, { certainty: 'probable', what }, reading);
  return findInKnownCall(call, known, reading, options);
}

function findInKnownCall(call: Call, { row, name }: KnownCall, reading: Reading, options: CodeOptions): Finding[] {
  const what = `${name}()`;
  const positional = call.arguments.filter((argument) => argument.name === undefined).map((argument) => argument.value);
  const named = call.arguments.filter((argument) => argument.name !== undefined);
  const argumentOf = (meaning: Argument): Expression | undefined => positional[row.arguments.indexOf(meaning)];
  const hostValue = argumentOf('host') ?? entryNamed(named, namesHost)?.value;
  const host = hostValue === undefined ? undefined : hostOf(hostValue, reading);
  const place = { certainty: 'exact', reason: `port of ${what}`, host, what, others: row.others } as const;

  const findings = positional.flatMap((value, index) => {
    const meaning = row.arguments[index] ?? 'any';
    return meaning === 'command'
      ? findInCommand(positional, index, reading, options)
      : argumentAt(value, meaning, place, reading);
  });
  const certainty = row.arguments.every((argument) => argument === 'other') ? 'probable' : 'exact';
  findings.push(...findInEntries(named, { ...place, certainty }, reading));
  const missing = defaultPortOf(call, { row, name }, findings, hostValue, reading);
  return missing === undefined ? findings : [...findings, missing];
}

function argumentAt(value: Expression, meaning: Argument, place: CodePlace & NamedPlace, reading: Reading): Finding[] {
  switch (meaning) {
    case 'port':
      return portAt(value, place, reading);
    case 'host':
      return hostAt(value, place, reading);
    case 'address':
      return [...addressAt(value, place, reading), ...findInOptions(value, { ...place, host: undefined }, reading)];
    case 'other':
      return otherAt(value, `argument of ${place.what}`, reading);
    default:
      return [];
  }
}

/** `{host: 'localhost', port: 8095}` as an argument. */
function findInOptions(value: Expression, place: NamedPlace, reading: Reading): Finding[] {
  return resolve(value, reading.scope).flatMap((options) =>
    options.kind === 'record' ? findInEntries(options.entries, place, reading) : [],
  );
}

/** A command as one text, as a list of words, or as a program with the list of its arguments behind it. */
function findInCommand(
  values: readonly Expression[],
  index: number,
  reading: Reading,
  options: CodeOptions,
): Finding[] {
  const { script, words } = options;
  const [value, next] = values.slice(index);
  if (value === undefined || script === undefined || words === undefined) return [];
  return resolve(value, reading.scope).flatMap((expression): Finding[] => {
    const list = listedTexts(expression, reading);
    if (list !== undefined) return [...words(list)];
    const following = next === undefined ? undefined : listedTexts(next, reading);
    return textsOf(expression, reading).flatMap((text) => [
      ...(following === undefined ? script(text) : words([text, ...following])),
    ]);
  });
}

/** The items of a list as texts; of several that one can be, the first. */
function listedTexts(value: Expression, reading: Reading): MappedText[] | undefined {
  return value.kind === 'list' ? value.items.flatMap((item) => textsOf(item, reading).slice(0, 1)) : undefined;
}

/** The port that is used because the call states none. */
function defaultPortOf(
  call: Call,
  { row, name }: KnownCall,
  found: readonly Finding[],
  hostValue: Expression | undefined,
  reading: Reading,
): PortFinding | undefined {
  const { defaultPort, portArgument } = row;
  if (defaultPort === undefined || portArgument === undefined) return undefined;
  const entries = entriesOf(call, reading);
  const positional = call.arguments.filter((argument) => argument.name === undefined);
  const statesPort = row.arguments.includes('port') && positional.length > row.arguments.indexOf('port');
  if (found.some(({ kind }) => kind !== 'other') || statesPort || entryNamed(entries, namesPort) !== undefined)
    return undefined;
  const host = hostValue ?? entryNamed(entries, namesHost)?.value;
  const [text] = host === undefined ? [] : textsOf(host, reading);
  if (text === undefined || !/^[\w.-]+$/.test(text.text) || host === undefined) return undefined;
  return {
    kind: 'port',
    at: text.slice(text.length, text.length),
    port: defaultPort,
    certainty: 'exact',
    reason: `${name}() without a port, which means ${defaultPort}`,
    host: hostOf(host, reading),
    implicit: { how: 'argument', hint: `add ${portArgument} to the arguments of ${name}()` },
  };
}

function entriesOf(call: Call, reading: Reading): Entry[] {
  return call.arguments.flatMap((argument) =>
    argument.name !== undefined
      ? [argument]
      : resolve(argument.value, reading.scope).flatMap((value) => (value.kind === 'record' ? value.entries : [])),
  );
}
