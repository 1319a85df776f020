import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';

/** A programming language that a configuration file can be written in. */
export type CodeLanguage = 'javascript' | 'python' | 'php' | 'perl' | 'ruby' | 'lua';

/**
 * How to read the other languages that stand in configuration. Without a reader, only addresses
 * and settings are found in such text.
 */
export interface Readers {
  /**
   * Reads a shell script, one command line, or only the arguments of a command (then the text
   * starts with a dash).
   */
  readonly commands?: ((text: MappedText) => readonly Finding[]) | undefined;
  /** Reads a program; undefined when it cannot. */
  readonly code?: ((language: CodeLanguage, text: MappedText) => readonly Finding[] | undefined) | undefined;
  /** The ports that the Dockerfile exposes: a number that nothing else speaks for is one of them or is none. */
  readonly exposed?: ReadonlySet<number> | undefined;
}
