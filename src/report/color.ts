import picocolors from 'picocolors';

/** Functions that put a text into a colour or style. */
export type Colors = ReturnType<typeof picocolors.createColors>;

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** What decides on colour for one stream; ask once for stdout and once for stderr. */
export interface ColorQuestion {
  /** `--color`. */
  readonly choice: ColorChoice;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the stream is a terminal. */
  readonly isTTY: boolean;
}

/**
 * Whether a stream gets colour. The flag is stronger than the environment, which is stronger than
 * what the stream is. `FORCE_COLOR` is stronger than `NO_COLOR`, as it is for Node itself; either
 * counts only when it is not empty.
 *
 * Sources: https://no-color.org, https://force-color.org,
 * https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
export function wantsColor({ choice, env, isTTY }: ColorQuestion): boolean {
  if (choice !== 'auto') return choice === 'always';
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTTY && env['TERM'] !== 'dumb';
}

/** The colours of a stream, all of them plain text where it gets none. */
export function colorsFor(question: ColorQuestion): Colors {
  return picocolors.createColors(wantsColor(question));
}
