// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import fc from 'fast-check';
import type { Instruction } from '../../src/dockerfile/instruction.ts';
import { nameOfStage, parseDockerfile } from '../../src/dockerfile/parse.ts';

function only(file: string): Instruction {
  const [instruction, ...more] = parseDockerfile(file).instructions.filter(({ keyword }) => keyword !== 'COMMENT');
  if (instruction === undefined || more.length > 0) throw new Error(`not one instruction: ${file}`);
  return instruction;
}

/** `NAME=value` for each pair, `NAME` where there is no value. */
function pairsOf(instruction: Instruction): string[] {
  return instruction.pairs.map(({ name, value }) => (value === undefined ? name.text : `${name.text}=${value.text}`));
}

function execOf(instruction: Instruction): string[] | undefined {
  return instruction.exec?.map(({ text }) => text);
}

describe('names and values', () => {
  test.each<readonly [file: string, pairs: readonly string[]]>([
    ['ENV A=1', ['A=1']],
    ['ENV A=1 B=2', ['A=1', 'B=2']],
    ['ENV A="1 2" B=\'3 4\' C=5\\ 6', ['A=1 2', 'B=3 4', 'C=5 6']],
    ['ENV A 1', ['A=1']],
    ['ENV A 1 2  3', ['A=1 2  3']],
    ['ENV A b=1', ['A=b=1']],
    ['ENV A=', ['A=']],
    ['ENV A=a"b c"d', ['A=ab cd']],
    ['ENV A="say \\"80\\""', ['A=say "80"']],
    ['ENV A=\'{"port": 80}\'', ['A={"port": 80}']],
    ['ENV "A=80"', ['A=80']],
    ['env a=1', ['a=1']],
    ['ENV A=$B C=${D:-80}', ['A=$B', 'C=${D:-80}']],
    ['ENV A=1 \\\n  # 80\n  B=2 \\\n\n  C=3', ['A=1', 'B=2', 'C=3']],
    ['ARG A', ['A']],
    ['ARG A=1', ['A=1']],
    ['ARG A=1 B=2', ['A=1', 'B=2']],
    ['LABEL a.b=1 "c d"="e f"', ['a.b=1', 'c d=e f']],
    ['LABEL a 1', ['a=1']],
    ['# escape=`\nENV A=C:\\80 B=a` b', ['A=C:\\80', 'B=a b']],
  ])('%j', (file, pairs) => expect(pairsOf(only(file))).toEqual(pairs));

  test('values know where they stand, quotes and continuations aside', () => {
    const file = 'ENV A=x \\\n  "PORT"="80" \\\n  B=80\\\n95';
    const [, port, split] = only(file).pairs;
    const at = file.indexOf('80');
    expect(port?.value?.toSource()).toEqual({ start: at, end: at + 2 });
    expect(split?.value?.text).toBe('8095');
    expect(split?.value?.toSource()).toBeUndefined();
  });

  test('the name may be a word of another instruction', () => {
    expect(pairsOf(only('ENV EXPOSE=80'))).toEqual(['EXPOSE=80']);
  });
});

describe('exec form', () => {
  test.each<readonly [file: string, exec: readonly string[] | undefined]>([
    ['CMD ["a", "--port", "80"]', ['a', '--port', '80']],
    ['CMD [ "a" , "b" ]', ['a', 'b']],
    ['CMD []', []],
    ['CMD ["a\\"b", "\\u0038\\n"]', ['a"b', '8\n']],
    ['CMD ["a,b", "[c]"]', ['a,b', '[c]']],
    ['CMD ["a", \\\n  # 80\n  "b"]', ['a', 'b']],
    ['ENTRYPOINT ["a"]', ['a']],
    ['RUN ["a"]', ['a']],
    ['SHELL ["/bin/bash", "-c"]', ['/bin/bash', '-c']],
    ["CMD ['a', 'b']", undefined],
    ['CMD ["a", 80]', undefined],
    ['CMD ["a"', undefined],
    ['CMD ["a"] b', undefined],
    ['CMD a b', undefined],
    ['ENV A=["80"]', undefined],
  ])('%j', (file, exec) => expect(execOf(only(file))).toEqual(exec));

  test('strings know where they stand', () => {
    const file = 'CMD ["a", "\\"80\\"", "8\\u0030"]';
    const [, quoted, escaped] = only(file).exec ?? [];
    expect(quoted?.slice(1, 3).toSource()).toEqual({ start: file.indexOf('80'), end: file.indexOf('80') + 2 });
    expect(escaped?.text).toBe('80');
    expect(escaped?.toSource()).toBeUndefined();
  });
});

