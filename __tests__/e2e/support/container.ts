import type { ChildProcess } from 'node:child_process';
import type { ImageConfiguration } from './builder.ts';
import { untilListens } from './loopback.ts';
import { ended, type Outcome, run, start } from './system.ts';

export interface Container {
  /** Runs a program in the container to its end. */
  execute(command: readonly string[]): Promise<Outcome>;
  /** Starts a server in the container and waits until it listens. It shares the network of the machine. */
  serve(command: readonly string[], port: number): Promise<Server>;
  remove(): Promise<void>;
}

export interface Server {
  /** Ends the server and waits for its end. */
  stop(): Promise<void>;
}

/** A container in which `command` runs what is written behind it. */
export function containerOf({
  command,
  env,
  remove,
}: {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}): Container {
  return {
    execute: (inner) => run([...command, ...inner], { env }),
    serve: (inner, port) => untilServes(start([...command, ...inner], { env }), port),
    remove,
  };
}

/** Waits until a started server listens. @throws Error with what it printed when it does not */
export async function untilServes(child: ChildProcess, port: number): Promise<Server> {
  const end = ended(child);
  const stop = async (): Promise<Outcome> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    const outcome = await end;
    clearTimeout(timer);
    return outcome;
  };
  try {
    await untilListens(port, () => child.exitCode !== null);
  } catch (error) {
    const { stdout, stderr } = await stop();
    throw new Error(`${String(error)}\n${stdout}${stderr}`);
  }
  return { stop: async () => void (await stop()) };
}

/** What a container of the image starts: ENTRYPOINT, then CMD. */
export function startCommand({ Entrypoint, Cmd }: ImageConfiguration): string[] {
  return [...(Entrypoint ?? []), ...(Cmd ?? [])];
}

/** What HEALTHCHECK runs in a container of the image. */
export function healthCommand({ Healthcheck }: ImageConfiguration): string[] {
  const [kind, ...command] = Healthcheck?.Test ?? [];
  if (kind === 'CMD') return command;
  if (kind === 'CMD-SHELL') return ['/bin/sh', '-c', ...command];
  throw new Error('the image has no health check');
}
