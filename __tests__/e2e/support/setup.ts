// Loaded by Node itself, which transforms no further module: nothing of the project may be imported here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Debian packages, and what succeeds where they are installed. */
const NEEDS: readonly (readonly [debianPackage: string, test: string])[] = [
  ['buildah', 'buildah --version'],
  // A busybox that is linked to the system's libraries does not run in an image that has nothing else.
  ['busybox-static', 'busybox true && ! ldd "$(command -v busybox)"'],
  ['chromium', 'test -x /usr/bin/chromium'],
  // A python3 from elsewhere does not know Debian's uvicorn.
  ['python3-uvicorn', '/usr/bin/python3 -c "import uvicorn"'],
  ['tmux', 'tmux -V'],
];

/** Run by jest before all tests: ends the run where the machine or the project lacks what they need. */
export default function setup(): void {
  const missing = NEEDS.filter(([, test]) => !succeeds(test)).map(([debianPackage]) => debianPackage);
  if (missing.length > 0) {
    const packages = missing.join(' ');
    fail(`Debian's ${packages}\n  apt-get update && apt-get install -y --no-install-recommends ${packages}`);
  }
  const built = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');
  if (!existsSync(built)) fail('dist/cli.js\n  npm run build');
}

function succeeds(test: string): boolean {
  try {
    execFileSync('sh', ['-c', test], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fail(need: string): never {
  process.stderr.write(`The end-to-end tests need ${need}\n`);
  process.exit(1);
}
