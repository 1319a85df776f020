import { planMoves } from '../../src/check/moves.ts';
import type { AssignedService, CheckedFile, Fleet } from '../../src/check/types.ts';
import { checkFleet, isClean } from '../../src/check/verdict.ts';
import { findPorts, planDockerfile } from '../../src/run/plan-dockerfile.ts';
import { file, fleet, move, named, placesOf, reserve, service, usual } from './fleet.ts';

const OPTIONS = { certainty: 'probable', comments: true, splitRanges: true } as const;

/** The fleet after its moves have been carried out. */
function carriedOut(before: Fleet): Fleet {
  const moves = new Map(planMoves(before).files.map((one) => [one.facts.file, one.moves]));
  const after = new Map<CheckedFile, CheckedFile>();
  const edit = (one: CheckedFile): CheckedFile => {
    const known = after.get(one);
    const own = moves.get(one);
    if (known !== undefined || own === undefined) return known ?? one;
    const planned = planDockerfile(one.path, one.dockerfile.text, own, OPTIONS);
    expect(planned.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const edited = findPorts(one.path, planned.after);
    after.set(one, edited);
    return edited;
  };
  const services = before.services.map((one): AssignedService => ({ ...one, files: one.files.map(edit) }));
  return { ...before, services, others: before.others.map(edit) };
}

function verdicts(checked: Fleet): Record<string, string> {
  return Object.fromEntries(checkFleet(checked).services.map((one) => [one.name, one.verdicts.join(', ')]));
}

describe('six payment services, two of them one off', () => {
  const gateway = file(
    'tron/Dockerfile.payment-gateway',
    'FROM python:3.12-slim',
    'ENV SERVICE_PORT=8096',
    'ENV STAKING=http://lucid-trx-staking:8095',
    'EXPOSE 8096',
    'CMD ["uvicorn", "main:app", "--port", "8096"]',
  );
  const plan = fleet(
    [
      service('tron-client', [8091], [usual('tron/Dockerfile.tron-client', 8091)]),
      service('payout-router', [8092], [usual('tron/Dockerfile.payout-router', 8092)]),
      service('wallet-manager', [8093], [usual('tron/Dockerfile.wallet-manager', 8093)]),
      service('usdt-manager', [8094], [usual('tron/Dockerfile.usdt-manager', 8094)]),
      service('trx-staking', [8096], [usual('tron/Dockerfile.trx-staking', 8095)], { hosts: ['lucid-trx-staking'] }),
      service('payment-gateway', [8097], [gateway]),
    ],
    { reserved: [reserve(8095, 'node-management')] },
  );
  const result = checkFleet(plan);

  test('two drift, and the one that is on the reserved port conflicts', () => {
    expect(verdicts(plan)).toEqual({
      'tron-client': 'ok',
      'payout-router': 'ok',
      'wallet-manager': 'ok',
      'usdt-manager': 'ok',
      'trx-staking': 'drift, conflict',
      'payment-gateway': 'drift',
    });
    expect(result.summary).toEqual({
      services: 6,
      files: 6,
      ok: 4,
      drift: 2,
      inconsistent: 0,
      conflict: 1,
      missing: 0,
      review: 0,
      warnings: 0,
      errors: 0,
    });
  });

  test('every place that disagrees is listed, also the address in the other Dockerfile', () => {
    expect(placesOf(named(result, 'payment-gateway'))).toEqual([
      'drift: tron/Dockerfile.payment-gateway:2 ENV 8096>8097',
      'drift: tron/Dockerfile.payment-gateway:4 EXPOSE 8096>8097',
      'drift: tron/Dockerfile.payment-gateway:5 CMD 8096>8097',
      'drift: tron/Dockerfile.payment-gateway:3 ENV 8095>8096',
    ]);
    const [staking] = named(result, 'trx-staking').problems;
    expect(staking).toMatchObject({
      message: 'is on 8095, and is to be on 8096 (plan.yaml:3:5)',
      current: 8095,
      required: 8096,
      conflictsWith: ['node-management'],
      plan: { file: 'plan.yaml', line: 3, column: 5 },
    });
    expect(staking?.places[1]).toMatchObject({ line: 3, column: 8, endLine: 3, endColumn: 12, replacement: '8096' });
    expect(named(result, 'payment-gateway').problems[0]?.conflictsWith).toEqual(['trx-staking']);
  });

  test('carrying out the plan makes everything ok', () => {
    const after = checkFleet(carriedOut(plan));
    expect(after.services.flatMap(({ problems }) => problems)).toEqual([]);
    expect(isClean(after)).toBe(true);
  });
});

describe('drift', () => {
  test('a chain and a swap that were carried out ask for nothing more', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 8095 8096', 'CMD ["a", "--port", "8095"]');
    const chain = fleet([
      service(
        'a',
        [
          { port: 8096, from: 8095 },
          { port: 8097, from: 8096 },
        ],
        [one],
      ),
    ]);
    expect(placesOf(named(checkFleet(chain), 'a'))).toEqual([
      'drift: Dockerfile:2 EXPOSE 8095>8096',
      'drift: Dockerfile:3 CMD 8095>8096',
      'drift: Dockerfile:2 EXPOSE 8096>8097',
    ]);
    const after = carriedOut(chain);
    expect(after.services[0]?.files[0]?.dockerfile.text).toContain('EXPOSE 8096 8097');
    expect(isClean(checkFleet(after))).toBe(true);
  });

  test('without from, the one service port is the one that moves; others of the plan stay', () => {
    const one = file('Dockerfile', 'FROM a', 'ENV METRICS_PORT=9090', 'EXPOSE 8080 9090');
    const plan = fleet([service('a', [8081, 9090], [one])]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual(['drift: Dockerfile:3 EXPOSE 8080>8081']);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('a range moves as a whole', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 9000-9002');
    const ports = [0, 1, 2].map((i) => ({ port: 9100 + i, from: 9000 + i }));
    const plan = fleet([service('a', ports, [one])]);
    expect(verdicts(plan)).toEqual({ a: 'drift' });
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('only the protocol that is assigned', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 53/tcp 53/udp');
    const plan = fleet([service('a', [{ port: 5353, from: 53, protocol: 'udp' }], [one])]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual(['drift: Dockerfile:2 EXPOSE 53>5353']);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('moves for all Dockerfiles leave what a service decides itself', () => {
    const own = usual('a/Dockerfile', 5000);
    const other = usual('b/Dockerfile', 5000);
    const third = usual('c/Dockerfile', 7000);
    const plan = fleet([service('a', [5000], [own])], { others: [other, third], moves: [move(5000, 5050)] });
    expect(verdicts(plan)).toEqual({ a: 'ok', 'b/Dockerfile': 'drift', 'c/Dockerfile': 'ok' });
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('the Dockerfile that two services have satisfies both', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 8091 8092');
    expect(verdicts(fleet([service('a', [8091], [one]), service('b', [8092], [one])]))).toEqual({ a: 'ok', b: 'ok' });
  });
});

describe('inconsistent', () => {
  test('a Dockerfile of which only a part is on the assigned port', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 8096', 'HEALTHCHECK CMD curl localhost:8095/');
    const plan = fleet([service('a', [8096], [one])]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual(['inconsistent: Dockerfile:3 HEALTHCHECK 8095>8096']);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('the other way round: only HEALTHCHECK is on the assigned port', () => {
    const one = file(
      'Dockerfile',
      'FROM a',
      'EXPOSE 8095',
      'CMD ["a", "--port", "8095"]',
      'HEALTHCHECK CMD curl localhost:8096/',
    );
    const plan = fleet([service('a', [8096], [one])]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual([
      'inconsistent: Dockerfile:2 EXPOSE 8095>8096',
      'inconsistent: Dockerfile:3 CMD 8095>8096',
    ]);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('on a third port, of which the plan does not speak', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 8095', 'HEALTHCHECK CMD curl localhost:8000/');
    const plan = fleet([service('a', [{ port: 8096, from: 8095 }], [one])]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual([
      'drift: Dockerfile:2 EXPOSE 8095>8096',
      'drift: Dockerfile:3 HEALTHCHECK 8000>8096',
    ]);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
    const mapped = fleet([service('a', [{ port: 8096, from: 8095, move: move(8095, 8096) }], [one])]);
    expect(placesOf(named(checkFleet(mapped), 'a'))).toEqual([
      'drift: Dockerfile:2 EXPOSE 8095>8096',
      'inconsistent: Dockerfile:3 HEALTHCHECK 8000',
    ]);
  });

  test('without a plan, both sides are named', () => {
    const one = file(
      'Dockerfile',
      'FROM a',
      'EXPOSE 8096',
      'HEALTHCHECK CMD curl localhost:8095/',
      'CMD gunicorn -b :8095 a:b',
    );
    const [found] = checkFleet(fleet([], { others: [one] })).services;
    expect(found).toMatchObject({ kind: 'dockerfile', name: 'Dockerfile', verdict: 'inconsistent' });
    expect(found?.problems[0]).toMatchObject({
      message: 'disagrees with itself: EXPOSE says 8096, but HEALTHCHECK and CMD say 8095',
      current: 8095,
      required: null,
    });
    expect(found?.problems[0]?.places.map(({ replacement }) => replacement)).toEqual([null, null]);
  });

  test('the stage is named where it is not the final one', () => {
    const one = file('Dockerfile', 'FROM a AS dev', 'EXPOSE 3000', 'CMD ["vite", "--port", "3001"]', 'FROM b');
    const [found] = checkFleet(fleet([], { others: [one] })).services;
    expect(found?.problems[0]?.message).toBe('disagrees with itself in stage dev: EXPOSE says 3000, but CMD says 3001');
  });
});

describe('conflict', () => {
  const one = usual('a/Dockerfile', 8091);
  const other = usual('b/Dockerfile', 8091);

  test('two services that are assigned one port', () => {
    const result = checkFleet(fleet([service('a', [8091], [one]), service('b', [8091], [other])]));
    expect(result.summary).toMatchObject({ ok: 0, conflict: 2 });
    expect(named(result, 'a').problems[0]).toMatchObject({
      message: 'is assigned 8091, which is assigned to b, too (plan.yaml:3:5)',
      conflictsWith: ['b'],
      required: 8091,
    });
  });

  test('of many services on one port only some are named', () => {
    const many = Array.from({ length: 30 }, (_, i) => service(`s${i}`, [8091], [usual(`s${i}/Dockerfile`, 8091)]));
    const [found] = named(checkFleet(fleet(many)), 's9').problems;
    expect(found?.message).toBe('is assigned 8091, which is assigned to s0, s1, s2 and 26 more, too (plan.yaml:3:5)');
    expect(found?.conflictsWith).toHaveLength(20);
  });

  test('shared: true of either allows it', () => {
    expect(verdicts(fleet([service('a', [8091], [one], { shared: true }), service('b', [8091], [other])]))).toEqual({
      a: 'ok',
      b: 'ok',
    });
  });

  test('different protocols do not meet', () => {
    const dns = file('Dockerfile', 'FROM a', 'EXPOSE 53/udp');
    const web = file('Dockerfile', 'FROM a', 'EXPOSE 53/tcp');
    const plan = fleet([
      service('a', [{ port: 53, protocol: 'udp' }], [dns]),
      service('b', [{ port: 53, protocol: 'tcp' }], [web]),
    ]);
    expect(verdicts(plan)).toEqual({ a: 'ok', b: 'ok' });
  });

  test('a reserved port is for its owner alone', () => {
    const reserved = [reserve(8091, 'a')];
    expect(verdicts(fleet([service('a', [8091], [one])], { reserved }))).toEqual({ a: 'ok' });
    expect(verdicts(fleet([service('b', [8091], [other])], { reserved }))).toEqual({ b: 'conflict' });
    expect(
      named(checkFleet(fleet([service('b', [8091], [other])], { reserved: [reserve(8091)] })), 'b').problems[0],
    ).toMatchObject({
      message: 'is assigned 8091, which is reserved (plan.yaml:9:3)',
      conflictsWith: ['reserved'],
    });
  });

  test('who is on the port of another is at fault, not the other', () => {
    const extra = file('b/Dockerfile', 'FROM a', 'EXPOSE 8092 8091');
    const result = checkFleet(fleet([service('a', [8091], [one]), service('b', [8092], [extra])]));
    expect(named(result, 'a').verdict).toBe('ok');
    expect(named(result, 'b').problems).toMatchObject([
      { verdict: 'conflict', message: 'is on 8091, which is the port of a', current: 8091, conflictsWith: ['a'] },
    ]);
    expect(placesOf(named(result, 'b'))).toEqual(['conflict: b/Dockerfile:2 EXPOSE 8091']);
  });

  test('a service that is not part of the run keeps its port', () => {
    const plan = fleet([service('a', [8091], [], { outside: true }), service('b', [8092], [other])]);
    const result = checkFleet(plan);
    expect(result.services.map(({ name }) => name)).toEqual(['b']);
    expect(named(result, 'b').verdicts).toEqual(['drift', 'conflict']);
  });

  test('without a plan, a port of several Dockerfiles is shown and is no failure', () => {
    const result = checkFleet(fleet([], { others: [one, other, usual('c/Dockerfile', 8092)] }));
    expect(isClean(result)).toBe(true);
    expect(result.shared).toEqual([
      {
        port: 8091,
        holders: [
          { name: 'a/Dockerfile', file: 'a/Dockerfile', line: 2 },
          { name: 'b/Dockerfile', file: 'b/Dockerfile', line: 2 },
        ],
      },
    ]);
  });
});

describe('missing', () => {
  test('a Dockerfile that is not there', () => {
    const absent = [
      {
        pattern: 'x/Dockerfile',
        message: '"x/Dockerfile" is not there',
        hint: 'look',
        place: { file: 'plan.yaml', line: 4, column: 17 },
      },
    ];
    expect(named(checkFleet(fleet([service('a', [8091], [], { absent })])), 'a').problems).toMatchObject([
      {
        verdict: 'missing',
        message: 'has no Dockerfile: "x/Dockerfile" is not there',
        hint: 'look',
        plan: { line: 4, column: 17 },
      },
    ]);
  });

  test('no Dockerfile at all', () => {
    expect(named(checkFleet(fleet([service('a', [8091], [])])), 'a').problems[0]?.message).toBe('has no Dockerfile');
  });

  test('several ports that it could be', () => {
    const one = file('Dockerfile', 'FROM a', 'EXPOSE 8080 9090');
    const found = named(checkFleet(fleet([service('a', [8096], [one])])), 'a');
    expect(found.verdicts).toEqual(['missing']);
    expect(found.problems[0]).toMatchObject({
      message: 'is to have 8096 (plan.yaml:3:5), which is nowhere in Dockerfile beside 8080 and 9090',
      hint: 'say in the plan which port it replaces, with "from"',
    });
    expect(placesOf(found)).toEqual(['missing: Dockerfile:2 EXPOSE 8080', 'missing: Dockerfile:2 EXPOSE 9090']);
  });

  test('neither the old nor the new port', () => {
    const one = usual('Dockerfile', 7000);
    const found = named(checkFleet(fleet([service('a', [{ port: 8096, from: 8095 }], [one])])), 'a');
    expect(found.problems[0]?.message).toBe(
      'is to have 8096 (plan.yaml:3:5), instead of 8095, and neither is in Dockerfile beside 7000',
    );
  });

  test('the ports of a range are one problem', () => {
    const ports = [0, 1, 2].map((i) => ({ port: 9100 + i, from: 9000 + i }));
    expect(named(checkFleet(fleet([service('a', ports, [usual('Dockerfile', 7000)])])), 'a').problems).toHaveLength(1);
  });

  test('names say which of several ports become which', () => {
    const one = file('Dockerfile', 'FROM a', 'ENV PORT=8080 METRICS_PORT=9090', 'EXPOSE 8080 9090');
    const plan = fleet([
      service(
        'a',
        [
          { port: 8096, name: 'http' },
          { port: 8105, name: 'metrics' },
        ],
        [one],
      ),
    ]);
    expect(placesOf(named(checkFleet(plan), 'a'))).toEqual([
      'drift: Dockerfile:2 ENV 8080>8096',
      'drift: Dockerfile:3 EXPOSE 8080>8096',
      'drift: Dockerfile:2 ENV 9090>8105',
      'drift: Dockerfile:3 EXPOSE 9090>8105',
    ]);
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('one of several old ports is enough', () => {
    const one = usual('Dockerfile', 8094);
    const plan = fleet([
      service(
        'a',
        [
          { port: 8096, from: 8094 },
          { port: 8096, from: 8095 },
        ],
        [one],
      ),
    ]);
    expect(verdicts(plan)).toEqual({ a: 'drift' });
    expect(isClean(checkFleet(carriedOut(plan)))).toBe(true);
  });

  test('the port of the base image is there, another is not', () => {
    const one = file('Dockerfile', 'FROM nginx:1.27', 'COPY . /usr/share/nginx/html');
    expect(verdicts(fleet([service('a', [80], [one])]))).toEqual({ a: 'ok' });
    expect(named(checkFleet(fleet([service('a', [8080], [one])])), 'a').problems[0]?.hint).toBe(
      'its base image listens on 80 by default; state the port in the Dockerfile',
    );
  });

  test('of several Dockerfiles those without ports need not state it', () => {
    const worker = file('Dockerfile.worker', 'FROM a', 'CMD ["work"]');
    expect(verdicts(fleet([service('a', [8091], [usual('Dockerfile', 8091), worker])]))).toEqual({ a: 'ok' });
  });

  test('a port inside of a range is there, unless the program listens on another one of it', () => {
    const range = file('Dockerfile', 'FROM a', 'EXPOSE 8090-8099');
    expect(verdicts(fleet([service('a', [8096], [range])]))).toEqual({ a: 'ok' });
    const listening = file('Dockerfile', 'FROM a', 'EXPOSE 8090-8099', 'CMD gunicorn -b :8095 a:b');
    expect(verdicts(fleet([service('a', [8096], [listening])]))).toEqual({ a: 'drift' });
  });
});

describe('review', () => {
  test('what apply leaves for review is listed and does not count', () => {
    const one = file(
      'Dockerfile',
      'FROM redis:7',
      'EXPOSE 6379',
      'CMD ["redis-server", "--port", "6379"]',
      'HEALTHCHECK CMD redis-cli ping',
    );
    const result = checkFleet(carriedOut(fleet([service('cache', [{ port: 6380, from: 6379 }], [one])])));
    expect(isClean(result)).toBe(true);
    const before = checkFleet(fleet([service('cache', [6380], [one])]));
    expect(named(before, 'cache').review).toMatchObject([{ line: 4, port: 6379, code: 'implicit-port' }]);
    expect(placesOf(named(before, 'cache'))).toEqual([
      'drift: Dockerfile:2 EXPOSE 6379>6380',
      'drift: Dockerfile:3 CMD 6379>6380',
    ]);
  });

  test('an address of another service with a port that it has nowhere', () => {
    const client = file('b/Dockerfile', 'FROM a', 'ENV A_URL=http://a:8095 WEB=http://a:8091', 'EXPOSE 8092');
    const plan = fleet([
      service('a', [8091], [usual('a/Dockerfile', 8091)], { hosts: ['a'] }),
      service('b', [8092], [client]),
    ]);
    const result = checkFleet(plan);
    expect(isClean(result)).toBe(true);
    expect(named(result, 'b').review).toMatchObject([{ code: 'stale-reference', port: 8095, line: 2, column: 20 }]);
  });
});

test('a thousand services are told apart in one run', () => {
  const services = Array.from({ length: 1000 }, (_, i) =>
    service(`s${i}`, [10_000 + i], [usual(`s${i}/Dockerfile`, i % 100 === 7 ? 10_001 + i : 10_000 + i)]),
  );
  const { summary, services: checked } = checkFleet(fleet(services));
  expect(summary).toMatchObject({ services: 1000, files: 1000, drift: 10, conflict: 10, ok: 990 });
  expect(checked.filter(({ verdict }) => verdict === 'drift').map(({ name }) => name)).toContain('s107');
});
