import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

export interface Repository {
  git(args: readonly string[], input?: Uint8Array): Buffer;
  write(path: string, bytes: Uint8Array): void;
  read(path: string): Buffer;
}

/** Runs `use` with an empty git repository of its own, with no configuration of the user in it. */
export function withRepository<T>(use: (repository: Repository) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'reberth-git-'));
  const git = (args: readonly string[], input: Uint8Array = new Uint8Array()): Buffer =>
    execFileSync('git', args, { cwd: folder, env: ENVIRONMENT, input, stdio: ['pipe', 'pipe', 'pipe'] });
  try {
    git(['init', '--quiet']);
    return use({
      git,
      write(path, bytes) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      },
      read: (path) => readFileSync(join(folder, path)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
