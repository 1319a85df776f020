export { type Interpreted, interpret } from './program/interpret.ts';
export { baseName, isToolCall, rowsOf } from './program/rows.ts';
export { type Unwrapped, unwrap } from './program/unwrap.ts';
export { commandWords, isNoProgram } from './program/words.ts';
