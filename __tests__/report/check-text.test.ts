import { checkFleet } from '../../src/check/verdict.ts';
import { type CheckTextOptions, checkText } from '../../src/report/check-text.ts';
import { colorsFor } from '../../src/report/color.ts';
import { file, fleet, service, usual } from '../check/fleet.ts';

const plain: CheckTextOptions = {
  verbosity: 'normal',
  colors: colorsFor({ choice: 'never', env: {}, isTTY: false }),
};
const cache = file('cache/Dockerfile', 'FROM redis', 'EXPOSE 6379', 'HEALTHCHECK CMD redis-cli ping');
const result = checkFleet(
  fleet([
    service('api', [8091, { port: 9100, name: 'metrics' }], [file('api/Dockerfile', 'FROM a', 'EXPOSE 8091 9100')]),
    service('cache', [6380], [cache]),
  ]),
);

test('a table of all services, what is wrong with each place, what is for review, and the totals', () => {
  expect(checkText(result, plain)).toBe(`VERDICT  SERVICE  ASSIGNED              FOUND       DOCKERFILE
ok       api      8091, 9100 (metrics)  8091, 9100  api/Dockerfile
drift    cache    6380                  6379        cache/Dockerfile

error[drift]: cache is on 6379, and is to be on 6380 (plan.yaml:3:5)
  cache/Dockerfile:2:8  EXPOSE  6379 → 6380  expose
cache/Dockerfile:3:27: review[implicit-port]: 6379: ${result.services[1]?.review[0]?.reason}
  hint: ${result.services[1]?.review[0]?.hint}

Checked 2 services in 2 Dockerfiles: 1 ok, 1 drift, 1 item for review.
`);
});

test('quiet is only what is wrong', () => {
  expect(
    checkText(result, { ...plain, verbosity: 'quiet' }),
  ).toBe(`error[drift]: cache is on 6379, and is to be on 6380 (plan.yaml:3:5)
  cache/Dockerfile:2:8  EXPOSE  6379 → 6380  expose
`);
});

test('verbose says why each place is a port', () => {
  expect(checkText(result, { ...plain, verbosity: 'verbose' })).toContain('6379 → 6380  expose  EXPOSE\n');
});

test('without a plan: no columns for it, and the ports that are shared', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => usual(`${name}/Dockerfile`, 8080));
  expect(checkText(checkFleet(fleet([], { others: files.slice(0, 5) })), plain)).toBe(`VERDICT  FOUND  DOCKERFILE
ok       8080   a/Dockerfile
ok       8080   b/Dockerfile
ok       8080   c/Dockerfile
ok       8080   d/Dockerfile
ok       8080   e/Dockerfile

Ports of several Dockerfiles, which is no failure: each container has ports of its own
  8080  a/Dockerfile:2, b/Dockerfile:2, c/Dockerfile:2, and 2 more

Checked 5 Dockerfiles: 5 ok.
`);
});

test('long runs of ports are ranges', () => {
  const ports = Array.from({ length: 4 }, (_, i) => 9000 + i);
  const text = checkText(
    checkFleet(fleet([service('a', ports, [file('Dockerfile', 'FROM a', 'EXPOSE 9000-9003')])])),
    plain,
  );
  expect(text).toContain('ok       a        9000-9003  9000-9003  Dockerfile');
});

test('no control character of a name or a path reaches the terminal', () => {
  const name = 'a\x1b[31m\n';
  const text = checkText(
    checkFleet(fleet([service(name, [1], [file(`${name}/Dockerfile`, 'FROM a', 'EXPOSE 2')])])),
    plain,
  );
  expect(text).not.toContain('\x1b');
  expect(text).toContain('a\\x1b[31m\\n/Dockerfile:2:8');
});

test('colours are where they are asked for', () => {
  const colors = colorsFor({ choice: 'always', env: {}, isTTY: false });
  expect(checkText(result, { ...plain, colors })).toContain('\x1b[32mok\x1b[39m');
});