describe('flags', () => {
  test.each<readonly [file: string, flags: readonly string[], args: string]>([
    ['COPY --from=a --chown=80:80 b c', ['from=a', 'chown=80:80'], 'b c'],
    ['RUN --mount=type=cache,target=/x make', ['mount=type=cache,target=/x'], 'make'],
    ['HEALTHCHECK --interval=5s --retries=3 CMD a', ['interval=5s', 'retries=3'], 'CMD a'],
    ['FROM --platform=linux/amd64 a:80 AS b', ['platform=linux/amd64'], 'a:80 AS b'],
    ['ADD --keep-git-dir a b', ['keep-git-dir='], 'a b'],
    ['RUN a --port=80', [], 'a --port=80'],
    ['HEALTHCHECK --timeout=3s \\\n  CMD a', ['timeout=3s'], 'CMD a'],
  ])('%j', (file, flags, args) => {
    const instruction = only(file);
    expect(instruction.flags.map(({ name, value }) => `${name}=${value.text}`)).toEqual(flags);
    expect(instruction.args.text).toBe(args);
  });
});

describe('instructions in instructions', () => {
  test('HEALTHCHECK has its command inside, in shell or exec form', () => {
    expect(only('HEALTHCHECK --interval=5s CMD curl a:80').inner).toMatchObject({ keyword: 'CMD', exec: undefined });
    expect(only('HEALTHCHECK --interval=5s CMD curl a:80').inner?.args.text).toBe('curl a:80');
    expect(execOf(only('HEALTHCHECK cmd ["a", "80"]').inner ?? only(''))).toEqual(['a', '80']);
    expect(only('HEALTHCHECK NONE').inner).toBeUndefined();
  });

  test('ONBUILD has its trigger inside, a HEALTHCHECK with a command of its own', () => {
    const trigger = only('ONBUILD HEALTHCHECK --retries=3 CMD curl a:80').inner;
    expect(trigger).toMatchObject({ keyword: 'HEALTHCHECK', flags: [{ name: 'retries' }] });
    expect(trigger?.inner?.args.text).toBe('curl a:80');
    expect(pairsOf(only('ONBUILD ENV A=1 B=2').inner ?? only(''))).toEqual(['A=1', 'B=2']);
  });

  test('what is inside stands where it stands', () => {
    const file = 'ONBUILD \\\n  EXPOSE 80';
    expect(only(file).inner?.args.toSource()).toEqual({ start: file.length - 2, end: file.length });
  });
});

