import type { Surroundings } from './surroundings.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Does what must not be left half done. Where a signal ends the process meanwhile, it says what to do
 * about the files that have their new content already.
 *
 * @param flags what names the journal on a command line
 */
export async function tellInterruption<T>(
  { stderr }: Pick<Surroundings, 'stderr'>,
  flags: string,
  work: () => Promise<T>,
): Promise<T> {
  const tell = (signal: keyof typeof SIGNALS): never => {
    stderr.write(
      `reberth: stopped by ${signal}: some files may have their new content; reberth undo${flags} takes it back, reberth apply --resume${flags} goes on\n`,
    );
    process.exit(SIGNALS[signal]);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, tell);
  try {
    return await work();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, tell);
  }
}
