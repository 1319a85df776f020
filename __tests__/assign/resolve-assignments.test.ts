import { resolveDockerfile } from '../../src/assign/resolve-assignments.ts';
import { parseMapping } from '../../src/mapping/load.ts';
import { findPorts } from '../../src/run/plan-dockerfile.ts';

/** What `service` fields ask for in a Dockerfile: moves as `FROM>TO`, with `!` for repairs, and diagnostics. */
function resolve(
  fields: string | readonly string[],
  dockerfile: string,
  hosts: Readonly<Record<string, boolean>> = {},
) {
  const services = [fields].flat().map((own, i) => `  s${i}: { dockerfile: D, ${own} }\n`);
  const mapping = parseMapping(`services:\n${services.join('')}`, 'p.yaml');
  const { moves, diagnostics } = resolveDockerfile(mapping.services, findPorts('D', dockerfile), (host) => hosts[host]);
  return {
    moves: moves.map(({ from, to, repairs }) => `${from}>${to}${repairs === true ? '!' : ''}`),
    problems: diagnostics.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    messages: diagnostics.map(({ message }) => message),
  };
}

const movesOf = (fields: string | readonly string[], dockerfile: string) => {
  const { moves, problems } = resolve(fields, dockerfile);
  expect(problems).toEqual([]);
  return moves;
};

const SERVER = (port: number) => `FROM python:3.12
ENV SERVICE_PORT=${port}
EXPOSE ${port}
HEALTHCHECK CMD curl -f http://localhost:${port}/health
CMD ["uvicorn", "main:app", "--port", "${port}"]
`;

describe('one port', () => {
  test('moves to the one that is assigned', () => {
    expect(movesOf('port: 8096', SERVER(8095))).toEqual(['8095>8096']);
  });

  test('that is there already needs nothing', () => {
    expect(movesOf('port: 8096', SERVER(8096))).toEqual([]);
  });

  test('carries the place of the assignment', () => {
    const [service] = parseMapping('services:\n  a: { dockerfile: D, port: 8096 }\n', 'p.yaml').services;
    const { moves } = resolveDockerfile(
      service === undefined ? [] : [service],
      findPorts('D', SERVER(1)),
      () => undefined,
    );
    expect(moves[0]).toMatchObject({ from: 1, to: 8096, entry: '1', place: { file: 'p.yaml', line: 2, column: 29 } });
  });

  test.each([
    ['ENV', 'FROM x\nENV PORT=8095\n'],
    ['ARG', 'FROM x\nARG PORT=8095\nENV PORT=$PORT\n'],
    ['EXPOSE', 'FROM x\nEXPOSE 8095\n'],
    ['CMD', 'FROM python\nCMD ["uvicorn", "a:b", "--port", "8095"]\n'],
    ['HEALTHCHECK', 'FROM x\nHEALTHCHECK CMD curl http://localhost:8095/\n'],
  ])('is read from %s alone', (_, dockerfile) => {
    expect(movesOf('port: 8096', dockerfile)).toEqual(['8095>8096']);
  });

  test('is not one of a comment, of another number or of another service', () => {
    const others = 'ENV DB_URL=postgres://db:5432/x\nENV TIMEOUT=9000\n# port 9999 was the old one\n';
    expect(movesOf('port: 8096', `${SERVER(8095)}${others}`)).toEqual(['8095>8096']);
  });

  test('is not one of a host that the mapping gives to another service', () => {
    const { moves } = resolve('port: 8096', 'FROM x\nEXPOSE 8095\nENV A_URL=http://a:8091\n', { a: false });
    expect(moves).toEqual(['8095>8096']);
  });
});

