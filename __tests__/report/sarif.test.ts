import { checkFleet } from '../../src/check/verdict.ts';
import { sarifText } from '../../src/report/sarif.ts';
import { file, fleet, reserve, service, usual } from '../check/fleet.ts';

const diagnostic = {
  code: 'no-such-file',
  severity: 'error',
  message: 'there is no such file',
  file: 'x y/Dockerfile',
  line: null,
  column: null,
  hint: null,
} as const;
const url = file('we%ird é/Dockerfile [1]', 'FROM nginx', 'EXPOSE 80', 'HEALTHCHECK CMD curl http://localhost/');
const plan = fleet(
  [
    service('a', [8096], [usual('/abs/Dockerfile', 8095)]),
    service('b', [8095], [usual('b/Dockerfile', 8095)]),
    service('gone', [1], []),
    service('web', [{ port: 8080, from: 80 }], [url]),
  ],
  { reserved: [reserve(8095, 'b')] },
);
const log = JSON.parse(sarifText(checkFleet(plan, [diagnostic]), '1.2.3'));
const [run] = log.runs;

test('the log has what SARIF 2.1.0 requires', () => {
  expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
  expect(log.version).toBe('2.1.0');
  expect(run.tool.driver).toMatchObject({ name: 'reberth', version: '1.2.3' });
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const result of run.results) {
    expect(ids[result.ruleIndex]).toBe(result.ruleId);
    expect(['none', 'note', 'warning', 'error']).toContain(result.level);
    expect(result.message.text).not.toBe('');
    for (const { physicalLocation } of result.locations) {
      const { artifactLocation, region } = physicalLocation;
      expect(artifactLocation.uri).toMatch(/^(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/);
      for (const number of Object.values(region)) expect(number).toBeGreaterThanOrEqual(1);
      if (region.endColumn !== undefined) expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
    }
  }
});

test('a place that disagrees has its region, the place in the plan, and the fix', () => {
  expect(run.columnKind).toBe('utf16CodeUnits');
  const expose = run.results.find(({ message }: { message: { text: string } }) =>
    message.text.includes('EXPOSE says 8095'),
  );
  expect(expose).toEqual({
    ruleId: 'drift',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'a is on 8095, and is to be on 8096 (plan.yaml:3:5): EXPOSE says 8095, and is to say 8096' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: '/abs/Dockerfile' },
          region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 12 },
        },
      },
    ],
    relatedLocations: [
      { id: 0, physicalLocation: { artifactLocation: { uri: 'plan.yaml' }, region: { startLine: 3, startColumn: 5 } } },
    ],
    fixes: [
      {
        description: { text: 'Write 8096' },
        artifactChanges: [
          {
            artifactLocation: { uri: '/abs/Dockerfile' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 12 },
                insertedContent: { text: '8096' },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a port that is not written has an empty region, where the fix inserts it', () => {
  const implied = run.results.find(({ message }: { message: { text: string } }) =>
    message.text.includes('HEALTHCHECK says 80,'),
  );
  expect(implied.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'we%25ird%20%C3%A9/Dockerfile%20%5B1%5D' },
    region: { startLine: 3, startColumn: 38, endLine: 3, endColumn: 38 },
  });
  expect(implied.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(':8080');
});

test('errors of the run are notifications, and the run did not succeed', () => {
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          descriptor: { id: 'no-such-file' },
          level: 'error',
          message: { text: 'there is no such file' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'x%20y/Dockerfile' } } }],
        },
      ],
    },
  ]);
});

test('each verdict has its results', () => {
  const rules = run.results.map(({ ruleId }: { ruleId: string }) => ruleId);
  expect(new Set(rules)).toEqual(new Set(['drift', 'conflict', 'missing']));
});
