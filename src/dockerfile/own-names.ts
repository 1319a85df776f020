import { readDockerfileName } from '../knowledge/dockerfile-names.ts';
import type { Flow } from './flow.ts';
import type { Dockerfile } from './parse.ts';

/** Variables whose value is the container's own name; `DB_SERVICE_NAME` is that of another one. */
const VARIABLES = /^(?:SERVICE_NAME|SERVICE|HOSTNAME|HOST_NAME|(?:\w+_)?APP_NAME|CONTAINER_NAME|(?:\w+_)?BIND_HOST)$/i;
/** Labels that name the service, such as `com.docker.compose.service`. */
const LABELS = /(?:^|[._-])(?:service|service[._-]?name|container[._-]?name|hostname)$/i;
/** Programs named after their software with a d for daemon. */
const DAEMONS = ['mongod', 'mysqld', 'memcached', 'influxd', 'etcd', 'slapd', 'fluentd', 'statsd'];
/** Words of file and folder names that say nothing of the service in them. */
const PLAIN_WORDS = new Set([
  'app',
  'base',
  'build',
  'containerfile',
  'docker',
  'dockerfile',
  'dockerfiles',
  'image',
  'images',
  'latest',
  'src',
]);
const HOST_NAME = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/i;

/**
 * The names that a Dockerfile gives to its own container, in lower case: other containers reach it
 * under them, and it may use them itself.
 */
export function ownNames({ instructions }: Dockerfile, flow: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const instruction of instructions) {
    const expression = instruction.keyword === 'LABEL' ? LABELS : instruction.keyword === 'ENV' ? VARIABLES : undefined;
    if (expression === undefined) continue;
    for (const { name, value } of instruction.pairs) {
      if (value === undefined || !expression.test(name.text)) continue;
      const text = flow.expand(value, instruction);
      if (HOST_NAME.test(text) && !/^\d+$/.test(text)) names.add(text.toLowerCase());
    }
  }
  return names;
}

/**
 * The words in the names of the base images and of the programs that CMD and ENTRYPOINT start:
 * `MONGO_PORT` in an image that is made from `mongo` is the container's own port.
 */
export function ownSoftware({ instructions, stages }: Dockerfile, names: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (name: string): void => {
    for (const word of name.toLowerCase().split(/[^a-z0-9]+/))
      if (/^[a-z]/.test(word)) words.add(word.replace(/\d+$/, ''));
  };
  for (const name of names) add(name);
  for (const { image, parent } of stages)
    if (parent === undefined) add(image.replace(/@.*$/, '').replace(/^.*\//, '').replace(/:.*$/, ''));
  for (const { keyword, exec, args } of instructions) {
    if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT') continue;
    const line = exec?.map(({ text }) => text) ?? args.text.split(/\s+/);
    for (const [i, word] of line.entries()) {
      const isValue = /^--[\w.-]+$/.test(line[i - 1] ?? '');
      if (!isValue && /^[\w./-]+$/.test(word) && !word.startsWith('-')) add(word.replace(/^.*\//, ''));
    }
  }
  for (const daemon of DAEMONS) if (words.has(daemon)) words.add(daemon.replace(/d$/, ''));
  return words;
}

/**
 * The words of the name that a file is kept under: those of `Dockerfile.session-pipeline` or
 * `session-pipeline.Dockerfile`, else those of its folder.
 */
export function nameWords(path: string): readonly string[] {
  const parts = path.split('/');
  const { own } = readDockerfileName(parts.pop() ?? '');
  return [own, parts.pop() ?? ''].map(hostWords).find((words) => words.length > 0) ?? [];
}

/** Whether a host such as `lucid-session-pipeline` has all the words of such a name. */
export function isNamedLike(host: string, words: readonly string[]): boolean {
  const own = new Set(hostWords(host));
  return words.length > 0 && words.every((word) => own.has(word));
}

function hostWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /^[a-z]/.test(word) && !PLAIN_WORDS.has(word));
}
