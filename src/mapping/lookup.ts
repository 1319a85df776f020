import type { Protocol } from '../occurrence.ts';
import { groupBy } from './group.ts';
import { type PortMove, protocolsMeet } from './mapping.ts';

/**
 * The moves that a port of a file may make: none, one, or, where the protocol of the port is not
 * known and matters, several that disagree.
 */
export type MoveLookup = (port: number, protocol?: Protocol) => readonly PortMove[];

/**
 * Looks moves up by port and protocol. A move of one protocol is nearer than one of all of them.
 * A port of unknown protocol makes the only move there is for its number, whatever the protocol
 * of the move.
 *
 * @param moves - At most one per port and protocol, as in a `FilePlan`.
 */
export function createMoveLookup(moves: readonly PortMove[]): MoveLookup {
  const byPort = groupBy(moves, ({ from }) => from);
  return (port, protocol) => {
    const candidates = (byPort.get(port) ?? []).filter((move) => protocolsMeet(move.protocol, protocol));
    if (protocol !== undefined) {
      const nearest = candidates.find((move) => move.protocol !== undefined) ?? candidates[0];
      return nearest === undefined ? [] : [nearest];
    }
    return new Set(candidates.map(({ to }) => to)).size > 1 ? candidates : candidates.slice(0, 1);
  };
}
