// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles are written with such placeholders
import { exposedPorts } from '../../src/dockerfile/exposed.ts';
import { trackFlow } from '../../src/dockerfile/flow.ts';
import type { Instruction } from '../../src/dockerfile/instruction.ts';
import { ownNames, ownSoftware } from '../../src/dockerfile/own-names.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { VariableFinding } from '../../src/occurrence.ts';
import { MappedText } from '../../src/text/mapped-text.ts';

/** The value that `$P` has in the last instruction of a file. */
function valueAtEnd(file: string, text = '$P'): string {
  const dockerfile = parseDockerfile(file);
  return trackFlow(dockerfile).expand(MappedText.of(text), at(dockerfile.instructions, -1));
}

function at(instructions: readonly Instruction[], index: number): Instruction {
  const instruction = instructions.at(index);
  if (instruction === undefined) throw new Error('no such instruction');
  return instruction;
}

describe('the value of a variable', () => {
  test.each<readonly [name: string, file: string, value: string]>([
    ['is that of ENV', 'FROM a\nENV P=80\nRUN x', '80'],
    ['is that of ARG', 'FROM a\nARG P=80\nRUN x', '80'],
    ['is the last one', 'FROM a\nENV P=80\nENV P=81\nRUN x', '81'],
    ['is not yet that of a later instruction at build time', 'FROM a\nENV P=80\nRUN x\nENV P=81\nRUN x', '81'],
    ['ENV wins over ARG before it', 'FROM a\nARG P=80\nENV P=81\nRUN x', '81'],
    ['ENV wins over ARG behind it', 'FROM a\nENV P=81\nARG P=80\nRUN x', '81'],
    ['goes through other variables', 'FROM a\nARG A=80\nENV B=$A\nENV P=${B}\nRUN x', '80'],
    ['is inherited from the stage it starts from', 'FROM a AS b\nENV P=80\nFROM b AS c\nFROM c\nRUN x', '80'],
    ['is that of the later stage first', 'FROM a AS b\nENV P=80\nFROM b\nENV P=81\nRUN x', '81'],
    ['is not that of another stage', 'FROM a AS b\nENV P=80\nFROM a\nRUN x', '$P'],
    ['is not that of a stage that COPY names', 'FROM a AS b\nENV P=80\nFROM a\nCOPY --from=b x x', '$P'],
    ['is not that of an ARG before FROM', 'ARG P=80\nFROM a\nRUN x', '$P'],
    ['is that of an ARG before FROM where ARG asks for it', 'ARG P=80\nFROM a\nARG P\nRUN x', '80'],
    ['a default of its own wins over that', 'ARG P=80\nFROM a\nARG P=81\nRUN x', '81'],
    ['is that of an ARG before FROM in FROM itself', 'ARG P=80\nFROM a:$P', '80'],
    ['goes from ARG before FROM to one behind it', 'ARG A=80\nARG P=$A\nFROM a:$P', '80'],
    ['comes from within ONBUILD, too', 'FROM a\nONBUILD ENV P=80\nRUN x', '80'],
    ['an ENV that refers to itself keeps what is before', 'FROM a\nENV P=80\nENV P=$P:x\nRUN x', '80:x'],
    ['is unknown without a definition', 'FROM a\nRUN x', '$P'],
    ['names are told apart by case', 'FROM a\nENV p=80\nRUN x', '$P'],
  ])('%s', (_, file, value) => expect(valueAtEnd(file)).toBe(value));

  test('of what runs in the container is the last of its stage, whatever comes when', () => {
    for (const command of ['CMD x', 'ENTRYPOINT x', 'HEALTHCHECK CMD x']) {
      const dockerfile = parseDockerfile(`FROM a\nENV P=80\n${command}\nENV P=81`);
      expect(trackFlow(dockerfile).expand(MappedText.of('$P'), at(dockerfile.instructions, 2))).toBe('81');
    }
    const dockerfile = parseDockerfile('FROM a\nENV P=80\nRUN x\nENV P=81');
    expect(trackFlow(dockerfile).expand(MappedText.of('$P'), at(dockerfile.instructions, 2))).toBe('80');
  });

  test.each<readonly [text: string, value: string]>([
    ['${P:-81}', '80'],
    ['${Q:-81}', '81'],
    ['${Q-81}', '81'],
    ['${Q}', '${Q}'],
    ['http://h:${P}/$P', 'http://h:80/80'],
    ['$', '$'],
  ])('within %s', (text, value) => expect(valueAtEnd('FROM a\nENV P=80\nRUN x', text)).toBe(value));

  test('that goes in a circle ends', () => {
    expect(typeof valueAtEnd('FROM a\nENV A=$P\nENV P=$A\nRUN x')).toBe('string');
    expect(valueAtEnd('FROM a\nONBUILD ENV P=$P\nRUN x')).toContain('P');
  });
});

