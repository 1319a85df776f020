import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether something listens on this port of the loopback interface. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/**
 * Waits until something listens on the port.
 *
 * @param isOver whether what was to listen has ended
 * @throws Error after ten seconds, or when it has ended
 */
export async function untilListens(port: number, isOver: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await listens(port))) {
    if (isOver()) throw new Error(`the server for port ${port} has ended`);
    if (Date.now() > deadline) throw new Error(`nothing listens on port ${port}`);
    await sleep(20);
  }
}

/** Ports that nothing listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listenOn(0)));
  return Promise.all(servers.map((server) => closed(server)));
}

export async function isFree(port: number): Promise<boolean> {
  try {
    await closed(await listenOn(port));
    return true;
  } catch {
    return false;
  }
}

async function listenOn(port: number): Promise<ReturnType<typeof createServer>> {
  const server = createServer().listen({ port, host: '0.0.0.0' });
  await once(server, 'listening');
  return server;
}

async function closed(server: ReturnType<typeof createServer>): Promise<number> {
  const { port }: Pick<AddressInfo, 'port'> = Object.assign({ port: 0 }, server.address());
  server.close();
  await once(server, 'close');
  return port;
}
