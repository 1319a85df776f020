import { join } from 'node:path';

import { readPathList } from '../../src/files/read-list.ts';
import { problemOf } from './problem.ts';
import { makeTree, removeTrees } from './tree.ts';

afterEach(removeTrees);

const list = (content: string | Uint8Array, nul = false) =>
  readPathList(join(makeTree({ list: content }), 'list'), { nul });

async function* chunks(...parts: (string | Uint8Array)[]) {
  yield* parts;
}

describe('readPathList', () => {
  test('reads a path per line, whatever the line ends', async () => {
    expect(await list('a/Dockerfile\nb/Dockerfile\r\n\n\r\nc d ')).toEqual(['a/Dockerfile', 'b/Dockerfile', 'c d ']);
  });

  test('keeps all but NUL in a list with NULs', async () => {
    expect(await list('a\nb\0c\r\n\0\0\uFEFFd\0', true)).toEqual(['a\nb', 'c\r\n', '\uFEFFd']);
  });

  test('does not take a list of short names for UTF-16', async () => {
    expect(await list('a\0b\0c\0d\0', true)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('reads an empty list', async () => {
    expect(await list('')).toEqual([]);
    expect(await list('\0', true)).toEqual([]);
  });

  test('drops a byte order mark', async () => {
    expect(await list('\uFEFFa\n')).toEqual(['a']);
  });

  test('reads - from the input, also where a character is cut between two chunks', async () => {
    const bytes = Buffer.from('größe/Dockerfile\nb\n');
    const input = chunks(bytes.subarray(0, 3), bytes.subarray(3));
    expect(await readPathList('-', { input })).toEqual(['größe/Dockerfile', 'b']);
  });

  test('says to use -0 for a list with NULs that is read by line', async () => {
    const problem = await problemOf(list('a\0b\0'.replace('a', 'src/a')));
    expect(problem).toMatchObject({ code: 'list-with-nul', severity: 'error' });
    expect(problem?.hint).toContain('-0');
  });

  test('refuses a list in UTF-16', async () => {
    expect(await problemOf(list(Buffer.from('\uFEFFa\r\n', 'utf16le')))).toMatchObject({ code: 'not-utf8-text' });
  });

  test('says that the list is not there, or is a directory', async () => {
    const root = makeTree();
    expect(await problemOf(readPathList(join(root, 'none')))).toMatchObject({ code: 'no-such-file' });
    expect(await problemOf(readPathList(root))).toMatchObject({ code: 'is-a-directory', file: root });
  });
});
