import { createRequire } from 'node:module';
import type { Project } from 'ts-morph';
import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type CodeOptions, findInCode } from './code/find.ts';
import { readJavaScriptTree } from './code/javascript-tree.ts';
import { maskJavaScript } from './code/mask.ts';
import { readCode } from './code/read-code.ts';

/**
 * The ports in JavaScript or TypeScript, such as the argument of `node -e`.
 *
 * Expansions of the shell may stand in it. Code that is not well-formed is read as far as it goes;
 * no input makes it throw.
 */
export function findInJavaScript(code: MappedText, options?: CodeOptions): Finding[] {
  return readCode(code, () => {
    const morph = createRequire(import.meta.url)('ts-morph') as typeof import('ts-morph');
    project ??= new morph.Project({
      useInMemoryFileSystem: true,
      skipLoadingLibFiles: true,
      skipFileDependencyResolution: true,
      compilerOptions: { noLib: true, noResolve: true, types: [] },
    });
    const { text, expansions } = maskJavaScript(code);
    const file = project.createSourceFile('code.ts', text, { overwrite: true });
    try {
      return findInCode(readJavaScriptTree(file, { code, expansions, morph }), code, 'javascript', options);
    } finally {
      file.forget();
    }
  });
}

/** For the syntax only: no files, no libraries, no types. */
let project: Project | undefined;
