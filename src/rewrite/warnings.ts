import type { Instruction } from '../dockerfile/instruction.ts';
import type { Dockerfile } from '../dockerfile/parse.ts';
import { findImage } from '../knowledge/images.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { Role } from '../occurrence.ts';
import type { Edit, PlanProblem } from './plan.ts';

/** Roles that set the port a program listens on. */
const LISTENING: ReadonlySet<Role> = new Set(['listen', 'env', 'config']);
const FIRST_UNPRIVILEGED = 1024;

/** What a plan leaves to be seen to outside of the Dockerfile. */
export function warnAbout(dockerfile: Dockerfile, edits: readonly Edit[], own: readonly PortMove[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const entries = new Set<PortMove['place']>();
  for (const [move, ofMove] of byMove(edits)) {
    if (!own.includes(move)) continue;
    const place = ofMove.find(({ occurrence }) => occurrence.role === 'expose' || occurrence.role === 'healthcheck');
    const listens = ofMove.some(({ occurrence }) => LISTENING.has(occurrence.role));
    if (place !== undefined && !listens && move.repairs !== true && !entries.has(move.place)) {
      entries.add(move.place);
      problems.push(noListener(dockerfile, place));
    }
    const user = move.to < FIRST_UNPRIVILEGED ? nonRootUser(dockerfile) : undefined;
    const [first] = ofMove;
    if (user !== undefined && first !== undefined) problems.push(privilegedPort(move, user, place ?? first));
  }
  return problems;
}

function byMove(edits: readonly Edit[]): Map<PortMove, Edit[]> {
  const map = new Map<PortMove, Edit[]>();
  for (const edit of edits) {
    const known = map.get(edit.move);
    if (known === undefined) map.set(edit.move, [edit]);
    else known.push(edit);
  }
  return map;
}

function noListener(dockerfile: Dockerfile, { from, to, span }: Edit): PlanProblem {
  return {
    code: 'no-listener',
    severity: 'warning',
    message: `nothing in this Dockerfile makes the program listen on ${to} instead of ${from}`,
    span,
    hint: listenerHint(dockerfile, from),
  };
}

/** Where the port is probably set: the script or program that starts, or the base image. */
function listenerHint(dockerfile: Dockerfile, port: number): string {
  const image = findImage(baseImage(dockerfile));
  if (image?.ports.includes(port)) {
    const where = image.listener === undefined ? 'its configuration' : image.listener;
    return `the base image ${baseImage(dockerfile)} listens on ${port} by default: see ${where}`;
  }
  const start = lastOf(dockerfile, 'ENTRYPOINT') ?? lastOf(dockerfile, 'CMD');
  if (start === undefined) return 'see what the base image starts';
  const words = start.exec?.map((word) => word.text) ?? start.args.text.split(/\s+/);
  const script = words.find((word) => /\.(?:sh|py|js|mjs|cjs|ts|rb|pl|php|jar|dll|conf|ya?ml|toml|json)$/.test(word));
  return `the port is probably set in ${script ?? words[0] ?? 'the program'}, which ${start.keyword} starts`;
}

function baseImage(dockerfile: Dockerfile): string {
  let stage = dockerfile.stages.at(-1);
  while (stage?.parent !== undefined) stage = stage.parent;
  return stage?.image ?? '';
}

function lastOf(dockerfile: Dockerfile, keyword: string): Instruction | undefined {
  for (let stage = dockerfile.stages.at(-1); stage !== undefined; stage = stage.parent) {
    const found = dockerfile.instructions.findLast((item) => item.keyword === keyword && item.stage === stage);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nonRootUser(dockerfile: Dockerfile): string | undefined {
  const user = lastOf(dockerfile, 'USER')?.args.text;
  return user === undefined || /^["']?(?:root|0)(?::|["']?$)/.test(user) ? undefined : user;
}

function privilegedPort({ to }: PortMove, user: string, { span }: Edit): PlanProblem {
  return {
    code: 'privileged-port',
    severity: 'warning',
    message: `the container runs as ${user}, and ports below ${FIRST_UNPRIVILEGED} such as ${to} may be closed to it`,
    span,
    hint: `choose a port from ${FIRST_UNPRIVILEGED} on, or grant CAP_NET_BIND_SERVICE`,
  };
}
