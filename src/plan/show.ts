import { relative, sep } from 'node:path';
import { formatPlace, formatPort, type Mapping, type Place } from '../mapping/mapping.ts';
import { printable } from '../report/printable.ts';
import { textTable } from '../report/table.ts';
import type { PlanEntry, PlanPort } from './document.ts';
import type { Plan, ReadPlan } from './load.ts';

/** One line of a plan as it was understood. */
export interface ShownLine {
  readonly place: Place;
  readonly service: string;
  /** `8096`, `8095 → 8096`, `http: 8096`. */
  readonly ports: readonly string[];
  /** Dockerfiles, hosts, images and whatever else it says, in words. */
  readonly details: readonly string[];
}

/** How a plan was understood, line by line. */
export interface ShownPlan {
  readonly lines: readonly ShownLine[];
  /** What looks like a plan, but was not understood. */
  readonly unread: readonly { readonly place: Place; readonly text: string; readonly reason: string }[];
}

/** @param cwd what the paths of Dockerfiles are shown relative to, absolute */
export function showPlan({ mapping, document, diagnostics }: Plan, cwd: string): ShownPlan {
  if (document === undefined) return { lines: mappingLines(mapping), unread: [] };
  const wrong = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column }) => `${line}:${column}`);
  return documentLines(document, cwd, new Set(wrong));
}

/** @param wrong the places of errors */
function documentLines({ document, services, placeOf }: ReadPlan, cwd: string, wrong: ReadonlySet<string>): ShownPlan {
  const lines = services.flatMap(({ service, dockerfiles }) => {
    const found = dockerfiles.map(({ path, by }) =>
      by === 'name' ? `${shownPath(path, cwd)} (by name)` : shownPath(path, cwd),
    );
    const [first, ...others] = service.entries;
    if (first === undefined) return [];
    const places = [service.place, ...service.dockerfiles.map(({ place }) => place)];
    const isUnclear = places.some(({ line, column }) => wrong.has(`${line}:${column}`));
    const files = found.length > 0 ? found : [isUnclear ? 'Dockerfile not known' : 'no Dockerfile here: reserved'];
    return [
      { offset: first.offset, line: entryLine(first, service.name, placeOf, files) },
      ...others.map((entry) => ({ offset: entry.offset, line: entryLine(entry, service.name, placeOf, []) })),
    ];
  });
  return {
    lines: lines.sort((a, b) => a.offset - b.offset).map(({ line }) => line),
    unread: document.unread.map(({ text, offset, reason }) => ({
      place: placeOf(offset),
      text: text.replace(/\s+/g, ' ').trim(),
      reason,
    })),
  };
}

function entryLine(
  entry: PlanEntry,
  service: string,
  placeOf: (offset: number) => Place,
  dockerfiles: readonly string[],
): ShownLine {
  const { ports, from = [], hosts, image, offset, external } = entry;
  return {
    place: placeOf(offset),
    service,
    ports: ports.map(portText),
    details: [
      ...(from.length === 0 ? [] : [`replaces ${from.map(({ port }) => port).join(', ')}`]),
      ...(external && dockerfiles.length === 0 ? ['no Dockerfile'] : dockerfiles),
      ...hosts.map(({ text }) => `host ${text}`),
      ...(image === undefined ? [] : [`image ${image}`]),
    ],
  };
}

function mappingLines({ services, reserved }: Mapping): ShownLine[] {
  return [
    ...services.map(({ name, place, assigned, moves, dockerfiles, hosts, image }) => ({
      place,
      service: name,
      ports: [
        ...assigned.map(portText),
        ...moves.map(({ from, to, protocol }) => `${formatPort(from, protocol)} → ${to}`),
      ],
      details: [
        ...dockerfiles.map(({ pattern }) => pattern),
        ...hosts.map((host) => `host ${host.name}`),
        ...(image === undefined ? [] : [`image ${image}`]),
      ],
    })),
    ...reserved.map(({ port, protocol, owner, place }) => ({
      place,
      service: owner ?? '',
      ports: [formatPort(port, protocol)],
      details: ['reserved'],
    })),
  ];
}

function portText({ port, protocol, from, name }: Pick<PlanPort, 'port' | 'protocol' | 'from' | 'name'>): string {
  const change = from === undefined ? '' : `${from} → `;
  return `${name === undefined ? '' : `${name}: `}${change}${formatPort(port, protocol)}`;
}

/**
 * The plan as lines of text, in columns: place, service, ports, what else is said. What was not
 * understood follows.
 */
export function planText({ lines, unread }: ShownPlan): string {
  const understood = textTable(
    lines.map(({ place, service, ports, details }) => [
      { text: formatPlace(place) },
      { text: service },
      { text: ports.join(', ') },
      { text: details.join('; ') },
    ]),
  );
  const rest = unread.map(
    ({ place, text, reason }) => `${printable(`${formatPlace(place)}  ${shortened(text)}`)}\n  ${printable(reason)}`,
  );
  const parts = [...understood, ...(rest.length === 0 ? [] : ['', 'Not understood:', ...rest])];
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}

const LONGEST = 100;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
