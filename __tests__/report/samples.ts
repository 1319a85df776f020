import type { EditResult, FileResult, ReviewResult, Summary } from '../../src/report/result.ts';

/** An edit with all its fields, changed as the test needs it. */
export function edit(changes: Partial<EditResult> = {}): EditResult {
  return {
    line: 7,
    column: 18,
    offset: 120,
    length: 4,
    from: 8095,
    to: 8096,
    protocol: null,
    role: 'env',
    certainty: 'exact',
    transform: 'env',
    instruction: 'ENV',
    stage: null,
    reason: 'SERVICE_PORT names a port',
    ...changes,
  };
}

export function review(changes: Partial<ReviewResult> = {}): ReviewResult {
  const { from: port, to: _, ...place } = edit();
  return { ...place, port, code: 'composed-port', reason: 'composed of $BASE and 95', hint: null, ...changes };
}

export function file(changes: Partial<FileResult> = {}): FileResult {
  return { path: 'app/Dockerfile', edits: [], review: [], diagnostics: [], ...changes };
}

export function summary(changes: Partial<Summary> = {}): Summary {
  return {
    dryRun: true,
    filesRead: 12,
    filesChanged: 0,
    filesWritten: 0,
    edits: 0,
    review: 0,
    warnings: 0,
    errors: 0,
    entries: [],
    ...changes,
  };
}
