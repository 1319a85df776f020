/** Languages in which inline code is read. */
export const CODE_LANGUAGES = ['python', 'javascript', 'php', 'perl', 'ruby', 'lua', 'r'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** What an argument of a call is. */
export type Argument =
  /** A port, as a number or a text. */
  | 'port'
  /** The host that the call's port belongs to; the port may be written behind it. */
  | 'host'
  /** A port, an address, a pair of host and port, or a record of options: whatever it turns out to be. */
  | 'address'
  /** A command for the shell, or the list of its words. */
  | 'command'
  /** A number, but surely not a port. */
  | 'other'
  /** Not looked at as an argument. */
  | 'any';

/**
 * A function, method or class whose arguments say something about ports: one row of the table.
 *
 * Named arguments and options need no row entry: `port=`, `host:` and the like are understood by
 * their names (`names.ts`); the row makes them certain.
 */
export interface CallRow {
  readonly languages: readonly CodeLanguage[];
  /** What the callee ends with, whole words of it, with dots whatever the language writes: `IO.Socket.INET.new`. */
  readonly names: readonly string[];
  /** By position; what follows the last one is `any`. */
  readonly arguments: readonly Argument[];
  /** Named arguments that are not the port or address that their names sound like. */
  readonly others?: readonly string[];
  /** The port that it uses when none is given. */
  readonly defaultPort?: number;
  /** The argument to add for another port than that; `{port}` stands for it. */
  readonly portArgument?: string;
  /** Where it is documented. */
  readonly source: string;
}
