import type { CheckResult, ServiceResult } from '../check/result.ts';
import { printable } from './printable.ts';

/**
 * A check as JUnit XML: one test case for each service, and one more that fails with the errors of
 * the run itself.
 *
 * There is no official schema; this keeps to what is common to
 * https://github.com/testmoapp/junitxml and https://llg.cubic.org/docs/junit/.
 */
export function junitText(result: CheckResult): string {
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  const failures = result.services.filter(({ verdict }) => verdict !== 'ok').length;
  const tests = result.services.length + (errors.length > 0 ? 1 : 0);
  const counts = `tests="${tests}" failures="${failures}" errors="${errors.length > 0 ? 1 : 0}"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="reberth check" ${counts}>`,
    `  <testsuite name="reberth check" ${counts} skipped="0">`,
    ...result.services.flatMap(testCase),
  ];
  if (errors.length > 0) {
    const words = errors.map(({ code, message, file, line, column }) => {
      const place = file === null ? '' : `${[file, line, column].filter((part) => part !== null).join(':')}: `;
      return `${place}error[${code}]: ${message}`;
    });
    lines.push('    <testcase classname="reberth.check" name="the run itself">');
    lines.push(`      <error message="${attribute(errors[0]?.message ?? '')}" type="error">${content(words)}</error>`);
    lines.push('    </testcase>');
  }
  lines.push('  </testsuite>', '</testsuites>', '');
  return lines.join('\n');
}

function testCase(service: ServiceResult): string[] {
  const [file] = service.files;
  const start = `    <testcase classname="reberth.check" name="${attribute(service.name)}"${file === undefined ? '' : ` file="${attribute(file)}"`}`;
  const [first] = service.problems;
  if (first === undefined) return [`${start}/>`];
  const words = service.problems.flatMap(({ verdict, message, places }) => [
    `${verdict}: ${service.name} ${message}`,
    ...places.map(
      ({ file: path, line, column, instruction, port, required }) =>
        `  ${path}:${line}:${column}: ${instruction} says ${port}${required === null ? '' : `, and is to say ${required}`}`,
    ),
  ]);
  return [
    `${start}>`,
    `      <failure message="${attribute(`${service.name} ${first.message}`)}" type="${service.verdict}">${content(words)}</failure>`,
    '    </testcase>',
  ];
}

function content(lines: readonly string[]): string {
  return lines.map((line) => escapeXml(printable(line))).join('\n');
}

function attribute(text: string): string {
  return escapeXml(printable(text)).replaceAll('"', '&quot;');
}

/** Also what XML 1.0 does not allow at all, besides the controls that `printable` spells out. */
function escapeXml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
