import { type PortMove, protocolsMeet } from '../mapping/mapping.ts';
import type { Occurrence } from '../occurrence.ts';
import { moveOf } from './moves-for.ts';
import type { Edit, FileMoves, PlanProblem } from './plan.ts';

/** Whether an occurrence shows that the container has this port, so that prose may mean it. */
export function isEvidence({ finding }: Occurrence): boolean {
  return finding.prose !== true && finding.certainty !== 'possible' && finding.host === undefined;
}

/** A port that others move to must not be there already, unless it moves away itself. */
export function collisions(occurrences: readonly Occurrence[], file: FileMoves, edits: readonly Edit[]): PlanProblem[] {
  const staying = occurrences.filter(
    (other) => isEvidence(other) && moveOf(file.moves, other.finding.port, other.finding.protocol) === undefined,
  );
  const firsts = new Map<PortMove, Edit>();
  for (const edit of edits) {
    if (edit.move.repairs === true || edit.occurrence.finding.prose === true) continue;
    if (!firsts.has(edit.move) && file.moves.includes(edit.move)) {
      firsts.set(edit.move, edit);
    }
  }
  const problems: PlanProblem[] = [];
  const landed = new Map<string, Edit>();
  for (const [move, edit] of firsts) {
    const taken = staying.find(
      (other) => covers(other, move.to) && protocolsMeet(other.finding.protocol, move.protocol),
    );
    const key = `${move.to}/${move.protocol ?? ''}`;
    const other = landed.get(key);
    landed.set(key, edit);
    if (taken !== undefined) {
      problems.push({
        code: 'port-collision',
        severity: 'error',
        message: `${move.from} is to become ${move.to}, but ${move.to} is already a port of this file (${taken.finding.reason})`,
        span: taken.span,
        related: { text: `${move.from} stands at`, span: edit.span },
        hint: `move ${move.to} away as well, or choose another port for ${move.from}`,
      });
    } else if (other !== undefined && other.from !== edit.from) {
      problems.push({
        code: 'port-collision',
        severity: 'error',
        message: `${other.from} and ${edit.from} are both to become ${move.to} in this file`,
        span: edit.span,
        related: { text: `${other.from} stands at`, span: other.span },
        hint: 'choose another port for one of them',
      });
    }
  }
  return problems;
}

function covers({ finding }: Occurrence, port: number): boolean {
  return finding.range === undefined
    ? finding.port === port
    : finding.range.end === 'first' && port >= finding.range.first && port <= finding.range.last;
}
