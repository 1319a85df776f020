import { type MovingFile, movesOfRun } from '../assign/run-moves.ts';
import type { LineFilter } from '../dockerfile/parse.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { FilePlan, Resolution } from '../mapping/resolve.ts';
import type { FileMoves } from '../rewrite/plan.ts';
import { createLineFilter, createPrefilter, type Prefilter } from '../rewrite/prefilter.ts';
import { type FoundPorts, findPorts } from './plan-dockerfile.ts';

/** What all files of a run are planned by; the moves of the files are all that there are. */
export interface PlanJob extends Resolution {
  readonly mapping: Mapping;
}

/** What of a file is read. */
export interface Filters {
  readonly isWorthIt: Prefilter;
  readonly isOfInterest?: LineFilter;
}

/** Says of the files of a run, one by one, what of them is read, and what moves in them. */
export interface Planner {
  filtersOf(file: FilePlan): Filters;
  /** @param path the file as the user knows it */
  movesOf(file: MovingFile, path: string): FileMoves;
  /** @param path the file as the user knows it */
  find(file: FilePlan, path: string, text: string): FoundPorts;
}

export const READ_ALL: Filters = { isWorthIt: () => true };

/** @returns a planner that remembers what it has worked out for files with the same moves */
export function createPlanner({ mapping, files, hosts }: PlanJob): Planner {
  const moving = movesOfRun({ services: mapping.services, global: mapping.moves, hosts, files });
  const elsewhere = portsOfServices(mapping, files);
  const known = new Map<FilePlan['moves'], Filters>();

  /**
   * What is worth parsing. The files of services are: what they keep may be in the way of others. Any
   * other must hold a port that moves, its own or a service's, or one that another becomes or has become.
   */
  function filtersOf({ services, moves }: FilePlan): Filters {
    if (services.length > 0) return READ_ALL;
    let filters = known.get(moves);
    if (filters === undefined) {
      const ports = new Set(elsewhere);
      for (const { from, to } of moves) ports.add(from).add(to);
      const isWorthIt = createPrefilter(ports);
      filters = { isWorthIt, isOfInterest: createLineFilter(isWorthIt) };
      known.set(moves, filters);
    }
    return filters;
  }

  return {
    filtersOf,
    movesOf: (file, path) => moving.of(file, path),
    find: (file, path, text) => findPorts(path, text, filtersOf(file).isOfInterest),
  };
}

/** The ports that services move from and to, as other Dockerfiles may reach them by. */
function portsOfServices({ services }: Mapping, files: readonly FilePlan[]): Set<number> {
  const ports = new Set<number>();
  for (const { services: owners, moves } of files) {
    if (owners.length > 0) for (const { from, to } of moves) ports.add(from).add(to);
  }
  for (const { moves, assigned } of services) {
    for (const { from, to } of moves) ports.add(from).add(to);
    for (const { from, port } of assigned) if (from !== undefined) ports.add(from).add(port);
  }
  return ports;
}
