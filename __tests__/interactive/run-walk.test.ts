import { DiagnosticError } from '../../src/diagnostic.ts';
import { type Prompter, runWalk } from '../../src/interactive/run-walk.ts';
import { assertTerminal, walkOnTerminal } from '../../src/interactive/terminal-walk.ts';
import { colorsFor } from '../../src/report/color.ts';
import { planned } from './files.ts';

const options = { colors: colorsFor({ choice: 'never', env: {}, isTTY: false }), context: 3 };

/** Answers with these keys, one after the other; `t:exact` chooses a threshold. */
function answering(keys: readonly string[]): Prompter & { readonly shown: string[]; readonly asked: string[] } {
  const left = [...keys];
  const shown: string[] = [];
  const asked: string[] = [];
  let threshold = '';
  return {
    shown,
    asked,
    show: (text) => void shown.push(text),
    async askKey(message, choices) {
      const [key = '', wanted = ''] = (left.shift() ?? '').split(':');
      asked.push(`${message} [${choices.map((choice) => choice.key).join('')}]`);
      threshold = wanted;
      return key === '' ? undefined : key;
    },
    async askCertainty(_, __, all) {
      return all.find((certainty) => certainty === threshold);
    },
  };
}

test('walks from file to file and shows each change', async () => {
  const files = [planned('a/Dockerfile'), planned('b/\x1bDockerfile', 'FROM a\nEXPOSE 8095\n')];
  const prompter = answering(['y', 'n', 'y', 'n', 'y']);
  const chosen = await runWalk(files, prompter, options);
  expect(prompter.asked).toEqual([
    '(1/5) a/Dockerfile: Change 8095 → 8096? [ynadpswtq]',
    '(2/5) a/Dockerfile: Change 8095 → 8096? [ynadpwtbq]',
    '(3/5) a/Dockerfile: Is this the port? 8095 → 8096, for review [nyadpwtbq]',
    '(4/5) a/Dockerfile: Is this the port? 8095 → 8096, for review [nyadpwtbq]',
    '(5/5) b/\\x1bDockerfile: Change 8095 → 8096? [ynadpwtbq]',
  ]);
  expect(chosen?.map(({ after }) => after)).toEqual([
    files[0]?.before
      .replace('PORT=8095', 'PORT=8096')
      .replace('EXPOSE 8095', 'EXPOSE 8096')
      .replace('tool 8095', 'tool 8096'),
    'FROM a\nEXPOSE 8096\n',
  ]);
  const text = prompter.shown.join('');
  expect(prompter.shown[0]).toBe(
    [
      '',
      'diff --git a/a/Dockerfile b/a/Dockerfile',
      '--- a/a/Dockerfile',
      '+++ b/a/Dockerfile',
      '@@ -1,6 +1,6 @@',
      ' FROM scratch',
      '-ENV PORT=8095',
      '-EXPOSE 8095',
      '+ENV PORT=8096',
      '+EXPOSE 8096',
      ' RUN step 0',
      ' RUN step 1',
      ' RUN step 2',
      '',
    ].join('\n'),
  );
  expect(prompter.shown[1]).toMatch(/^@@ -10,/);
  expect(text).toContain('14:10  RUN  8095 → 8096  config?  possible  argument of tool that equals an exposed port');
  expect(text).toContain('Chosen in 2 files:\n  a/Dockerfile: 3 edits\n  b/\\x1bDockerfile: 1 edit\n');
  expect(text).toContain('warning[partly-moved]');
  expect(text).not.toContain('\x1b');
});

test('why says role, certainty and reason, and asks again', async () => {
  const prompter = answering(['w', 'y']);
  const chosen = await runWalk([planned('Dockerfile', 'FROM a\nEXPOSE 8095\n')], prompter, options);
  expect(prompter.shown[1]).toBe('  2:8  EXPOSE  8095 → 8096  expose  exact  EXPOSE\n');
  expect(prompter.asked[0]).toBe(prompter.asked[1]);
  expect(chosen?.[0]?.after).toBe('FROM a\nEXPOSE 8096\n');
});

test('a threshold leaves out what is less certain', async () => {
  const prompter = answering(['t:exact', 'a']);
  const chosen = await runWalk([planned('Dockerfile')], prompter, options);
  expect(prompter.asked).toHaveLength(2);
  expect(chosen?.[0]?.edits.map(({ occurrence }) => occurrence.role)).toEqual(['expose', 'listen']);
});

test('breaking off gives nothing, at a question and at the choice of a threshold', async () => {
  expect(await runWalk([planned('Dockerfile')], answering(['y']), options)).toBeUndefined();
  expect(await runWalk([planned('Dockerfile')], answering(['t']), options)).toBeUndefined();
});

test('what cannot be made together is asked about again', async () => {
  const chain = planned('Dockerfile', 'FROM a\nEXPOSE 8095\n\n\n\n\n\n\n\n\nEXPOSE 8096\n', {
    ports: { 8095: 8096, 8096: 8097 },
  });
  const back = answering(['y', 'n', 'b', 'y']);
  const chosen = await runWalk([chain], back, options);
  expect(back.asked[2]).toBe('These changes cannot be made together [bq]');
  expect(back.shown.join('')).toContain('error[port-collision]');
  expect(chosen?.[0]?.edits).toHaveLength(2);
  const quit = await runWalk([chain], answering(['y', 'n', 'q']), options);
  expect(quit?.[0]?.edits).toEqual([]);
  expect(quit?.[0]?.diagnostics.map(({ code }) => code)).toContain('port-collision');
});

test('nothing to ask about asks nothing', async () => {
  const prompter = answering([]);
  const files = [planned('Dockerfile', 'FROM a\n')];
  expect(await runWalk(files, prompter, options)).toEqual(files);
  expect(prompter.asked).toEqual([]);
  expect(prompter.shown.join('')).toContain('Nothing is chosen.');
});

test('without a terminal nobody is asked', async () => {
  const streams = { stdin: process.stdin, stderr: { write: () => {}, isTTY: true } };
  expect(() => assertTerminal(streams)).toThrow(DiagnosticError);
  await expect(walkOnTerminal([planned('Dockerfile')], streams, options)).rejects.toMatchObject({
    diagnostics: [{ code: 'no-terminal', severity: 'error' }],
  });
});
