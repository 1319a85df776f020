import type { Finding } from '../../occurrence.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { findAddresses } from '../address.ts';

/** Without a digit, a URL, a variable or a host there is nothing that a port could be in. */
const WORTH_READING = /\d|:\/\/|\$|env|host/i;

/**
 * Reads code with a parser, if there can be a port in it.
 *
 * Code that is nested too deeply for the parser was not written by hand; only the addresses in it
 * are found.
 */
export function readCode(code: MappedText, read: () => Finding[]): Finding[] {
  if (!WORTH_READING.test(code.text)) return [];
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return findAddresses(code);
    throw error;
  }
}
