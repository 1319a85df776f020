import { PassThrough } from 'node:stream';
import { clackPrompter } from '../../src/interactive/clack-prompter.ts';

const YES_NO = [
  { key: 'd', label: 'do not' },
  { key: 'y', label: 'yes' },
];

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
  ['Escape', '\x1b'],
])('%s breaks off, at a key and at a list', async (_, key) => {
  const input = new PassThrough();
  const prompter = await clackPrompter(input, new PassThrough().resume());
  const answer = prompter.askKey('Change?', YES_NO);
  input.write(key);
  expect(await answer).toBeUndefined();
  const certainty = prompter.askCertainty('The least certain', 'exact', ['exact', 'probable']);
  input.write(key);
  expect(await certainty).toBeUndefined();
});

test('a key is an answer', async () => {
  const input = new PassThrough();
  const answer = (await clackPrompter(input, new PassThrough().resume())).askKey('Change?', YES_NO);
  input.write('y');
  expect(await answer).toBe('y');
});