describe('a Dockerfile that disagrees with itself', () => {
  test.each([
    ['HEALTHCHECK is behind', SERVER(8096).replace('localhost:8096', 'localhost:8095'), ['8095>8096!']],
    ['EXPOSE is behind', SERVER(8096).replace('EXPOSE 8096', 'EXPOSE 8095'), ['8095>8096!']],
    ['the command is behind', SERVER(8096).replace('"8096"', '"8095"'), ['8095>8096!']],
  ])('%s', (_, dockerfile, expected) => {
    expect(movesOf('port: 8096', dockerfile)).toEqual(expected);
  });

  test.each([
    ['HEALTHCHECK is on a third port', SERVER(8095).replace('localhost:8095', 'localhost:8000'), '8000>8096!'],
    ['EXPOSE is on a third port', SERVER(8095).replace('EXPOSE 8095', 'EXPOSE 8000'), '8000>8096!'],
  ])('%s: all of it moves at once', (_, dockerfile, third) => {
    expect(movesOf('port: { from: 8095, to: 8096 }', dockerfile)).toEqual(['8095>8096', third]);
  });

  test('of three ports: what moves may be what the third disagrees with', () => {
    const dockerfile = 'FROM a\nEXPOSE 8095\nENV PORT=8000\nHEALTHCHECK CMD curl http://localhost:8096/\n';
    expect(movesOf('port: 8096', dockerfile)).toEqual(['8095>8096!', '8000>8096!']);
  });

  test('is named where nobody can tell which of its ports is meant', () => {
    const dockerfile = `${SERVER(8095).replace('localhost:8095', 'localhost:8000')}EXPOSE 9090\n`;
    expect(resolve('ports: [{ from: 8095, to: 8096 }, 9090]', dockerfile)).toEqual({
      moves: ['8095>8096'],
      problems: ['4:42 warning inconsistent'],
      messages: ['D disagrees with itself: EXPOSE says 8095 and 9090, but HEALTHCHECK says 8000'],
    });
  });

  test('has a port of its own beside the assigned one where a name says so', () => {
    expect(movesOf('port: 8096', `${SERVER(8096)}ENV METRICS_PORT=9090\nEXPOSE 9090\n`)).toEqual([]);
  });
});

