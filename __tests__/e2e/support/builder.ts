import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Container, containerOf } from './container.ts';
import { type Outcome, run, SYSTEM_PATH } from './system.ts';

/** What the tests' Dockerfiles start from: static busybox and nothing else. */
const BASE = 'registry.internal/tools/busybox';
/** The same under a name whose numbers are no ports of the image. */
const BASE_WITH_NUMBERS = 'registry.internal:8095/tools/busybox:8095';
const APPLETS = ['sh', 'cat', 'chmod', 'echo', 'grep', 'httpd', 'mkdir', 'nc', 'printf', 'sed', 'timeout', 'wget'];

const words = z.array(z.string()).nullish();
const imageConfiguration = z.looseObject({
  Cmd: words,
  Entrypoint: words,
  Env: words,
  Healthcheck: z.looseObject({ Test: z.array(z.string()) }).optional(),
});
const inspected = z.object({ Docker: z.object({ config: imageConfiguration }) });

/** The configuration of an image, as `docker inspect` shows it under `Config`. */
export type ImageConfiguration = z.infer<typeof imageConfiguration>;

export interface Build {
  /** Whether the builder took the Dockerfile. */
  readonly built: boolean;
  /** The instructions as the builder cut them, up to the one that failed. */
  readonly instructions: readonly string[];
  readonly log: string;
}

export interface Builder {
  readonly version: string;
  /** Whether it reads heredocs (buildah does since 1.33); otherwise each line of them is an instruction to it. */
  readonly readsHeredocs: boolean;
  /**
   * Builds an image of that name, whether or not the builder takes the Dockerfile.
   *
   * @param context the folder that COPY takes files from
   */
  tryBuild(image: string, dockerfile: string | Uint8Array, context?: string): Promise<Build>;
  /** The same. @throws Error with the builder's log */
  build(image: string, dockerfile: string | Uint8Array, context?: string): Promise<ImageConfiguration>;
  configuration(image: string): Promise<ImageConfiguration>;
  /** The lines of files in an image, each behind its path and a colon. */
  readFiles(image: string, paths: readonly string[]): Promise<string[]>;
  container(image: string): Promise<Container>;
  /** How many images were built. */
  count(): number;
  /** Removes all that it has made. */
  close(): Promise<void>;
}

