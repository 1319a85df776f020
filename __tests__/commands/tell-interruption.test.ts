import { jest } from '@jest/globals';
import { tellInterruption } from '../../src/commands/tell-interruption.ts';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the process and says what to do', async (signal, code) => {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const before = process.listeners(signal);
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  await tellInterruption({ stderr }, ' --root ..', async () => {
    for (const listener of process.listeners(signal)) if (!before.includes(listener)) listener(signal);
  });
  expect(exit).toHaveBeenCalledWith(code);
  expect(said.join('')).toContain(`stopped by ${signal}`);
  expect(said.join('')).toContain('reberth undo --root ..');
  expect(process.listeners(signal)).toEqual(before);
  exit.mockRestore();
});
