import type { CallRow } from './call.ts';
import { javascriptCalls } from './calls/javascript.ts';
import { pythonCalls } from './calls/python.ts';
import { scriptCalls } from './calls/scripts.ts';

/** Calls that say what their arguments are. Adding one is adding a row. */
export const calls: readonly CallRow[] = [...pythonCalls, ...javascriptCalls, ...scriptCalls];
