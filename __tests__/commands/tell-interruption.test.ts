import { tellInterruption } from '../../src/commands/tell-interruption.ts';

const { exit } = process;
afterEach(() => {
  process.exit = exit;
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the process and says what to do', async (signal, code) => {
  const codes: unknown[] = [];
  process.exit = ((given: unknown) => codes.push(given)) as never;
  const before = process.listeners(signal);
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  await tellInterruption({ stderr }, ' --root ..', async () => {
    for (const listener of process.listeners(signal)) if (!before.includes(listener)) listener(signal);
  });
  expect(codes).toEqual([code]);
  expect(said.join('')).toContain(`stopped by ${signal}`);
  expect(said.join('')).toContain('reberth undo --root ..');
  expect(process.listeners(signal)).toEqual(before);
});
