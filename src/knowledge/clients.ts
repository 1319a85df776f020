import { dataClients } from './clients/data.ts';
import { networkClients } from './clients/network.ts';
import { sqlClients } from './clients/sql.ts';
import { webClients } from './clients/web.ts';
import type { Program } from './program.ts';

/**
 * The programs that connect to a port which their arguments state: clients, probes, benchmarks.
 *
 * The port is this container's where the host is (see `hosts` and the operand `host`). That `nc`
 * listens with `-l` is a row of its own (`requires`); programs that wait for a port and then start
 * another program (`dockerize`, `wait-for-it`) are wrappers.
 */
export const clients: readonly Program[] = [...dataClients, ...networkClients, ...sqlClients, ...webClients];
