import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../support/process.ts';
import { type ImageConfiguration, openBuilder } from './support/builder.ts';
import { type Container, healthCommand, type Server, startCommand } from './support/container.ts';
import { freePorts, listens } from './support/loopback.ts';
import { applyToCopy } from './support/move.ts';
import { report } from './support/report.ts';
import type { Outcome } from './support/system.ts';

const builder = await openBuilder();
const root = join(import.meta.dirname, 'servers');
const cases = readdirSync(root)
  .filter((name) => name !== 'swap')
  .map((name) => ({ name, heredocs: readFileSync(join(root, name, 'Dockerfile'), 'utf8').includes('<<') }))
  .filter(({ heredocs }) => builder.readsHeredocs || !heredocs);

let started = 0;
let checked = 0;
const running: Server[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  removeFolders();
});
afterAll(async () => {
  report(
    `buildah ${builder.version}: ${builder.count()} images built, ${started} servers started in containers, ${checked} health checks run`,
  );
  await builder.close();
});

interface Service {
  readonly configuration: ImageConfiguration;
  readonly container: Container;
}

async function build(image: string, dockerfile: Uint8Array): Promise<Service> {
  return { configuration: await builder.build(image, dockerfile), container: await builder.container(image) };
}

async function start({ configuration, container }: Service, port: number): Promise<Server> {
  const server = await container.serve(startCommand(configuration), port);
  running.push(server);
  started++;
  return server;
}

/** Runs the image's own health check in its container. */
function check({ configuration, container }: Service): Promise<Outcome> {
  checked++;
  return container.execute(healthCommand(configuration));
}

const HEALTHY = expect.objectContaining({ code: 0 });

describe('a moved container', () => {
  test.each(cases)('$name serves on its new port, and is healthy there', async ({ name }) => {
    const [from = 0, to = 0] = await freePorts(2);
    const moved = await applyToCopy(join(root, name), ['Dockerfile', '--port', `${from}=${to}`], { 8095: from });
    const { before, after } = moved.read('Dockerfile');

    const old = await build(`${name}:before`, before);
    const oldServer = await start(old, from);
    expect(await check(old)).toEqual(HEALTHY);
    expect(await listens(to)).toBe(false);
    await oldServer.stop();

    const now = await build(`${name}:after`, after);
    expect(await check(now)).not.toEqual(HEALTHY);
    await start(now, to);
    expect(await check(now)).toEqual(HEALTHY);
    expect(await listens(from)).toBe(false);
    expect(await check(old)).not.toEqual(HEALTHY);
  });
});

test('two containers swap their ports in one run', async () => {
  const [first = 0, second = 0] = await freePorts(2);
  const ports = { 8095: first, 8096: second };
  const moved = await applyToCopy(join(root, 'swap'), ['.', '--map', 'ports.yaml'], ports);
  const services = { first: moved.read('first/Dockerfile'), second: moved.read('second/Dockerfile') };

  const one = await build('first:after', services.first.after);
  const two = await build('second:after', services.second.after);
  await start(one, second);
  expect(await check(one)).toEqual(HEALTHY);
  expect(await check(two)).not.toEqual(HEALTHY);
  await start(two, first);
  expect(await check(two)).toEqual(HEALTHY);

  const addresses = [one, two].map(({ configuration }) =>
    configuration.Env?.find((entry) => entry.startsWith('OTHER_URL=')),
  );
  expect(addresses).toEqual([`OTHER_URL=http://second:${first}/name`, `OTHER_URL=http://first:${second}/name`]);
  expect(await answer(second)).toBe('first\n');
  expect(await answer(first)).toBe('second\n');
});

async function answer(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/name`)).text();
}
