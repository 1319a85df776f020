import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const GNU_TIME = '/usr/bin/time';

/**
 * Measures whole processes side by side, in one run of hyperfine.
 *
 * @param commands without a shell, each in words without blanks
 * @param options the folder they run in, and how often
 * @returns the median of each, in seconds
 * @throws Error when a command fails
 */
export function medians(commands, { folder, runs }) {
  const results = join(folder, 'hyperfine.json');
  const flags = ['--shell=none', '--warmup=2', `--runs=${runs}`, '--style=basic', `--export-json=${results}`];
  execFileSync('hyperfine', [...flags, ...commands], { cwd: folder, stdio: ['ignore', 2, 2] });
  const measured = JSON.parse(readFileSync(results, 'utf8')).results;
  rmSync(results);
  return measured.map(({ median }) => median);
}

/**
 * @returns the most memory that a command holds at once, in bytes, or undefined where GNU time is not installed
 * @throws Error when the command fails
 */
export function peakMemory(command, folder) {
  if (!existsSync(GNU_TIME)) return undefined;
  const { status, stderr } = spawnSync(GNU_TIME, ['--format=%M', ...command.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr.slice(-2000)}`);
  return Number(stderr.trim().split('\n').at(-1)) * 1024;
}
