import { byteOffsets } from '../../src/files/offsets.ts';
import type { PlanDocument } from '../../src/plan/document.ts';

/** What a document says, in short lines: `LINE:COLUMN service: PORT… (Dockerfile…) [host…] <image>`. */
export function summaryOf(document: PlanDocument, text: string): string[] {
  const offsets = byteOffsets(text);
  const at = (offset: number): string => {
    const { line, column } = offsets.position(offset);
    return `${line}:${column}`;
  };
  return [
    ...document.entries.map(({ service, offset, ports, from = [], dockerfiles, hosts, image, external }) =>
      [
        `${at(offset)} ${service}:`,
        ...ports.map(
          (port) =>
            `${port.name === undefined ? '' : `${port.name}=`}${port.from === undefined ? '' : `${port.from}>`}${port.port}${port.protocol === undefined ? '' : `/${port.protocol}`}@${at(port.offset)}`,
        ),
        ...from.map(({ port }) => `was ${port}`),
        ...dockerfiles.map((file) => `(${file.text}@${at(file.offset)})`),
        ...hosts.map((host) => `[${host.text}]`),
        ...(image === undefined ? [] : [`<${image}>`]),
        ...(external ? ['external'] : []),
      ].join(' '),
    ),
    ...document.unread.map(({ offset, reason }) => `${at(offset)} unread: ${reason}`),
    ...document.problems.map(({ offset, code, message }) => `${at(offset)} ${code} ${message}`),
  ];
}
