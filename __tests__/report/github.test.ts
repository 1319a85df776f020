import { checkFleet } from '../../src/check/verdict.ts';
import { githubText } from '../../src/report/github.ts';
import { file, fleet, reserve, service, usual } from '../check/fleet.ts';

function linesOf(...args: Parameters<typeof checkFleet>): string[] {
  return githubText(checkFleet(...args))
    .split('\n')
    .slice(0, -1);
}

test('each place is annotated at its line and columns', () => {
  const one = file('a/Dockerfile', 'FROM a', 'EXPOSE 8095');
  expect(linesOf(fleet([service('a', [8096], [one])]))).toEqual([
    '::error file=a/Dockerfile,line=2,endLine=2,col=8,endColumn=12,title=drift%3A a::a is on 8095, and is to be on 8096 (plan.yaml:3:5): EXPOSE says 8095, and is to say 8096',
  ]);
});

test('properties and messages are escaped, so that no name can become a command or a property', () => {
  const one = file('a,b:c%\n::error::x/Dockerfile', 'FROM a', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8095');
  const [line, ...more] = linesOf(fleet([], { others: [one] }));
  expect(more).toEqual([]);
  expect(line).toBe(
    '::error file=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3Ax/Dockerfile,line=3,endLine=3,col=32,endColumn=36,title=inconsistent%3A a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3Ax/Dockerfile::a,b:c%25%0A::error::x/Dockerfile disagrees with itself: EXPOSE says 8096, but HEALTHCHECK says 8095',
  );
});

test('what is wrong in the plan is annotated there, review and diagnostics as what they are', () => {
  const cache = file('Dockerfile', 'FROM redis', 'EXPOSE 6379', 'HEALTHCHECK CMD redis-cli ping');
  const plan = fleet([service('gone', [1], []), service('cache', [{ port: 6380, from: 6379 }], [cache])]);
  const diagnostic = {
    code: 'unreadable',
    severity: 'warning',
    message: '100%',
    file: 'x',
    line: 7,
    column: null,
    hint: 'look',
  } as const;
  expect(linesOf(plan, [diagnostic])).toEqual([
    '::warning file=x,line=7,title=unreadable::100%25 (look)',
    '::error file=plan.yaml,line=3,col=5,title=missing%3A gone::gone has no Dockerfile (name its Dockerfile, or reserve its port)',
    expect.stringMatching(/^::error file=Dockerfile,line=2,.*title=drift/),
    expect.stringMatching(
      /^::notice file=Dockerfile,line=3,endLine=3,col=\d+,endColumn=\d+,title=review%3A cache::6379 is for a person to decide/,
    ),
  ]);
});

test('a conflict is one annotation', () => {
  const plan = fleet([service('a', [8095], [usual('Dockerfile', 8095)])], { reserved: [reserve(8095, 'b')] });
  expect(linesOf(plan)).toEqual([
    '::error file=plan.yaml,line=3,col=5,title=conflict%3A a::a is assigned 8095, which is reserved for b (plan.yaml:9:3) (assign another port, or allow it with "shared: true")',
  ]);
});

test('nothing wrong, nothing said', () => {
  expect(githubText(checkFleet(fleet([service('a', [8095], [usual('Dockerfile', 8095)])])))).toBe('');
});