describe('stages', () => {
  const { instructions, stages } = parseDockerfile(
    'ARG A\nFROM a:80 AS Base\nENV B=1\nFROM scratch\nFROM base AS c\n# last\nFROM c:latest',
  );

  test('are named, numbered, and know what they start from', () => {
    expect(stages.map(({ image, name, parent }) => [image, name, parent?.index])).toEqual([
      ['a:80', 'base', undefined],
      ['scratch', undefined, undefined],
      ['base', 'c', 0],
      ['c:latest', undefined, undefined],
    ]);
    expect(stages.map(nameOfStage)).toEqual(['base', '1', 'c', '3']);
    expect(nameOfStage(undefined)).toBeUndefined();
  });

  test('hold the instructions up to the next FROM, which is in the stage it starts', () => {
    expect(instructions.map(({ keyword, stage }) => [keyword, stage?.index])).toEqual([
      ['ARG', undefined],
      ['FROM', 0],
      ['ENV', 0],
      ['FROM', 1],
      ['FROM', 2],
      ['COMMENT', 2],
      ['FROM', 3],
    ]);
  });

  test('have the shell that SHELL says, also for the stages that start from them', () => {
    const file =
      'FROM a AS w\nRUN x\nSHELL ["C:/pwsh.exe", "-c"]\nRUN x\nFROM w\nRUN x\nSHELL ["cmd"]\nRUN x\nFROM a\nRUN x';
    const runs = parseDockerfile(file).instructions.filter(({ keyword }) => keyword === 'RUN');
    expect(runs.map(({ shell }) => shell)).toEqual(['posix', 'powershell', 'powershell', 'cmd', 'posix']);
  });

  test('only an earlier stage is one to start from', () => {
    expect(parseDockerfile('FROM a AS a\nFROM a').stages.map(({ parent }) => parent?.index)).toEqual([undefined, 0]);
  });
});

describe('problems', () => {
  test('of a file that is no text are one', () => {
    const { problems } = parseDockerfile('\x7fELF\n\x01\0\nlib\nso\n');
    expect(problems).toMatchObject([{ code: 'not-text', severity: 'error', span: { start: 6, end: 7 } }]);
    expect(parseDockerfile('FROM a\nRUN printf "\0"\n').problems).toEqual([]);
  });

  test('of which there are very many are the first, and how many there are more', () => {
    const lines = Array.from({ length: 25 }, (_, i) => `line${i}\n`);
    const { problems } = parseDockerfile(lines.join(''));
    expect(problems.map(({ code }) => code)).toEqual([
      ...lines.slice(0, 10).map(() => 'unknown-instruction'),
      'more-problems',
    ]);
    expect(problems[10]).toMatchObject({
      severity: 'error',
      message: '15 more errors like these are in this file',
      span: { start: lines.slice(0, 10).join('').length },
    });
    expect(parseDockerfile(lines.slice(0, 10).join('')).problems).toHaveLength(10);
  });

  test('a word that is no instruction is an error at its place', () => {
    const file = 'FROM a\nEXPSE 80\nUSER b';
    const { problems, instructions } = parseDockerfile(file);
    expect(problems).toMatchObject([{ code: 'unknown-instruction', severity: 'error', span: { start: 7, end: 15 } }]);
    expect(problems[0]?.message).toContain('"EXPSE"');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', undefined, 'USER']);
  });

  test('what cannot be read is an error at its place, with a hint', () => {
    const { problems } = parseDockerfile('FROM a\nRUN <<EOF\nx');
    expect(problems).toMatchObject([{ code: 'unterminated-heredoc', severity: 'error', span: { start: 7 } }]);
    expect(problems[0]?.hint).not.toBe('');
    expect(parseDockerfile('# escape=x\nFROM a').problems).toMatchObject([
      { code: 'bad-escape-directive', severity: 'error' },
    ]);
  });

  test('reading never throws, whatever the text', () => {
    const word = fc.constantFrom(
      ...[
        'FROM',
        'ENV',
        'ARG',
        'LABEL',
        'ONBUILD',
        'HEALTHCHECK',
        'CMD',
        'EXPOSE',
        'COPY',
        '--a=',
        '--',
        '=',
        '"',
        "'",
      ],
      ...['[', ']', '\\', '\n', ' ', '\t', '\r', '80', '$', '${', '}', '<<E', '#', 'A=1', '\u0000', '\uD800', '\v'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const file = words.join('');
        const { instructions } = parseDockerfile(file);
        for (const { span, pairs } of instructions) {
          expect(span.end).toBeLessThanOrEqual(file.length);
          for (const { value } of pairs) {
            const at = value?.toSource();
            if (at !== undefined) expect(file.slice(at.start, at.end)).toBe(value?.text);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
