import { words } from './words.ts';

/**
 * Ends of the name of a Dockerfile that say which one of several of a service it is: a stage of its way,
 * a system, a processor.
 */
const VARIANTS = new Set(
  words(`
    dev devel development prod production stage staging release qa uat test tests testing e2e ci local debug base
    build builder alpine debian ubuntu slim distroless multi multiarch amd64 x86_64 x86 arm64 arm64v8 aarch64 arm32v7
    armhf armv7 gpu cpu cuda
  `),
);

/** Folders that say nothing of which service is in them. */
const PLAIN_FOLDERS = new Set(
  words(`
    docker dockerfile dockerfiles build builds deploy deployment deployments src app image images container
    containers . ..
  `),
);

/** What a Dockerfile is called beside that it is one; empty where it says nothing. */
export interface DockerfileName {
  /** `trx-staking` of `Dockerfile.trx-staking.dev`. */
  readonly own: string;
  /** `dev` of `Dockerfile.trx-staking.dev`. */
  readonly variant: string;
}

/** @param basename the last part of a path: `Dockerfile.trx-staking`, `trx-staking.Dockerfile`, `Dockerfile` */
export function readDockerfileName(basename: string): DockerfileName {
  const name = basename.replace(/^(?:docker|container)file[._-]?|[._-]?(?:docker|container)file$/gi, '');
  const variant = name.slice(name.lastIndexOf('.') + 1);
  if (!VARIANTS.has(variant.toLowerCase())) return { own: name, variant: '' };
  return { own: name.slice(0, -variant.length).replace(/\.$/, ''), variant };
}

/** The folders of a path, from the closest one, without those such as `docker` that say nothing of what is in them. */
export function tellingFolders(path: string): string[] {
  const folders = path.split('/').slice(0, -1).reverse();
  return folders.filter((folder) => folder !== '' && !PLAIN_FOLDERS.has(folder.toLowerCase().replace(/^\.(?=.)/, '')));
}
