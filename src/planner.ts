import type { LineFilter } from './dockerfile/parse.ts';
import type { Mapping, Service } from './mapping/mapping.ts';
import type { FilePlan, HostOwner } from './mapping/resolve.ts';
import { type FoundPorts, findPorts, type PlannedDockerfile, planFound } from './plan-dockerfile.ts';
import type { FileMoves, PlanOptions } from './rewrite/plan.ts';
import { createLineFilter, createPrefilter, type Prefilter } from './rewrite/prefilter.ts';

/** What all files of a run are planned with. */
export interface PlanJob {
  readonly mapping: Mapping;
  /** By host name in lower case. */
  readonly hosts: ReadonlyMap<string, HostOwner>;
  readonly options: PlanOptions;
}

/** What of a file is read. */
export interface Filters {
  readonly isWorthIt: Prefilter;
  readonly isOfInterest?: LineFilter;
}

/** Plans the files of a run, one by one. */
export interface Planner {
  filtersOf(file: FilePlan): Filters;
  movesOf(file: FilePlan): FileMoves;
  /** @param path the file as the user knows it */
  find(file: FilePlan, path: string, text: string): FoundPorts;
  plan(file: FilePlan, path: string, text: string): PlannedDockerfile;
}

export const READ_ALL: Filters = { isWorthIt: () => true };

/** @returns a planner that remembers what it has worked out for files with the same moves */
export function createPlanner({ mapping, hosts, options }: PlanJob): Planner {
  const elsewhere = [...[...hosts.values()], ...mapping.services].flatMap(({ moves }) => moves);
  const byName = servicesByName(mapping);
  const known = new Map<FilePlan['moves'], Filters>();

  /**
   * What is worth parsing. The files of services are: what they keep may be in the way of others. Any
   * other must hold a port that moves, its own or a service's, or one that another becomes or has become.
   */
  function filtersOf({ services, moves }: FilePlan): Filters {
    if (services.length > 0) return READ_ALL;
    let filters = known.get(moves);
    if (filters === undefined) {
      const ports = new Set([...moves, ...elsewhere].flatMap(({ from, to }) => [from, to]));
      const isWorthIt = createPrefilter(ports);
      filters = { isWorthIt, isOfInterest: createLineFilter(isWorthIt) };
      known.set(moves, filters);
    }
    return filters;
  }

  function movesOf(file: FilePlan): FileMoves {
    return {
      moves: file.moves,
      movesOfService(host) {
        const service = byName.get(host.toLowerCase());
        return service === undefined || file.services.includes(service.name) ? undefined : service.moves;
      },
      movesOfHost(host) {
        const name = host.toLowerCase();
        return file.ownHosts.has(name) ? file.moves : hosts.get(name)?.moves;
      },
    };
  }

  const find: Planner['find'] = (file, path, text) => findPorts(path, text, filtersOf(file).isOfInterest);
  return {
    filtersOf,
    movesOf,
    find,
    plan: (file, path, text) => planFound(find(file, path, text), movesOf(file), options),
  };
}

/** Services by their names as hosts would be written: `TRX Staking` is `trx-staking`. */
function servicesByName({ services }: Mapping): ReadonlyMap<string, Service> {
  return new Map(services.map((service) => [service.name.toLowerCase().replace(/[\s_]+/g, '-'), service]));
}
