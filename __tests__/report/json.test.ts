import { toDiagnosticResult } from '../../src/diagnostic.ts';
import { jsonText, jsonWriter } from '../../src/report/json.ts';
import type { RunResult } from '../../src/report/result.ts';
import { edit, file, review, summary } from './samples.ts';

const diagnostic = toDiagnosticResult({
  code: 'unused-entry',
  severity: 'warning',
  message: 'matches nothing',
  file: 'ports.yaml',
  line: 3,
  column: 5,
});

const result: RunResult = {
  version: 1,
  files: [
    file({ path: 'a/Dockerfile', edits: [edit(), edit({ line: 9 })], review: [review()], diagnostics: [diagnostic] }),
    file({ path: 'b/Dockerfile' }),
  ],
  diagnostics: [diagnostic],
  summary: summary({
    edits: 2,
    entries: [{ service: null, from: 8095, to: 8096, protocol: 'udp', files: 1, edits: 2, review: 1 }],
  }),
};

/** The same value with the keys of every object in the other order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, backwards(item)]),
  );
}

test('the text is the result, indented, with a line feed at the end', () => {
  expect(JSON.parse(jsonText(result))).toEqual(result);
  expect(jsonText(result)).toBe(`${JSON.stringify(JSON.parse(jsonText(result)), null, 2)}\n`);
});

test.each([[[]], [result.files.slice(0, 1)], [result.files]])('written piece by piece it is the same', (files) => {
  const writer = jsonWriter();
  const pieces = [...files.map((one) => writer.file(one)), writer.end(result)];
  expect(pieces.join('')).toBe(jsonText({ ...result, files }));
  expect(JSON.parse(pieces.join(''))).toEqual({ ...result, files });
});

test('the order of keys does not depend on how the result was made', () => {
  const reversed = backwards(result) as RunResult;
  expect(Object.keys(reversed)[0]).toBe('summary');
  expect(jsonText(reversed)).toBe(jsonText(result));
});

test('edits and review items have the keys that are documented', () => {
  const { files } = JSON.parse(jsonText(result));
  const place = ['protocol', 'role', 'certainty', 'transform', 'instruction', 'stage'];
  expect(Object.keys(files[0].edits[0])).toEqual([
    'line',
    'column',
    'offset',
    'length',
    'from',
    'to',
    ...place,
    'reason',
  ]);
  expect(Object.keys(files[0].review[0])).toEqual([
    'line',
    'column',
    'offset',
    'length',
    'port',
    ...place,
    'code',
    'reason',
    'hint',
  ]);
});

test('fields that are no part of the result stay out of the JSON', () => {
  const extended = { ...file(), leftAlone: [{ line: 1, column: 1, port: 1, reason: 'x' }] };
  expect(jsonText({ ...result, files: [extended] })).not.toContain('leftAlone');
});

test('control characters are escaped, and the text is well-formed', () => {
  const path = 'a\x1b\x7f\x9b\n\udce9\\n"';
  const text = jsonText({ ...result, files: [file({ path })] });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f]|\p{Surrogate}/u);
  expect(JSON.parse(text).files[0].path).toBe(path);
});

test('so are the controls that reorder what is read', () => {
  const path = 'a\u202eb\u2028\ufeff';
  const text = jsonText({ ...result, files: [file({ path })] });
  expect(text).toContain('"a\\u202eb\\u2028\\ufeff"');
  expect(JSON.parse(text).files[0].path).toBe(path);
});

test('what a diagnostic does not say is null', () => {
  expect(toDiagnosticResult({ code: 'x', severity: 'error', message: 'm' })).toEqual({
    code: 'x',
    severity: 'error',
    message: 'm',
    file: null,
    line: null,
    column: null,
    hint: null,
  });
});
