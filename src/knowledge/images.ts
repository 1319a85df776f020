import { applicationImages } from './images/applications.ts';
import { dataImages } from './images/data.ts';
import { developmentImages } from './images/development.ts';
import { infrastructureImages } from './images/infrastructure.ts';
import { messagingImages } from './images/messaging.ts';
import { webImages } from './images/web.ts';

/** A base image whose program listens on known ports when nothing is configured. */
export interface Image {
  /** Repository names without registry and `library/`: `nginx`, `bitnami/redis`. */
  readonly names: readonly string[];
  /** Where only some of the image's variants listen: what their tag looks like. */
  readonly tag?: RegExp;
  /** The ports it listens on; none where a configuration must name them. */
  readonly ports: readonly number[];
  /** Where the image documents its ports. */
  readonly source: string;
  /** Where the port is configured in the image: a file or pattern, a variable, an argument. */
  readonly listener?: string;
}

/** The base images with known ports; of several rows with the same name the first whose `tag` fits counts. */
export const images: readonly Image[] = [
  ...applicationImages,
  ...dataImages,
  ...developmentImages,
  ...infrastructureImages,
  ...messagingImages,
  ...webImages,
];

const byName = new Map<string, Image[]>();
for (const image of images) {
  for (const name of image.names) byName.set(name, [...(byName.get(name) ?? []), image]);
}

/** Registries that hold the same repositories as Docker Hub, under the same names. */
const MIRRORS = /^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|.*\/dockerhub|.*\/docker-hub|.*\/docker\.io)\//;

/**
 * The row for an image as `FROM` names it: with or without registry, `library/`, tag and digest.
 *
 * @returns `undefined` for an image that is not in the table, or whose name is made of variables.
 */
export function findImage(image: string): Image | undefined {
  const [withoutDigest = ''] = image.trim().split('@');
  const [, path = '', tag = 'latest'] = /^(.*?)(?::([^/:]*))?$/.exec(withoutDigest) ?? [];
  for (const name of repositoryNames(path.toLowerCase())) {
    const row = byName.get(name)?.find((candidate) => candidate.tag === undefined || candidate.tag.test(tag));
    if (row !== undefined) return row;
  }
  return undefined;
}

/** The names to look for: as it is, without the registry, without `library/`. */
function repositoryNames(path: string): string[] {
  const names = [path];
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(slash, 0));
  if (/[.:]|^localhost$/.test(first)) names.push(path.slice(slash + 1));
  names.push(...names.map((name) => name.replace(MIRRORS, '')));
  return names.map((name) => name.replace(/^(?:library|docker\.io\/library)\//, ''));
}
