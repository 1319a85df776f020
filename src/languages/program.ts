export { interpret } from './program/interpret.ts';
export { baseName, isToolCall, rowsOf } from './program/rows.ts';
export { unwrap } from './program/unwrap.ts';
export { commandWords, isNoProgram } from './program/words.ts';
