import { nameWords } from '../dockerfile/own-names.ts';
import type { PortMove } from '../mapping/mapping.ts';
import { joinMoves, overlay, type PortOwner, portsTaken } from '../mapping/resolve.ts';
import type { FileMoves } from '../rewrite/plan.ts';

/** A Dockerfile of which it is known what moves in it. */
export interface MovingFile {
  /** The names of the services whose Dockerfile it is. */
  readonly services: readonly string[];
  readonly moves: readonly PortMove[];
}

export interface MovesJob {
  readonly services: readonly PortOwner[];
  /** The moves for every Dockerfile. */
  readonly global: readonly PortMove[];
  /** The names of services by host name in lower case. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Those of services are needed; others do no harm. */
  readonly files: readonly MovingFile[];
}

/** What moves in each Dockerfile of a run, its own ports and those of the services that it reaches. */
export interface RunMoves {
  /** @param path the file as the user knows it */
  of(file: MovingFile, path: string): FileMoves;
  /** The service that a host name is like, though it is not listed: `trx-staking` is like `TRX Staking`. */
  serviceCalled(host: string): string | undefined;
}

/**
 * Says of each Dockerfile of a run what moves in it, by the moves of all of them. Both `apply` and
 * `check` ask here, so that what the one would rewrite is what the other finds out of place.
 */
export function movesOfRun({ services, global, hosts, files }: MovesJob): RunMoves {
  const byName = new Map(services.map((service) => [service.name, service]));
  const called = new Map(services.map(({ name }) => [name.toLowerCase().replace(/[\s_]+/g, '-'), name]));
  const filesOf = new Map<string, MovingFile[]>();
  for (const file of files) {
    for (const name of file.services) {
      const known = filesOf.get(name);
      if (known === undefined) filesOf.set(name, [file]);
      else known.push(file);
    }
  }
  const known = new Map<string, readonly PortMove[]>();

  /** A service is reached with the ports of its own moves and those of whatever else is in its Dockerfiles. */
  function movesOf(name: string): readonly PortMove[] {
    const service = byName.get(name);
    if (service === undefined) return [];
    const moves = known.get(name) ?? overlay([service.moves, replacedPorts(service), ...inFiles(service)]);
    known.set(name, moves);
    return moves;
  }

  function inFiles(service: PortOwner): readonly (readonly PortMove[])[] {
    const own = filesOf.get(service.name);
    return own === undefined ? [joinMoves([service], global)] : own.map(({ moves }) => moves);
  }

  const serviceCalled = (host: string): string | undefined => called.get(host.toLowerCase());
  return {
    serviceCalled,
    of: (file, path) => ({
      moves: file.moves,
      nameWords: nameWords(path),
      movesOfHost(host) {
        const name = hosts.get(host.toLowerCase());
        return name === undefined ? undefined : file.services.includes(name) ? file.moves : movesOf(name);
      },
      movesOfService(host) {
        const name = serviceCalled(host);
        return name === undefined || file.services.includes(name) ? undefined : movesOf(name);
      },
    }),
  };
}

/** Addresses may still have the port that an assigned one replaces, though the Dockerfile has it no more. */
function replacedPorts(service: PortOwner): PortMove[] {
  const taken = portsTaken([service]);
  return service.assigned.flatMap(({ from, port: to, protocol, place, move }): PortMove[] =>
    from === undefined || taken.has(from) || move !== undefined
      ? []
      : [{ from, to, protocol, entry: String(from), place }],
  );
}
