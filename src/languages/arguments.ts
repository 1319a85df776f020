import type { Program } from '../knowledge/program.ts';
import { isServer } from '../knowledge/servers.ts';
import type { Finding, PortFinding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { readFlag } from './arguments/flag.ts';
import { readOperand } from './arguments/operand.ts';
import type { ArgumentsPlace, Reading } from './arguments/reading.ts';
import { chooseRow, flagsOf, foreignHost, hostOf, operandAt } from './arguments/row.ts';

import { hostsBeside, namesIn } from './host-beside.ts';

export type { ArgumentsPlace } from './arguments/reading.ts';

/** Options in one text have blanks between them, or commas: `--a=1,--server.port=80`. */
const BETWEEN_OPTIONS = /\s+|,(?=--[A-Za-z])/g;

/**
 * The ports that the arguments of a program state.
 *
 * A row of the tables says what its flags and operands are (`exact`); for any other flag its name
 * decides (`probable`): `--http-port 80`, `--bind :80`, `-p 80`, `-Dserver.port=80`.
 *
 * @param program the base name it was started by
 * @param rows the rows of that name, those for a subcommand or on a condition first
 */
export function findInArguments(
  program: string,
  args: readonly MappedText[],
  rows: readonly Program[],
  place: ArgumentsPlace,
): Finding[] {
  const { row, rest } = chooseRow(rows, args.flatMap(splitJoined));
  const reading: Reading = {
    program,
    row,
    flags: flagsOf(row),
    listens: row !== undefined && isServer(row),
    place,
    host: hostOf(row, rest),
    hostBeside: hostsBeside(() => namesIn(rest), row === undefined),
    options: (value) =>
      findInArguments(
        '',
        value.split(BETWEEN_OPTIONS).filter((word) => word.length > 0),
        [],
        place,
      ),
  };
  const { findings: read, stated } = readAll(reading, rest);
  const findings = withoutSecondGuesses(read);
  if (stated || findings.some(({ kind }) => kind !== 'other')) return findings;
  return [...findings, ...implicitPort(reading, args)];
}

/** A number that only equals a port says little beside the argument that states this port. */
function withoutSecondGuesses(findings: readonly Finding[]): Finding[] {
  const stated = new Set(
    findings.flatMap((finding) => (finding.kind === 'port' && finding.exposedOnly !== true ? [finding.port] : [])),
  );
  return findings.map((finding) =>
    finding.kind === 'port' && finding.exposedOnly === true && stated.has(finding.port)
      ? { ...finding, certainty: 'possible' }
      : finding,
  );
}

/** `"-p 8008"` given as one argument is meant as two. */
function splitJoined(arg: MappedText): MappedText[] {
  if (!/^--?[\w-]+\s+\S/.test(arg.text) || /['"]/.test(arg.text)) return [arg];
  return arg.trim().split(/\s+/g);
}

function readAll(reading: Reading, args: readonly MappedText[]): { findings: Finding[]; stated: boolean } {
  const findings: Finding[] = [];
  let farEnd: string | undefined;
  const far = (): string => {
    farEnd ??= foreignHost(operandAt(reading.row, args, 0)?.text ?? '') ?? 'the far end of the tunnel';
    return farEnd;
  };
  let stated = false;
  let operands = 0;
  let host = reading.host;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === undefined) continue;
    if (/^(?:-.|\+[A-Za-z_]+$)/.test(arg.text)) {
      const read = readFlag(reading, arg, args[i + 1], far);
      findings.push(...read.findings);
      stated ||= read.stated;
      if (read.tookNext) i++;
      continue;
    }
    const operand = readOperand(reading, arg, operands++, host);
    findings.push(...operand.findings);
    host = operand.host;
  }
  return { findings, stated };
}

const ASKS_ABOUT_PROGRAM = /^(?:--version|--help|--usage|-V|-\?|version|help)$/;

/** A client without a port argument uses its default, and misses a server that moved. */
function implicitPort({ row, program, host, place }: Reading, args: readonly MappedText[]): PortFinding[] {
  const at = args[0]?.slice(0, 0) ?? place.programEnd;
  if (row?.defaultPort === undefined || row.portArgument === undefined || at === undefined) return [];
  // A client that runs while the image is built talks to the server as it is configured then.
  if (place.kind === 'run' || host !== undefined) return [];
  // An image that serves nothing and starts a client is told where to connect when it runs.
  if (args.length === 0 && place.kind === 'start' && place.exposed.size === 0) return [];
  if (args.some(({ text }) => /socket|\.sock\b/.test(text) || ASKS_ABOUT_PROGRAM.test(text))) return [];
  return [
    {
      kind: 'port',
      at,
      port: row.defaultPort,
      certainty: 'probable',
      reason: `${program} connects to ${row.defaultPort} unless an argument says otherwise`,
      implicit: { how: 'argument', hint: row.portArgument, variable: row.portVariable },
    },
  ];
}