/** buildah with a storage of its own in a temporary folder: no daemon, no registry, no configuration of the machine. */
export async function openBuilder(): Promise<Builder> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-e2e-')));
  const { buildah, env } = makeHome(home);
  const context = join(home, 'context');
  let builds = 0;

  const call = (args: readonly string[]): Promise<Outcome> => run([...buildah, ...args], { env, cwd: context });
  const must = async (args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await call(args);
    if (code !== 0) throw new Error(`buildah ${args.join(' ')}: exit code ${code}\n${stdout}${stderr}`);
    return stdout;
  };

  const tryBuild: Builder['tryBuild'] = async (image, dockerfile, folder = context) => {
    const file = join(home, 'Dockerfile');
    writeFileSync(file, dockerfile);
    const policy = ['--signature-policy', join(home, 'policy.json')];
    // Without --squash, the vfs driver waits for the next full second before it compares two layers.
    const flags = ['--isolation', 'chroot', '--format', 'docker', '--squash', '--pull-never', ...policy];
    const { code, stdout, stderr } = await call(['build', ...flags, '--file', file, '--tag', image, folder]);
    if (code === 0) builds++;
    return { built: code === 0, instructions: instructionsOf(stdout), log: stdout + stderr };
  };
  const configuration: Builder['configuration'] = async (image) => {
    const { Docker } = inspected.parse(JSON.parse(await must(['inspect', '--type', 'image', image])));
    const { Hostname: _random, ...rest } = Docker.config;
    return rest;
  };
  const build: Builder['build'] = async (image, dockerfile, folder) => {
    const { built, log } = await tryBuild(image, dockerfile, folder);
    if (!built) throw new Error(`buildah refused the Dockerfile of ${image}:\n${log}`);
    return configuration(image);
  };
  const container: Builder['container'] = async (image) => {
    const name = (await must(['from', '--pull-never', '--signature-policy', join(home, 'policy.json'), image])).trim();
    const inContainer = [...buildah, 'run', '--isolation', 'chroot', name, '--'];
    return containerOf({ command: inContainer, env, remove: async () => void (await must(['rm', name])) });
  };
  const readFiles: Builder['readFiles'] = async (image, paths) => {
    const { execute, remove } = await container(image);
    const { code, stdout, stderr } = await execute(['/bin/grep', '-H', '', ...paths]);
    await remove();
    if (code !== 0) throw new Error(`${paths.join(', ')} of ${image}: ${stderr}`);
    return stdout.split('\n').slice(0, -1);
  };

  const close: Builder['close'] = async () => {
    // Where it does not run as root, only buildah can remove the files of its layers.
    await call(['rm', '--all']);
    await call(['rmi', '--all', '--force']);
    removeHome(home);
  };

  try {
    await build(BASE, 'FROM scratch\nCOPY bin /bin\n');
    await must(['tag', BASE, BASE_WITH_NUMBERS]);
    const probe = await tryBuild('heredoc', `FROM ${BASE}\nCOPY <<a /a\nb\na\n`);
    const version = /\d+\.\d+[.\d]*/.exec(await must(['--version']))?.[0] ?? 'of an unknown version';
    builds = 0;
    const builder = { tryBuild, build, configuration, container, readFiles };
    return { ...builder, version, readsHeredocs: probe.built, count: () => builds, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Instructions are printed as `STEP 2/3: …`, behind `[1/2] ` where there are stages. */
function instructionsOf(log: string): string[] {
  return [...log.matchAll(/^(?:\[\d+\/\d+\] )?STEP \d+(?:\/\d+)?: (.*)$/gm)].map(([, text]) => text ?? '');
}

function makeHome(home: string): { buildah: string[]; env: Record<string, string> } {
  const storage = { root: join(home, 'storage'), run: join(home, 'run') };
  const bin = join(home, 'context', 'bin');
  mkdirSync(bin, { recursive: true });
  for (const folder of ['tmp', 'runtime']) mkdirSync(join(home, folder), { mode: 0o700 });
  copyFileSync(busybox(), join(bin, 'busybox'));
  for (const applet of APPLETS) symlinkSync('busybox', join(bin, applet));
  writeFileSync(join(home, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
  writeFileSync(join(home, 'registries.conf'), '');
  writeFileSync(
    join(home, 'storage.conf'),
    `[storage]\ndriver = "vfs"\ngraphroot = "${storage.root}"\nrunroot = "${storage.run}"\n`,
  );
  // Newer versions want to see their network helper, even though this isolation does not use it.
  mkdirSync(join(home, 'helpers'));
  symlinkSync('/bin/false', join(home, 'helpers', 'netavark'));
  writeFileSync(join(home, 'containers.conf'), `[engine]\nhelper_binaries_dir = ["${join(home, 'helpers')}"]\n`);
  const places = ['--root', storage.root, '--runroot', storage.run, '--storage-driver', 'vfs'];
  return {
    buildah: ['buildah', ...places, '--registries-conf', join(home, 'registries.conf')],
    env: {
      HOME: home,
      TMPDIR: join(home, 'tmp'),
      XDG_RUNTIME_DIR: join(home, 'runtime'),
      CONTAINERS_CONF: join(home, 'containers.conf'),
      CONTAINERS_STORAGE_CONF: join(home, 'storage.conf'),
      // Root's caches would be in /var; those of other users are in their home.
      ...(process.getuid?.() === 0 ? { _CONTAINERS_ROOTLESS_UID: '1' } : {}),
    },
  };
}

function busybox(): string {
  for (const folder of SYSTEM_PATH.split(':')) {
    try {
      return realpathSync(join(folder, 'busybox'));
    } catch {}
  }
  throw new Error('no busybox');
}

/** Nothing of the machine may be mounted in a folder that is removed with all that is in it. */
function removeHome(home: string): void {
  if (readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${home}/`)) {
    throw new Error(`${home} is left as it is: something is mounted there`);
  }
  rmSync(home, { recursive: true, force: true });
}
