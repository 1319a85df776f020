import { encode } from '../../src/files/encoding.ts';
import { type PatchOptions, patchText } from '../../src/report/patch.ts';
import { plan } from '../support/plan.ts';
import { withRepository } from './git.ts';

const options: PatchOptions = { date: new Date('2026-01-02T03:04:05Z'), version: '1.2.3' };
const TEXT = 'FROM scratch\nENV PORT=8095\nEXPOSE 8095\nRUN tool 8095\n';

function fileAt(path: string, text = TEXT) {
  return { ...plan(text), path };
}

test('is a mail: header, summary, stat, diff, signature', () => {
  const text = new TextDecoder().decode(
    patchText([{ ...fileAt('app/Dockerfile'), services: ['app'] }], {
      ...options,
      author: { name: 'J. Döe', email: 'j@example.org' },
    }),
  );
  expect(text).toBe(`From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
From: =?UTF-8?q?J=2E=20D=C3=B6e?= <j@example.org>
Date: Fri, 2 Jan 2026 03:04:05 +0000
Subject: [PATCH] Move port 8095 -> 8096
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

The ports of containers move in their Dockerfiles:

  app: 8095 -> 8096, 2 edits in 1 file

Left as it is, for review:

  app/Dockerfile:4:10: argument of tool that equals an exposed port
---
 app/Dockerfile | 4 ++--
 1 file changed, 2 insertions(+), 2 deletions(-)

diff --git a/app/Dockerfile b/app/Dockerfile
--- a/app/Dockerfile
+++ b/app/Dockerfile
@@ -1,4 +1,4 @@
 FROM scratch
-ENV PORT=8095
-EXPOSE 8095
+ENV PORT=8096
+EXPOSE 8096
 RUN tool 8095
-- 
reberth 1.2.3

`);
});

test('nothing that changes is no patch', () => {
  expect(patchText([fileAt('Dockerfile', 'FROM scratch\n')], options)).toHaveLength(0);
});

test.each(['Dockerfile', 'a b/Dockerfile', 'ä/"x"\\\n--- a/Dockerfile'])('git takes it from the root: %j', (path) => {
  withRepository(({ git, write, read }) => {
    git(['config', 'user.name', 'Tester']);
    git(['config', 'user.email', 'tester@example.org']);
    const files = [fileAt(path), fileAt('last/Dockerfile', 'FROM scratch\n# \udcff\nEXPOSE 8095')];
    for (const file of files) write(file.path, encode(file.before));
    git(['add', '.']);
    git(['commit', '-qm', 'before']);
    const patch = patchText(files, options);
    git(['apply', '--check', '-'], patch);
    git(['am', '-q'], patch);
    for (const file of files) expect(read(file.path).equals(encode(file.after))).toBe(true);
    expect(git(['log', '-1', '--format=%an|%ae|%aI|%s']).toString()).toMatch(
      /^reberth\|reberth@localhost\|2026-01-02T03:04:05(?:Z|\+00:00)\|Move port 8095 -> 8096\n$/,
    );
    expect(git(['log', '-1', '--format=%b']).toString()).toContain('3 edits in 2 files');
  });
});

test('carriage returns survive git am --keep-cr', () => {
  withRepository(({ git, write, read }) => {
    git(['config', 'user.name', 'Tester']);
    git(['config', 'user.email', 'tester@example.org']);
    const file = fileAt('Dockerfile', 'FROM scratch\r\nEXPOSE 8095\r\n');
    write('Dockerfile', encode(file.before));
    git(['add', '.']);
    git(['commit', '-qm', 'before']);
    const patch = patchText([file], options);
    git(['apply', '--check', '-'], patch);
    git(['am', '-q', '--keep-cr'], patch);
    expect(read('Dockerfile').toString()).toBe('FROM scratch\r\nEXPOSE 8096\r\n');
  });
});

test('names that say more than a word are quoted in the header', () => {
  const header = (name: string): string | undefined =>
    new TextDecoder()
      .decode(patchText([fileAt('Dockerfile')], { ...options, author: { name, email: 'a@b>\nBcc: c' } }))
      .split('\n')[1];
  expect(header('Ann Example')).toBe('From: Ann Example <a@bBcc:c>');
  expect(header('Ann "A" Example, Dr.')).toBe('From: "Ann \\"A\\" Example, Dr." <a@bBcc:c>');
  expect(header('Ann\nBcc: x')).toBe('From: =?UTF-8?q?Ann=0ABcc=3A=20x?= <a@bBcc:c>');
});
