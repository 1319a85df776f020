import type { Transform } from '../src/transform.ts';
import { command } from './command.ts';
import { comment } from './comment.ts';
import { copy } from './copy.ts';
import { env } from './env.ts';
import { expose } from './expose.ts';
import { healthcheck } from './healthcheck.ts';
import { label } from './label.ts';
import { never } from './never.ts';
import { onbuild } from './onbuild.ts';
import { run } from './run.ts';

/**
 * All transforms, in the order they run. `env` comes last: what the others find out about the use
 * of variables decides what their definitions are.
 */
export const transforms: readonly Transform[] = [
  expose,
  healthcheck,
  command,
  label,
  run,
  copy,
  comment,
  never,
  onbuild,
  env,
];
