/** What `apply --format` prints. */
export const APPLY_FORMATS = ['diff', 'html', 'json', 'patch', 'summary'] as const;
export type ApplyFormat = (typeof APPLY_FORMATS)[number];

/** What `check --format` prints. */
export const CHECK_FORMATS = ['text', 'json', 'markdown', 'github', 'sarif', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What `scan --format` prints. */
export const SCAN_FORMATS = ['text', 'json', 'csv', 'markdown'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

/** What `runs --format` prints; without it, a table for people. */
export const RUNS_FORMATS = ['json'] as const;
export type RunsFormat = (typeof RUNS_FORMATS)[number];