describe('uses', () => {
  /** Records a use of `$P` in an instruction, and says which values it reaches. */
  function reached(file: string, index: number): (string | undefined)[] {
    const dockerfile = parseDockerfile(file);
    const flow = trackFlow(dockerfile);
    const text = MappedText.of('$P');
    const use: VariableFinding = { kind: 'variable', name: 'P', as: 'port', at: text, reason: 'EXPOSE' };
    flow.addUse(use, at(dockerfile.instructions, index));
    return dockerfile.instructions.flatMap((instruction) => {
      const definition = flow.definitionIn('P', instruction);
      return definition !== undefined && flow.usesOf(definition).includes(use) ? [definition.value?.text] : [];
    });
  }

  test.each<readonly [name: string, file: string, index: number, values: readonly (string | undefined)[]]>([
    ['reach the definition before', 'FROM a\nENV P=80\nEXPOSE $P\nENV P=81', 2, ['80']],
    ['of a command reach the last definition', 'FROM a\nENV P=80\nCMD $P\nENV P=81', 2, ['81']],
    ['reach the ENV of the stage before', 'FROM a AS b\nENV P=80\nFROM b\nEXPOSE $P', 3, ['80']],
    ['reach the ARG before FROM through the one behind', 'ARG P=80\nFROM a\nARG P\nEXPOSE $P', 3, ['80']],
    ['reach nothing in another stage', 'FROM a AS b\nENV P=80\nFROM a\nEXPOSE $P', 3, []],
  ])('%s', (_, file, index, values) => expect(reached(file, index)).toEqual(values));
});

describe('exposed ports', () => {
  test.each<readonly [file: string, ports: readonly number[]]>([
    ['FROM a\nEXPOSE 80 443/tcp "8080"', [80, 443, 8080]],
    ['FROM a\nEXPOSE 8000-8002', [8000, 8001, 8002]],
    ['FROM a\nARG P=80\nEXPOSE $P ${Q:-81}', [80, 81]],
    ['FROM a\nONBUILD EXPOSE 80', [80]],
    ['FROM a\nEXPOSE 0 65536 x', []],
    ['FROM a\nENV EXPOSE=80', []],
  ])('%j', (file, ports) => {
    const dockerfile = parseDockerfile(file);
    expect([...exposedPorts(dockerfile, trackFlow(dockerfile))]).toEqual(ports);
  });
});

describe('the names of the container', () => {
  function namesOf(file: string): string[] {
    const dockerfile = parseDockerfile(`FROM base:1\n${file}`);
    return [...ownNames(dockerfile, trackFlow(dockerfile))];
  }

  test.each<readonly [file: string, names: readonly string[]]>([
    ['ENV SERVICE_NAME=Gateway', ['gateway']],
    ['ENV HOSTNAME=a CONTAINER_NAME=b', ['a', 'b']],
    ['ARG N=gateway\nENV SERVICE_NAME=$N', ['gateway']],
    ['LABEL com.docker.compose.service=gateway', ['gateway']],
    ['ENV DB_SERVICE_NAME=db', []],
    ['ENV SERVICE_NAME=8095', []],
    ['ENV SERVICE_NAME="not a host"', []],
    ['ARG SERVICE_NAME=gateway', []],
    ['LABEL description=gateway', []],
  ])('%s', (file, names) => expect(namesOf(file)).toEqual(names));

  test('its software is what the base image, its names and its commands are called', () => {
    const dockerfile = parseDockerfile(
      'FROM golang:1 AS build\nFROM registry.local/library/mongo:7\nFROM build\nENTRYPOINT ["/usr/bin/redis-server", "--x"]\nCMD mysqld y',
    );
    const words = ownSoftware(dockerfile, new Set(['my-gateway']));
    for (const word of ['golang', 'mongo', 'redis', 'server', 'mysql', 'mysqld', 'gateway'])
      expect(words).toContain(word);
    for (const word of ['registry', '5000', 'build', 'x', 'usr']) expect(words).not.toContain(word);
  });
});
