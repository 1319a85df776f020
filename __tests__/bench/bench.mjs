// Measures reberth beside other programs, as whole processes, and prints a table: npm run bench -- --help
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PORT, writeFleet } from './fleet.mjs';
import { medians, peakMemory } from './measure.mjs';
import { outputOf, prepareAstGrep } from './tools.mjs';

const HELP = `npm run bench -- [--runs N] [--small] [--grammar DIR] [--keep]
  --runs N       runs of each command, 10 unless given; fleets of 100,000 files take a third of them
  --small        leave out the fleet of 100,000 files
  --grammar DIR  the sources of tree-sitter-dockerfile, instead of cloning them
  --keep         leave the fleets where they are, and say where
It needs hyperfine and ripgrep; for ast-grep npm, git and a C compiler; for the memory GNU time.
`;
const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    small: { type: 'boolean', default: false },
    grammar: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(flags.runs);
const reberth = `${process.execPath} ${fileURLToPath(new URL('../../dist/cli.js', import.meta.url))}`;
const note = (text) => process.stderr.write(`${text}\n`);

if (flags.help) process.stdout.write(HELP);
else if (!Number.isInteger(runs) || runs < 2) throw new Error('--runs takes a number from 2 on');
else main();

function main() {
  const versions = ['hyperfine', 'rg'].map((program) => outputOf(program, '--version'));
  if (versions.includes(undefined)) throw new Error('install hyperfine and ripgrep first');
  const folder = mkdtempSync(join(tmpdir(), 'reberth-bench-'));
  try {
    const astGrep = prepareAstGrep(join(folder, 'ast-grep'), flags.grammar);
    if (astGrep.missing !== undefined) note(`without ast-grep: ${astGrep.missing}`);
    const load = [loadavg()[0]];
    const rows = measureAll(folder, astGrep);
    load.push(loadavg()[0]);
    process.stdout.write(`${[machine([...versions, astGrep.version], load), '', ...table(rows)].join('\n')}\n`);
  } finally {
    if (flags.keep) note(`the fleets are in ${folder}`);
    else rmSync(folder, { recursive: true });
  }
}

/** A row is a work, what it is beside, both in seconds, and the ratio that it is to stay below. */
function measureAll(folder, astGrep) {
  const dryRun = (path) => `${reberth} apply ${path} --port ${PORT}=${PORT + 1} --dry-run`;
  const rows = [];

  mkdirSync(join(folder, 'one'));
  writeFleet(join(folder, 'one'), 1, 1);
  const small = [`${reberth} --version`, dryRun('one/group-0/service-0/Dockerfile')];
  const [node, version, one] = medians([`${process.execPath} -e 0`, ...small], { folder, runs: runs * 3 });
  const [versionMemory, oneMemory] = small.map((command) => peakMemory(command, folder));
  rows.push(row('`reberth --version`', version, '`node -e 0`', node, 1.5, versionMemory));
  rows.push(row('`reberth apply -n`, one file', one, '`node -e 0`', node, 2.2, oneMemory));

  const fleet = (name, count, share, title, goals) => {
    const { matching, medianBytes } = writeFleet(join(folder, name), count, share);
    note(`${name}: ${count} files, median ${medianBytes} bytes, ${matching} with the port`);
    const others = [['`rg -l -w`', `rg -l -w ${PORT} ${name}`, goals.rg]];
    if (astGrep.command !== undefined) others.push(['`ast-grep scan`', `${astGrep.command} ${name}`, goals.astGrep]);
    const few = count > 10_000 ? Math.max(2, Math.ceil(runs / 3)) : runs;
    const commands = [dryRun(name), ...others.map(([, command]) => command)];
    const [ours, ...theirs] = medians(commands, { folder, runs: few });
    const memory = peakMemory(dryRun(name), folder);
    others.forEach(([beside, , goal], at) => {
      rows.push(row(title, ours, beside, theirs[at], goal, at === 0 ? memory : undefined));
    });
    return { ours, memory };
  };
  const usual = fleet('usual', 10_000, 0.07, 'dry run, 10,000 files, 7% match', { rg: 5, astGrep: 1 });
  fleet('all', 10_000, 1, 'dry run, 10,000 files, all match', { astGrep: 2.5 });
  if (!flags.small) {
    const title = 'dry run, 100,000 files, 7% match';
    const large = fleet('large', 100_000, 0.07, title, {});
    rows.push(row(title, large.ours, '10,000 files', usual.ours, 10.5, large.memory));
  }
  return rows;
}

function row(work, seconds, beside, besideSeconds, goal, memory) {
  return { work, seconds, beside, besideSeconds, goal, memory };
}

function table(rows) {
  const time = (seconds) => (seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`);
  const cells = rows.map(({ work, seconds, beside, besideSeconds, goal, memory }) => [
    work,
    time(seconds),
    beside,
    time(besideSeconds),
    `${(seconds / besideSeconds).toFixed(2)}×`,
    goal === undefined ? '' : `≤ ${goal}×`,
    memory === undefined ? '' : `${Math.round(memory / 1e6)} MB`,
  ]);
  const lines = [
    ['work', 'median', 'beside', 'median', 'ratio', 'goal', 'peak memory'],
    Array(7).fill('---'),
    ...cells,
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`);
}

function machine([hyperfine, rg, astGrep], load) {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const tools = [`Node ${process.versions.node}`, rg, astGrep, hyperfine].filter((tool) => tool !== undefined);
  return `${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpu}, ${memory}, ${type()} ${release()}; ${tools.join(', ')}; load ${load.map((value) => value.toFixed(1)).join(' before, ')} after`;
}
