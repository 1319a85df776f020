import { isDockerfileName } from '../files/names.ts';

/** What a cell says that there is no Dockerfile to be changed. */
const NONE = /^(?:[-–—/.]*|n\/?a|none|no|external|third[- ]party|not applicable|-+|existing|reserved)$/i;

/** Whether a text says that a service has no Dockerfile here: `-`, `n/a`, `external`. */
export function saysNone(text: string): boolean {
  return NONE.test(text.replace(/[()]/g, '').trim());
}

/** A name without decoration: `✅ **TRX Staking**:` is `TRX Staking`. */
export function plainName(text: string): string {
  return text
    .replace(/^(?:[^\p{L}\p{N}]|\[x\]\s|\d+\s*[.)]\s)+/iu, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a name in lower case, without decoration: `**Port** #` is `port`. */
export function plainWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words of a name in lower case: `TrxStaking`, `trx-staking` and `TRX Staking` alike. */
export function wordsOfName(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A name as a key: `trx-staking`. */
export function slugOf(name: string): string {
  return wordsOfName(name).join('-') || 'service';
}

/** By which two names are the same, however they are spaced. */
export function keyOf(name: string): string {
  return wordsOfName(name).join('') || name;
}

/** `registry.example:5000/team/api:1.4@sha256:…`, with a slash or a tag. */
export function isImageName(text: string): boolean {
  return (
    /^[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]+)?(?:@\w+:[0-9a-f]+)?$/i.test(text) ||
    /^[a-z][\w.-]*:[\w.-]+$/i.test(text)
  );
}

/** Whether a text names a Dockerfile by its last part. */
export function namesDockerfile(text: string): boolean {
  return !/\s/.test(text) && isDockerfileName(text.slice(text.lastIndexOf('/') + 1));
}
