import type { Program } from './program.ts';

/**
 * A program that starts another program, whose command line is part of its own.
 *
 * Its own arguments are read as those of any program; the operand `command` is the name of the
 * inner program, and what follows are the inner program's arguments: `timeout` has the operands
 * `['other', 'command']`. A `--` ends its own flags and is no operand.
 */
export interface Wrapper extends Program {
  /** Flags whose value is a whole command line in one text, read by a shell: `su -c 'redis-server --port 80'`. */
  readonly commandFlags?: readonly string[];
  /** Flags whose value is the name of the inner program, whose arguments follow: `coverage run -m NAME`. */
  readonly moduleFlags?: readonly string[];
  /** The command stands behind the first of these words: `rvm 2.7 do CMD`. Without one there is none. */
  readonly before?: readonly string[];
  /** `NAME=VALUE` words in front of the command set its environment: `env`, `cross-env`. */
  readonly assignments?: boolean;
  /**
   * What a `--` separates, where it must be written: `command`: all in front of it is the wrapper's,
   * the inner program's name follows it (`wait-for-it db:5432 -- app`); `arguments`: the inner
   * program's name stands in front of it with the wrapper's flags, the inner program's arguments
   * follow it (`npm run start -- --port 80`, `pm2 start app.js -i 4 -- --port 80`).
   */
  readonly separator?: 'command' | 'arguments';
}
