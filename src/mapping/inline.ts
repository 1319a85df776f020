import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import type { Mapping, PortMove } from './mapping.ts';
import { checkMove, expandMove, findOverlaps, type PortProblem, type PortSpan, readPortSpan } from './port-text.ts';
import { quote } from './quote.ts';

interface PortArgument {
  readonly span: PortSpan;
  readonly argument: string;
  readonly moves: readonly PortMove[];
}

/**
 * The mapping that the values of all `--port` state together, such as `8095=8096`, `53/udp=5353` and
 * `9000-9003=9100-9103`: global ports, no services.
 *
 * @throws {DiagnosticError} With everything that is wrong with any of them.
 */
export function mappingFromArguments(texts: readonly string[]): Mapping {
  const read = texts.map(readArgument);
  const found = read.filter((argument) => 'moves' in argument);
  const diagnostics = read.filter((argument) => 'code' in argument);
  for (const [first, second] of findOverlaps(found)) {
    diagnostics.push({
      code: 'port-argument',
      severity: 'error',
      message: `${first.argument} and ${second.argument} name the same port`,
      hint: 'name each port once',
    });
  }
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  return { file: undefined, services: [], moves: found.flatMap(({ moves }) => moves), reserved: [] };
}

function readArgument(text: string): PortArgument | Diagnostic {
  const argument = `--port ${text}`;
  const fail = (message: string, hint: string): Diagnostic => ({
    code: 'port-argument',
    severity: 'error',
    message: `--port ${quote(text)}: ${message}`,
    hint,
  });
  const failWith = ({ message, hint }: PortProblem): Diagnostic =>
    fail(message, `${hint}; an example is --port 8095=8096`);

  const [left, right, ...more] = text.split('=').map((side) => side.trim());
  if (left === undefined || right === undefined || more.length > 0) {
    return fail('this is not OLD=NEW', 'write the old and the new port, such as --port 8095=8096');
  }
  const span = readPortSpan(left);
  if ('code' in span) return failWith(span);
  const to = readPortSpan(right);
  if ('code' in to) return failWith(to);
  const problem = checkMove(span, to);
  return problem === undefined
    ? { span, argument, moves: expandMove(span, to, left, { argument }) }
    : failWith(problem);
}
