import { posix } from 'node:path';
import { printable } from './printable.ts';

/** What is known of how a service's image is built. Paths have forward slashes. */
export interface RebuildService {
  readonly name: string;
  /** The Dockerfiles that changed, the main one first. */
  readonly dockerfiles: readonly string[];
  /** The tag of the image: `registry.example/team/app:1.2`. */
  readonly image?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  /** The folder, or the URL, that is built; the Dockerfile's own folder if it is left out. */
  readonly context?: string | undefined;
  readonly push?: boolean | undefined;
}

export interface RebuildOptions {
  /** The way from the folder of the script to the folder that the paths are relative to; `.` if it is left out. */
  readonly folder?: string | undefined;
}

/**
 * A bash script that builds the images of the given services with `docker buildx build`. It stops
 * at the first failure, and can be started from any folder.
 *
 * Of several Dockerfiles that would give one image, only the first is built; the others are there
 * as comments.
 *
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/
 */
export function rebuildScript(services: readonly RebuildService[], { folder = '.' }: RebuildOptions = {}): string {
  const lines = [
    '#!/usr/bin/env bash',
    '# Builds the images whose Dockerfiles changed.',
    'set -euo pipefail',
    folder.startsWith('/')
      ? `cd -- ${shellQuote(folder)}`
      : `cd -- "$(dirname -- "\${BASH_SOURCE[0]}")"/${shellQuote(folder)}`,
  ];
  for (const service of services) {
    lines.push('', `# ${printable(service.name)}`);
    if (service.image === undefined) lines.push('# It has no image in the plan, so what is built gets no tag.');
    for (const [index, dockerfile] of service.dockerfiles.entries()) {
      const words = buildCommand(service, dockerfile);
      if (index === 0 || service.image === undefined) lines.push(words.map(shellQuote).join(' '));
      else lines.push(`# The same image from another Dockerfile: ${printable(words.map(shellQuote).join(' '))}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The words of `docker buildx build` for one Dockerfile. */
function buildCommand(service: RebuildService, dockerfile: string): string[] {
  const { image, platforms = [], push } = service;
  return [
    'docker',
    'buildx',
    'build',
    ...(platforms.length === 0 ? [] : ['--platform', platforms.join(',')]),
    ...(image === undefined ? [] : ['-t', image]),
    '-f',
    fromHere(dockerfile),
    // What has no tag cannot be pushed.
    ...(push === true && image !== undefined ? ['--push'] : []),
    contextOf(service, dockerfile),
  ];
}

/**
 * The same as a definition file of `docker buildx bake`, in JSON. Bake reads it as HCL, so templates
 * in it are escaped; a Dockerfile is relative to its context.
 *
 * Sources: https://docs.docker.com/build/bake/reference/,
 * https://github.com/hashicorp/hcl/blob/main/json/spec.md#expressions
 */
export function bakeFile(services: readonly RebuildService[]): string {
  const targets = new Map<string, Record<string, unknown>>();
  for (const service of services) {
    const { image, platforms = [], push, dockerfiles } = service;
    const built = image === undefined ? dockerfiles : dockerfiles.slice(0, 1);
    for (const dockerfile of built) {
      const context = contextOf(service, dockerfile);
      targets.set(targetName(service.name, targets), {
        context: literal(context),
        dockerfile: literal(isRemoteContext(context) ? dockerfile : posix.relative(context, dockerfile)),
        ...(image === undefined ? {} : { tags: [literal(image)] }),
        ...(platforms.length === 0 ? {} : { platforms: platforms.map(literal) }),
        ...(push === true && image !== undefined ? { output: ['type=registry'] } : {}),
      });
    }
  }
  const definition = {
    group: { default: { targets: [...targets.keys()] } },
    target: Object.fromEntries(targets),
  };
  return `${JSON.stringify(definition, null, 2)}\n`;
}

function contextOf({ context }: RebuildService, dockerfile: string): string {
  if (context === undefined) return fromHere(posix.dirname(dockerfile));
  return isRemoteContext(context) ? context : fromHere(context);
}

/**
 * Whether a build context is not a folder of this machine.
 *
 * @see https://docs.docker.com/build/concepts/context/#remote-context
 */
export function isRemoteContext(context: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);
}

/** A path that no program takes for an option or for standard input. */
function fromHere(path: string): string {
  return /^-/.test(path) ? `./${path}` : path;
}

/** Targets have letters, digits, `_` and `-`, and each name once. */
function targetName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const base = name.replace(/[^A-Za-z0-9_-]/g, '_') || '_';
  let unique = base;
  for (let i = 2; taken.has(unique); i++) unique = `${base}_${i}`;
  return unique;
}

function literal(text: string): string {
  return text.replace(/([$%])(?=\{)/g, '$1$1');
}

/** A word of a bash command that means exactly this text, whatever is in it. */
export function shellQuote(word: string): string {
  if (/^[A-Za-z0-9_./:@%+,-]+$/.test(word)) return word;
  if (!/[\x00-\x1f\x7f-\x9f]/.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = word.replace(/[\\'\x00-\x1f\x7f-\x9f]/g, (character) => {
    if (character === '\\' || character === "'") return `\\${character}`;
    return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  });
  return `$'${escaped}'`;
}
