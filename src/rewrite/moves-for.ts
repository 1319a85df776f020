import { isNamedLike } from '../dockerfile/own-names.ts';
import type { Findings } from '../find.ts';
import { isOwnHost } from '../languages/address.ts';
import { type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import type { Occurrence, PortFinding, Protocol } from '../occurrence.ts';
import type { FileMoves } from './plan.ts';

/** The moves that hold for an occurrence: those of its host's service; undefined for an unknown host. */
export function movesFor(occurrence: Occurrence, findings: Findings, file: FileMoves): readonly PortMove[] | undefined {
  const { finding } = occurrence;
  const { host, guessedHost, elsewhere } = finding;
  if (host === undefined || isOwnHost(host)) return file.moves;
  const isOwn =
    guessedHost === true
      ? isOwnSoftware(finding, findings)
      : findings.ownNames.has(host.toLowerCase()) ||
        isOfOwnSoftware(finding, findings) ||
        (elsewhere !== true && isProbablyOwn(occurrence, findings, file));
  return file.movesOfHost(host) ?? (isOwn ? file.moves : undefined);
}

/** Whether a host is the container's own because its port is exposed, and it is named like the file. */
function isProbablyOwn(
  { finding }: Occurrence,
  { exposed }: Findings,
  { nameWords = [], movesOfService }: FileMoves,
): boolean {
  const { host = '', port } = finding;
  if (!exposed.has(port) || !mayBeThisContainer(finding)) return false;
  return movesOfService?.(host) === undefined && isNamedLike(host, nameWords);
}

/** Names that any application has for the services it uses. */
const ANY_SERVICE = new Set([
  'db',
  'database',
  'smtp',
  'mail',
  'proxy',
  'external',
  'relay',
  'target',
  'origin',
  'forward',
  'replication',
  'replica',
  'seed',
  'dest',
  'destination',
  'broker',
]);

/** Whether `MYSQL_PORT` is the container's own: it is made from mysql, or exposes just that port. */
function isOwnSoftware({ host = '', port, elsewhere }: PortFinding, { ownSoftware, exposed }: Findings): boolean {
  if (ownSoftware.has(host)) return true;
  return elsewhere !== true && !ANY_SERVICE.has(host) && exposed.has(port);
}

/** Whether `NGINX_PORT` is the container's own though `NGINX_HOST` is a public name: it is made from nginx. */
function isOfOwnSoftware({ hostBeside, called, port }: PortFinding, { ownSoftware, exposed }: Findings): boolean {
  if (hostBeside !== true || called === undefined || !exposed.has(port)) return false;
  return called.split('-').every((word) => ownSoftware.has(word));
}

/** The move of a port; one for its protocol wins over one for all. */
export function moveOf(moves: readonly PortMove[], port: number, protocol: Protocol | undefined): PortMove | undefined {
  const matching = movesFrom(moves, port).filter((move) => protocolsMeet(move.protocol, protocol));
  return matching.find((move) => move.protocol !== undefined) ?? matching[0];
}

const byFrom = new WeakMap<readonly PortMove[], Map<number, PortMove[]>>();

/** The moves of one port; they are indexed once, as a mapping can hold all ports there are. */
function movesFrom(moves: readonly PortMove[], port: number): readonly PortMove[] {
  let index = byFrom.get(moves);
  if (index === undefined) {
    index = new Map<number, PortMove[]>();
    for (const move of moves) index.set(move.from, [...(index.get(move.from) ?? []), move]);
    byFrom.set(moves, index);
  }
  return index.get(port) ?? [];
}

/** `www.example.com`, and not an address or a name within a network. */
const PUBLIC_NAME = /^(?:[a-z\d-]+\.)+(?!(?:internal|local|lan|svc|intranet|corp|home)$)[a-z]{2,}$/i;

/**
 * A name without dots may be one that this container has in its network, unless the place says otherwise; a name
 * that only stands beside the port may be its public one, too.
 */
export function mayBeThisContainer({ host = '', hostBeside, prose, elsewhere, implicit }: PortFinding): boolean {
  if (hostBeside === true && PUBLIC_NAME.test(host)) return prose !== true;
  return /^[A-Za-z][\w-]*$/.test(host) && prose !== true && elsewhere !== true && implicit === undefined;
}
