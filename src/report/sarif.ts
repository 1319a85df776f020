import type { CheckResult } from '../check/result.ts';
import type { DiagnosticResult } from '../diagnostic.ts';
import { type CheckFinding, checkFindings, type FindingPlace } from './check-findings.ts';
import { safeJson } from './safe-json.ts';

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const RULES: readonly { readonly id: CheckFinding['rule']; readonly name: string; readonly text: string }[] = [
  { id: 'drift', name: 'PortDrift', text: 'The Dockerfile states another port than the one that the plan assigns.' },
  { id: 'inconsistent', name: 'PortInconsistent', text: 'The Dockerfile disagrees with itself about its port.' },
  { id: 'conflict', name: 'PortConflict', text: 'Another service has the port, or it is reserved.' },
  { id: 'missing', name: 'PortMissing', text: 'The Dockerfile is not there, or the assigned port is nowhere in it.' },
  { id: 'review', name: 'PortForReview', text: 'Whether this is the port can only be decided by a person.' },
];

/**
 * A check as SARIF 2.1.0, with a fix where `apply` would know one.
 *
 * @param version of this program
 */
export function sarifText(result: CheckResult, version: string): string {
  const { diagnostics, summary } = result;
  return safeJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'reberth',
            version,
            rules: RULES.map(({ id, name, text }) => ({
              id,
              name,
              shortDescription: { text },
              defaultConfiguration: { level: id === 'review' ? 'note' : 'error' },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: summary.errors === 0,
            toolExecutionNotifications: diagnostics.map(notification),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: checkFindings(result).map(resultOf),
      },
    ],
  });
}

function resultOf({ rule, level, message, at, related, replacement }: CheckFinding): Record<string, unknown> {
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level,
    message: { text: message },
    locations: at === null ? [] : [{ physicalLocation: locationOf(at) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((place, id) => ({ id, physicalLocation: locationOf(place) })) }),
    ...(replacement === null
      ? {}
      : {
          fixes: [
            {
              description: { text: `Write ${replacement.text}` },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(replacement.place.file) },
                  replacements: [
                    { deletedRegion: regionOf(replacement.place), insertedContent: { text: replacement.text } },
                  ],
                },
              ],
            },
          ],
        }),
  };
}

function notification({
  severity,
  code,
  message,
  hint,
  file,
  line,
  column,
}: DiagnosticResult): Record<string, unknown> {
  const at = file === null ? null : { file, line, column, endLine: null, endColumn: null };
  return {
    descriptor: { id: code },
    level: severity === 'info' ? 'note' : severity,
    message: { text: hint === null ? message : `${message} (${hint})` },
    ...(at === null ? {} : { locations: [{ physicalLocation: locationOf(at) }] }),
  };
}

function locationOf(place: FindingPlace): Record<string, unknown> {
  const region = regionOf(place);
  return { artifactLocation: { uri: uriOf(place.file) }, ...(region === undefined ? {} : { region }) };
}

function regionOf({ line, column, endLine, endColumn }: FindingPlace): Record<string, number> | undefined {
  if (line === null) return undefined;
  return {
    startLine: line,
    ...(column === null ? {} : { startColumn: column }),
    ...(endLine === null || endColumn === null ? {} : { endLine, endColumn }),
  };
}

/** A path as a relative reference of a URI; each part is encoded, and none is taken for a scheme. */
function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\ufffd');
  const encoded = wellFormed.split('/').map(encodeURIComponent).join('/');
  return encoded.startsWith('//') ? `/.${encoded}` : encoded;
}
