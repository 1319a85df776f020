import { parseDockerfile } from '../dockerfile/parse.ts';
import { byteOffsets } from '../files/offsets.ts';
import { findOccurrences } from '../find.ts';
import type { CheckedFile } from './types.ts';

/**
 * Reads the text of a Dockerfile for a check. Pure: nothing is read from disk.
 *
 * @param path as it is to be shown to people
 * @param text the decoded file
 */
export function readCheckedFile(path: string, text: string): CheckedFile {
  const dockerfile = parseDockerfile(text);
  return { path, dockerfile, findings: findOccurrences(dockerfile), offsets: byteOffsets(text) };
}
