/** The flags of all commands that take no value; the others do. */
export const SWITCHES: ReadonlySet<string> = new Set(
  `help h version quiet q verbose v dry-run n check comments split-ranges keep-going strict ignore null 0 interactive i
  stat allow-dirty resume force`.split(/\s+/),
);

/**
 * Puts the arguments of a command line in the order that yargs understands: the command first, as
 * it would take a switch before it for one with a value; behind `--` a `-` that stands for standard
 * input, which it would drop; and joined to its flag a `-` that is a value, which it would not see.
 *
 * @param commands the names of the commands
 */
export function arrangeArguments(args: readonly string[], commands: ReadonlySet<string>): string[] {
  // What a shell asks for is a command line that is not finished.
  if (args[0]?.startsWith('--get-yargs-completions')) return [...args];
  return dashJoined(dashLast(commandFirst(args, commands)));
}

function commandFirst(args: readonly string[], commands: ReadonlySet<string>): readonly string[] {
  let at = 0;
  for (let arg = args[0]; arg?.startsWith('-') && arg !== '--'; arg = args[at]) at += takesNext(arg) ? 2 : 1;
  const command = args[at];
  if (at === 0 || command === undefined || !commands.has(command)) return args;
  return [command, ...args.slice(0, at), ...args.slice(at + 1)];
}

function dashLast(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const isOperand = (arg: string, i: number): boolean =>
    arg === '-' && !takesNext(args[i - 1] ?? '') && (end === -1 || i < end);
  const at = args.findIndex(isOperand);
  if (at === -1) return [...args];
  const others = args.filter((_, i) => i !== at);
  return end === -1 ? [...others, '--', '-'] : [...others, '-'];
}

function dashJoined(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const isValue = (arg: string | undefined, i: number): boolean =>
    arg === '-' && takesNext(args[i - 1] ?? '') && (end === -1 || i < end);
  return args.flatMap((arg, i) => {
    if (isValue(arg, i)) return [];
    return isValue(args[i + 1], i + 1) ? [`${arg}=-`] : [arg];
  });
}

/** Whether the next argument is the value of this one: `--map`, `-m`, `-nm`; not `--map=x`, `-mx`. */
function takesNext(arg: string): boolean {
  if (arg.startsWith('--')) {
    const name = arg.slice(2);
    return name !== '' && !name.includes('=') && !name.startsWith('no-') && !SWITCHES.has(name);
  }
  if (!/^-\w/.test(arg)) return false;
  const letters = [...arg.slice(1)];
  const first = letters.findIndex((letter) => !SWITCHES.has(letter));
  return first !== -1 && first === letters.length - 1;
}
