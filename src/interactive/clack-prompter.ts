import type { Readable, Writable } from 'node:stream';
import type { Prompter } from './run-walk.ts';

const CTRL_D = '\x04';

/** Asks with `@clack/prompts`, which is loaded only now. */
export async function clackPrompter(input: Readable, output: Writable): Promise<Prompter> {
  const { isCancel, select, selectKey, updateSettings } = await import('@clack/prompts');
  // Readline closes at Ctrl-D, and a question that does not know of it would wait for ever.
  updateSettings({ aliases: { [CTRL_D]: 'cancel' } });
  return {
    show(text) {
      output.write(text);
    },
    async askKey(message, options) {
      const choices = options.map(({ key, label }) => ({ value: key, label }));
      const answer: unknown = await selectKey({ message, options: choices, input, output });
      if (isCancel(answer)) return undefined;
      // Enter alone is no key of the list: it is shown as the first, and stands for it.
      return typeof answer === 'string' ? answer : options[0]?.key;
    },
    async askCertainty(message, current, options) {
      const choices = options.map((value) => ({ value, label: value }));
      const answer = await select({ message, options: choices, initialValue: current, input, output });
      return isCancel(answer) ? undefined : answer;
    },
  };
}