describe('several ports', () => {
  const TWO = 'FROM x\nEXPOSE 8095 9090\n';

  test('are an error that lists them with all their places', () => {
    const { moves, problems, messages } = resolve('port: 8096', `${TWO}HEALTHCHECK CMD curl http://localhost:9090/\n`);
    expect([moves, problems]).toEqual([[], ['2:30 error assigned-ambiguous']]);
    expect(messages).toEqual([
      '8096 of "s0" could replace each of the ports of D: 8095 (D:2:8); 9090 (D:2:13, D:3:39)',
    ]);
  });

  test('are told apart by "from"', () => {
    expect(movesOf('port: { from: 8095, to: 8096 }', TWO)).toEqual(['8095>8096']);
    expect(
      movesOf('port: { from: [8095, 9090], to: 8096 }', SERVER(8095).replace('localhost:8095', 'localhost:9090')),
    ).toEqual(['8095>8096', '9090>8096!']);
  });

  test('are told apart by what is there already', () => {
    expect(movesOf('ports: [8096, 9090]', TWO)).toEqual(['8095>8096']);
    expect(movesOf('ports: [8095, 9090]', TWO)).toEqual([]);
  });

  test('are told apart by their names', () => {
    const dockerfile = `FROM python\nENV METRICS_PORT=9090\nEXPOSE 8095 9090\nCMD ["uvicorn", "a:b", "--port", "8095"]\n`;
    expect(movesOf('ports: { http: 8096, metrics: 9100 }', dockerfile).sort()).toEqual(['8095>8096', '9090>9100']);
    expect(movesOf('ports: { metrics: 9100, http: 8095 }', dockerfile)).toEqual(['9090>9100']);
  });

  test('are told apart where only the main one has no name', () => {
    const dockerfile = `FROM python\nEXPOSE 8095 9090\nCMD ["uvicorn", "a:b", "--port", "8095"]\n`;
    const [service] = parseMapping(
      'services: { a: { dockerfile: D, ports: { http: 8096, metrics: 9100 } } }',
      'p',
    ).services;
    const assigned = (service?.assigned ?? []).map(({ name, ...port }) => (name === 'http' ? port : { ...port, name }));
    const services = service === undefined ? [] : [{ ...service, assigned }];
    const { moves } = resolveDockerfile(services, findPorts('D', dockerfile), () => undefined);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      [8095, 8096],
      [9090, 9100],
    ]);
  });

  test('of a chain are told apart by their names, too', () => {
    const dockerfile = `FROM python\nENV METRICS_PORT=8096\nEXPOSE 8095 8096\nCMD ["uvicorn", "a:b", "--port", "8095"]\n`;
    expect(movesOf('ports: { http: 8096, metrics: 8097 }', dockerfile).sort()).toEqual(['8095>8096', '8096>8097']);
  });

  test('of which one becomes another: what it leaves is not there', () => {
    const dockerfile = 'FROM x\nENV METRICS_PORT=8096\nEXPOSE 8095 8096\n';
    expect(movesOf('ports: { http: 8096, metrics: 9100 }', dockerfile).sort()).toEqual(['8095>8096', '8096>9100']);
    expect(movesOf('ports: { http: 8096, metrics: 9100 }', dockerfile.replaceAll('8096', '9100'))).toEqual([
      '8095>8096',
    ]);
    const two = ['port: 8096', 'port: { from: 8096, to: 9100 }'];
    expect(movesOf(two, 'FROM x\nEXPOSE 8095 8096\n').sort()).toEqual(['8095>8096', '8096>9100']);
    expect(movesOf(two, 'FROM x\nEXPOSE 8096 9100\n')).toEqual([]);
  });

  test('of a chain do not move twice: what is where it is to be stays', () => {
    const chain = 'ports: [{ from: 8095, to: 8096 }, { from: 8096, to: 8097 }]';
    expect(movesOf(chain, TWO.replace('9090', '8096')).sort()).toEqual(['8095>8096', '8096>8097']);
    expect(movesOf(chain, 'FROM x\nEXPOSE 8096 8097\n')).toEqual([]);
    const { moves, messages } = resolve(chain, 'FROM x\nEXPOSE 8096\n');
    expect([moves, messages]).toEqual([
      [],
      ['D has no 8097, which "s0" is to have instead of 8096, and 8096 is assigned as well'],
    ]);
    const swap = 'ports: [{ from: 80, to: 81 }, { from: 81, to: 80 }]';
    expect(resolve(swap, 'FROM x\nEXPOSE 80\n').moves).toEqual([]);
  });

  test('that are all missing cannot be told apart', () => {
    const { problems } = resolve('ports: [8096, 9100]', TWO);
    expect(problems).toEqual(['2:32 error assigned-ambiguous', '2:38 error assigned-ambiguous']);
  });

  test('that EXPOSE lists side by side are not merged', () => {
    expect(movesOf('port: { from: 8095, to: 9090 }', TWO)).toEqual(['8095>9090']);
  });
});

describe('two services of one Dockerfile', () => {
  test('do not take each other’s ports', () => {
    expect(movesOf(['port: 8096', 'port: 9090'], 'FROM x\nEXPOSE 8095 9090\n')).toEqual(['8095>8096']);
  });

  test('cannot both take one port', () => {
    const { problems, messages } = resolve(['port: 8096', 'port: 8097'], 'FROM x\nEXPOSE 8095\n');
    expect(problems).toEqual(['3:30 error assigned-ambiguous']);
    expect(messages).toEqual(['8095 of D could become 8096 (p.yaml:2:30) as well as 8097']);
  });
});

test('a Dockerfile that states no port is a warning', () => {
  const { problems, messages } = resolve('port: 8096', 'FROM x\nCMD ["./start"]\n');
  expect([problems, messages]).toEqual([
    ['2:30 warning assigned-not-found'],
    ['D states no port that could become 8096 of "s0"'],
  ]);
  expect(resolve('port: { from: 8095, to: 8096 }', 'FROM x\nEXPOSE 1\n').messages).toEqual([
    'D has neither 8095 nor 8096, which "s0" is to have',
  ]);
});
