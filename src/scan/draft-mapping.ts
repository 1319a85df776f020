import { posix } from 'node:path';
import { isStatement } from '../assign/own-ports.ts';
import { type ServicePort, servicePorts } from '../assign/service-ports.ts';
import type { CheckedFile } from '../check/types.ts';
import { printable } from '../report/printable.ts';
import { safeJsonString } from '../report/safe-json.ts';
import { portWords } from '../words.ts';
import { serviceName } from './service-name.ts';

/**
 * A mapping that says what the Dockerfiles are now, as YAML: each service with its Dockerfile and
 * the ports that it has. It changes nothing until a port in it is changed, and then says where that
 * service is to be. Comments name the places that each port was read from.
 *
 * @param files by path; their paths relative to `folder`
 * @param folder from the folder of the mapping to the folder that the paths are relative to
 */
export function draftMapping(files: readonly CheckedFile[], folder = '.'): string {
  const lines = [
    '# The ports that the Dockerfiles have now. Change a port to the one that its service is to have.',
    '# Where one service is to get several new ports, say which becomes which: { from: 8095, to: 8096 }',
    '',
  ];
  const taken = new Set<string>();
  const drafts = files.map((file) => ({ file, ports: servicePorts(file) }));
  const services = drafts.filter(({ ports }) => ports.length > 0);
  lines.push(services.length === 0 ? 'services: {}' : 'services:');
  const holders = new Map<number, number>();
  for (const { ports } of services) for (const { port } of ports) holders.set(port, (holders.get(port) ?? 0) + 1);
  for (const { file, ports } of services) {
    const shared = ports.filter(({ port }) => (holders.get(port) ?? 0) > 1).map(({ port }) => port);
    lines.push(
      `  ${yamlText(unique(serviceName(file), taken))}:`,
      `    dockerfile: ${yamlText(posix.join(folder, file.path))}`,
      ...portLines(file, ports),
      ...(shared.length === 0
        ? []
        : [
            `    shared: true # other services have ${shared.join(', ')}, too; take this out when it has ports of its own`,
          ]),
    );
  }
  const without = drafts.filter(({ ports }) => ports.length === 0);
  if (without.length > 0) {
    lines.push('', '# No port was found in:', ...without.map(({ file }) => `#   ${printable(file.path)}`));
  }
  return `${lines.join('\n')}\n`;
}

function portLines(file: CheckedFile, ports: readonly ServicePort[]): string[] {
  const [first, ...others] = ports;
  if (first === undefined) return [];
  if (others.length === 0) return [`    port: ${portWords(first.port, first.protocol)} # ${evidence(file, first)}`];
  return [
    '    ports:',
    ...ports.map((port) => `      - ${portWords(port.port, port.protocol)} # ${evidence(file, port)}`),
  ];
}

/** `17 ENV, 25 EXPOSE, 28 HEALTHCHECK, 31 CMD`. */
function evidence(file: CheckedFile, { port, statements }: ServicePort): string {
  const shown = new Set(statements.map(({ occurrence }) => occurrence));
  for (const occurrence of file.findings.occurrences) {
    if (occurrence.finding.port === port && occurrence.finding.host === undefined && isStatement(occurrence))
      shown.add(occurrence);
  }
  const words = [...shown]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, instruction, finding }) => {
      const { line } = file.offsets.position(span.start);
      return `${line} ${instruction}${finding.certainty === 'exact' ? '' : ` (${finding.certainty})`}`;
    });
  return `${printable(posix.basename(file.path))}: ${words.join(', ')}`;
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name}-${i}`;
  taken.add(free);
  return free;
}

/** A YAML scalar that is this text: plain where nobody could take it for something else. */
function yamlText(text: string): string {
  const isPlain =
    /^[A-Za-z_./][\w./+@-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n|[.][\w.]*)$/i.test(text);
  return isPlain ? text : safeJsonString(text);
}
