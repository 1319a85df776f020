import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Surroundings } from '../../src/commands/surroundings.ts';
import { DiagnosticError } from '../../src/diagnostic.ts';

const made: string[] = [];

/** A new folder with these files, by path. Links in the way to it are resolved. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reberth-command-')));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Takes all folders away that were made. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the run was ended with; `code: message`. */
  readonly thrown: readonly string[];
}

/** Runs a command in a folder, as the command line would. */
export async function runIn(cwd: string, command: (around: Surroundings) => Promise<number>, input = ''): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const around: Surroundings = {
    stdin: Readable.from([input]),
    stdout: { write: (text) => stdout.push(typeof text === 'string' ? text : Buffer.from(text).toString()) },
    stderr: { write: (text) => stderr.push(text) },
    cwd,
    env: {},
  };
  try {
    const code = await command(around);
    return { code, stdout: stdout.join(''), stderr: stderr.join(''), thrown: [] };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const thrown = error.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    return { code: 2, stdout: stdout.join(''), stderr: stderr.join(''), thrown };
  }
}

/** A usual Dockerfile that states its port in every place. */
export function dockerfile(port: number): string {
  return `FROM python:3.12-slim
ENV SERVICE_PORT=${port}
EXPOSE ${port}
HEALTHCHECK CMD curl -f http://localhost:${port}/health
CMD ["uvicorn", "main:app", "--port", "${port}"]
`;
}
