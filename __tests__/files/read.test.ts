import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { sha256 } from '../../src/files/digest.ts';
import { readDockerfile } from '../../src/files/read.ts';
import { problemOf } from './problem.ts';
import { makeTree, removeTrees } from './tree.ts';

afterEach(removeTrees);

const refusalOf = (path: string, shown?: string): Promise<Diagnostic | undefined> =>
  problemOf(Promise.resolve().then(() => readDockerfile(path, shown)));

describe('readDockerfile', () => {
  test('gives bytes, text and mode', async () => {
    const bytes = Buffer.from('\uFEFFFROM a\r\nEXPOSE 80\xFF', 'latin1');
    const root = makeTree({ Dockerfile: bytes });
    const path = join(root, 'Dockerfile');
    chmodSync(path, 0o640);
    const content = readDockerfile(path);
    expect(Buffer.from(content.bytes).equals(bytes)).toBe(true);
    expect(content.text).toContain('EXPOSE 80\uDCFF');
    expect(content.mode).toBe(0o640);
  });

  test('reads an empty file', async () => {
    const content = readDockerfile(join(makeTree({ Dockerfile: '' }), 'Dockerfile'));
    expect(content.text).toBe('');
    expect(sha256(content.bytes)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('says that a file is not there, by the name that the user knows', async () => {
    const problem = await refusalOf(join(makeTree(), 'Dockerfile'), 'a/Dockerfile');
    expect(problem).toMatchObject({ code: 'no-such-file', severity: 'error', file: 'a/Dockerfile' });
    expect(problem?.message).toBe('cannot read a/Dockerfile: there is no such file');
  });

  test('refuses a directory', async () => {
    const root = makeTree({ 'Dockerfile/': '' });
    expect(await refusalOf(join(root, 'Dockerfile'))).toMatchObject({ code: 'is-a-directory' });
  });

  test('refuses a path through a file', async () => {
    const root = makeTree({ a: '' });
    expect(await refusalOf(join(root, 'a', 'Dockerfile'))).toMatchObject({ code: 'no-such-file' });
  });

  test('refuses links in a circle', async () => {
    const root = makeTree({ a: { link: 'b' }, b: { link: 'a' } });
    expect(await refusalOf(join(root, 'a'))).toMatchObject({ code: 'link-circular' });
  });

  test('refuses a FIFO, without waiting for it', async () => {
    const path = join(makeTree(), 'Dockerfile');
    execFileSync('mkfifo', [path]);
    const problem = await refusalOf(path, 'Dockerfile');
    expect(problem?.message).toBe('Dockerfile is a FIFO, not a regular file');
    expect(problem?.code).toBe('not-a-file');
  });

  test('refuses a socket', async () => {
    const path = join(makeTree(), 'Dockerfile');
    const server = createServer();
    await new Promise<void>((listening) => server.listen(path, listening));
    try {
      expect((await refusalOf(path, 'Dockerfile'))?.message).toContain('is a socket');
    } finally {
      server.close();
    }
  });

  test('refuses UTF-16, with the file and a way out', async () => {
    const root = makeTree({ Dockerfile: Buffer.from('\uFEFFFROM a\n', 'utf16le') });
    const problem = await refusalOf(join(root, 'Dockerfile'), 'Dockerfile');
    expect(problem).toMatchObject({
      code: 'not-utf8-text',
      file: 'Dockerfile',
      hint: 'convert it: iconv -f UTF-16LE -t UTF-8',
    });
  });

  test('says that a name is too long', async () => {
    expect(await refusalOf(join(makeTree(), 'x'.repeat(300)))).toMatchObject({ code: 'name-too-long' });
  });

  test('says that a path with a NUL byte is none', async () => {
    const problem = await refusalOf('/tmp/a\0b', 'a\0b');
    expect(problem).toMatchObject({
      code: 'invalid-path',
      message: String.raw`cannot read "a\u0000b": its path has a NUL byte in it`,
    });
  });

  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('says that permission is denied (skipped for root, whom nothing is denied)', async () => {
    const path = join(makeTree({ Dockerfile: '' }), 'Dockerfile');
    chmodSync(path, 0);
    expect(await refusalOf(path)).toMatchObject({ code: 'permission-denied' });
  });
});
