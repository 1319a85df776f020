import { join } from 'node:path';
import { folderWith, removeFolders } from '../support/process.ts';
import { type ImageConfiguration, openBuilder } from './support/builder.ts';
import { healthCommand, type Server, startCommand, untilServes } from './support/container.ts';
import { freePorts, isFree, listens } from './support/loopback.ts';
import { applyToCopy } from './support/move.ts';
import { report } from './support/report.ts';
import { type Outcome, run, start } from './support/system.ts';

const example = join(import.meta.dirname, '..', '..', '__fixtures__', 'readme-example');
const STAKING = 'payment-systems/tron/Dockerfile.trx-staking';
const GATEWAY = 'payment-systems/tron/Dockerfile.payment-gateway';
const HEALTHY = expect.objectContaining({ code: 0 });

/** What stands in for the images that the example starts from; nothing is fetched. */
const STAND_INS = [
  ['python:3.12-slim', "RUN printf '#!/bin/sh\\nmkdir /deps\\n' > /bin/pip && chmod +x /bin/pip\n"],
  ['gcr.io/distroless/python3-debian12:nonroot', ''],
] as const;

const APPLICATION = `
import os

async def app(scope, receive, send):
    assert scope['type'] == 'http'
    found = scope['path'] == '/health'
    await send({'type': 'http.response.start', 'status': 200 if found else 404, 'headers': []})
    await send({'type': 'http.response.body', 'body': os.environ['SERVICE_NAME'].encode() if found else b''})
`;

const builder = await openBuilder();
const running: Server[] = [];
let started = 0;
let checked = 0;

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});
afterAll(async () => {
  report(`uvicorn: ${started} servers started, ${checked} health checks run; ${builder.count()} images built for them`);
  removeFolders();
  await builder.close();
});

/** The ports that the example is written with, unless the machine uses one of them. */
async function choosePorts(): Promise<{ 8095: number; 8096: number; 8097: number }> {
  const free = await Promise.all([8095, 8096, 8097].map(isFree));
  const [a = 0, b = 0, c = 0] = free.every(Boolean) ? [8095, 8096, 8097] : await freePorts(3);
  return { 8095: a, 8096: b, 8097: c };
}

/** The example's images before and after the move, the ports that they use, and the folder of their applications. */
async function prepare() {
  const ports = await choosePorts();
  const moved = await applyToCopy(example, ['.', '--map', 'ports.yaml'], ports);
  const context = folderWith({
    'requirements.txt': 'uvicorn\n',
    'staking/main.py': APPLICATION,
    'gateway/main.py': APPLICATION,
  });
  for (const [image, commands] of STAND_INS)
    await builder.build(image, `FROM registry.internal/tools/busybox\n${commands}`);
  const build = (image: string, dockerfile: Uint8Array) => builder.build(image, dockerfile, context);
  const staking = {
    before: await build('staking:before', moved.read(STAKING).before),
    after: await build('staking:after', moved.read(STAKING).after),
  };
  const gateway = { after: await build('gateway:after', moved.read(GATEWAY).after) };
  return { ports, context, staking, gateway };
}

const { ports, context, staking, gateway } = await prepare().catch(async (error: unknown) => {
  await builder.close();
  throw error;
});

function environment({ Env }: ImageConfiguration): Record<string, string> {
  const pairs = (Env ?? []).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]);
  const { PATH: _imagePath, ...rest } = Object.fromEntries(pairs);
  return rest;
}

/** Starts what the image would start, with its environment, in the folder of its application. */
async function serve(configuration: ImageConfiguration, folder: string, port: number): Promise<void> {
  const options = { cwd: join(context, folder), env: environment(configuration) };
  running.push(await untilServes(start(startCommand(configuration), options), port));
  started++;
}

function check(configuration: ImageConfiguration): Promise<Outcome> {
  checked++;
  return run(healthCommand(configuration), { env: environment(configuration) });
}

async function health(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/health`)).text();
}

describe("the README's example, built from its Dockerfiles and served by uvicorn", () => {
  test('before the move the service is healthy on its old port', async () => {
    await serve(staking.before, 'staking', ports[8095]);
    expect(await health(ports[8095])).toBe('trx-staking');
    expect(await check(staking.before)).toEqual(HEALTHY);
    expect(await listens(ports[8096])).toBe(false);
  });

  test('after the move it is healthy on its new port, and the old health check fails', async () => {
    await serve(staking.after, 'staking', ports[8096]);
    expect(await health(ports[8096])).toBe('trx-staking');
    expect(await check(staking.after)).toEqual(HEALTHY);
    expect(await listens(ports[8095])).toBe(false);
    expect(await check(staking.before)).not.toEqual(HEALTHY);
  });

  test('both services run at once, and the gateway knows where the other one is', async () => {
    await serve(staking.after, 'staking', ports[8096]);
    await serve(gateway.after, 'gateway', ports[8097]);
    expect(await check(staking.after)).toEqual(HEALTHY);
    expect(await check(gateway.after)).toEqual(HEALTHY);

    const address = new URL(environment(gateway.after)['TRX_STAKING_URL'] ?? '');
    expect(address.hostname).toBe('lucid-trx-staking');
    expect(await health(Number(address.port))).toBe('trx-staking');
    expect(await health(ports[8097])).toBe('payment-gateway');
  });
});
