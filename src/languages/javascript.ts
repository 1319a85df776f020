import { createRequire } from 'node:module';
import type { Project, SourceFile } from 'ts-morph';
import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses } from './address.ts';
import { type CodeOptions, findInCode } from './code/find.ts';
import { readJavaScriptTree } from './code/javascript-tree.ts';
import { maskJavaScript } from './code/mask.ts';

/**
 * The ports in JavaScript or TypeScript, such as the argument of `node -e`.
 *
 * Expansions of the shell may stand in it. Code that is not well-formed is read as far as it goes;
 * no input makes it throw.
 */
export function findInJavaScript(code: MappedText, options?: CodeOptions): Finding[] {
  const { text, expansions } = maskJavaScript(code);
  const morph = createRequire(import.meta.url)('ts-morph') as typeof import('ts-morph');
  let file: SourceFile | undefined;
  try {
    project ??= new morph.Project({
      useInMemoryFileSystem: true,
      skipLoadingLibFiles: true,
      skipFileDependencyResolution: true,
      compilerOptions: { noLib: true, noResolve: true, types: [] },
    });
    file = project.createSourceFile('code.ts', text, { overwrite: true });
    return findInCode(readJavaScriptTree(file, { code, expansions, morph }), code, 'javascript', options);
  } catch (error) {
    // nested too deeply to be code that someone wrote
    if (error instanceof RangeError) return findAddresses(code);
    throw error;
  } finally {
    file?.forget();
  }
}

/** For the syntax only: no files, no libraries, no types. */
let project: Project | undefined;
