interface Exclusion {
  readonly flag: string;
  readonly excludes: readonly string[];
  /** Goes on after `--map and --plan exclude each other: `. */
  readonly why: string;
}

/** Flags as they are written; one with a value is only that value, and `-` is a Dockerfile on standard input. */
const EXCLUSIONS: readonly Exclusion[] = [
  {
    flag: '--map',
    excludes: ['--plan'],
    why: 'both say where the services are to be, so give one of them',
  },
  {
    flag: '--resume',
    excludes: ['--dry-run', '--check', '--format', '--stat', '--interactive'],
    why: 'a run that was cut short is carried to its end as it was begun; reberth undo takes it back instead',
  },
  {
    flag: '--resume',
    excludes: ['--explain', '--report', '--rebuild-script', '--bake'],
    why: 'a run that was cut short is carried to its end first; give the other flag to a run after that',
  },
  {
    flag: '--explain',
    excludes: ['--report', '--rebuild-script', '--bake'],
    why: 'nothing is done but to print how numbers are read; give the other flag to a run of its own',
  },
  {
    flag: '--stat',
    excludes: ['--format json', '--format html', '--format patch'],
    why: 'what is printed in this form has no place for it; --stat goes with diff and summary',
  },
  {
    flag: '-',
    excludes: ['--stat'],
    why: 'standard output is for the Dockerfile; name the file to see how many of its lines change',
  },
  {
    flag: '-',
    excludes: ['--interactive'],
    why: 'standard input cannot be both the Dockerfile and where questions are answered; name the file',
  },
  {
    flag: '-',
    excludes: ['--files-from -'],
    why: 'standard input cannot be both the Dockerfile and the list of files; drop one "-"',
  },
];

/**
 * Refuses flags of which one would make the other mean nothing, or something else than it says.
 *
 * @param flags as the parser gives them
 * @throws Error for people, without a stack
 */
export function assertNoneExcluded(flags: Readonly<Record<string, unknown>>): true {
  const given = new Set(Object.entries(flags).flatMap(([name, value]) => spellings(name, value)));
  for (const { flag, excludes, why } of EXCLUSIONS) {
    const other = excludes.find((excluded) => given.has(flag) && given.has(excluded));
    if (other !== undefined) throw new Error(`${flag} and ${other} exclude each other: ${why}`);
  }
  return true;
}

function spellings(name: string, value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (name === '_' || name === 'paths') return values.includes('-') ? ['-'] : [];
  return values.flatMap((one) => (one === undefined || one === false ? [] : [`--${name}`, `--${name} ${one}`]));
}
