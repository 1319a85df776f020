import { baseImage, lastInstruction } from '../dockerfile/effective.ts';
import type { Flow } from '../dockerfile/flow.ts';
import type { Dockerfile } from '../dockerfile/parse.ts';
import { findImage } from '../knowledge/images.ts';
import { groupBy } from '../mapping/group.ts';
import type { PortMove } from '../mapping/mapping.ts';
import type { Role } from '../occurrence.ts';
import type { Edit, PlanProblem } from './plan.ts';

/** Roles that set the port a program listens on. */
const LISTENING: ReadonlySet<Role> = new Set(['listen', 'env', 'config']);
const FIRST_UNPRIVILEGED = 1024;

/** What a plan leaves to be seen to outside of the Dockerfile. */
export function warnAbout(
  dockerfile: Dockerfile,
  flow: Flow,
  edits: readonly Edit[],
  own: readonly PortMove[],
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const entries = new Set<PortMove['place']>();
  for (const [move, ofMove] of groupBy(edits, ({ move }) => move)) {
    if (!own.includes(move)) continue;
    const place = ofMove.find(({ occurrence }) => occurrence.role === 'expose' || occurrence.role === 'healthcheck');
    const listens = ofMove.some(({ occurrence }) => LISTENING.has(occurrence.role));
    if (place !== undefined && !listens && move.repairs !== true && !entries.has(move.place)) {
      entries.add(move.place);
      problems.push(noListener(dockerfile, flow, place));
    }
    const user = move.to < FIRST_UNPRIVILEGED ? nonRootUser(dockerfile, flow) : undefined;
    const [first] = ofMove;
    if (user !== undefined && first !== undefined) problems.push(privilegedPort(move, user, place ?? first));
  }
  return problems;
}

function noListener(dockerfile: Dockerfile, flow: Flow, { from, to, span }: Edit): PlanProblem {
  return {
    code: 'no-listener',
    severity: 'warning',
    message: `nothing in this Dockerfile makes the program listen on ${to} instead of ${from}`,
    span,
    hint: listenerHint(dockerfile, flow, from),
  };
}

/** Where the port is probably set: the script or program that starts, or the base image. */
function listenerHint(dockerfile: Dockerfile, flow: Flow, port: number): string {
  const final = dockerfile.stages.at(-1);
  const base = baseImage(dockerfile, final, flow);
  const image = findImage(base);
  if (image?.ports.includes(port)) {
    const where = image.listener === undefined ? 'its configuration' : image.listener;
    return `the base image ${base} listens on ${port} by default: see ${where}`;
  }
  const start = lastInstruction(dockerfile, 'ENTRYPOINT', final) ?? lastInstruction(dockerfile, 'CMD', final);
  if (start === undefined) return 'see what the base image starts';
  const words = start.exec?.map((word) => word.text) ?? start.args.text.split(/\s+/);
  const script = words.find((word) => /\.(?:sh|py|js|mjs|cjs|ts|rb|pl|php|jar|dll|conf|ya?ml|toml|json)$/.test(word));
  return `the port is probably set in ${script ?? words[0] ?? 'the program'}, which ${start.keyword} starts`;
}

/** Who the container runs as, unless that is root. */
function nonRootUser(dockerfile: Dockerfile, flow: Flow): string | undefined {
  const instruction = lastInstruction(dockerfile, 'USER', dockerfile.stages.at(-1));
  if (instruction === undefined) return undefined;
  const user = flow.expand(instruction.args, instruction);
  return /^["']?(?:root|0)(?::|["']?$)/.test(user) ? undefined : user;
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
