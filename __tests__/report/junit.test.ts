import { checkFleet } from '../../src/check/verdict.ts';
import { junitText } from '../../src/report/junit.ts';
import { file, fleet, service, usual } from '../check/fleet.ts';

test('one test case for each service; those that are not ok fail with every place', () => {
  const plan = fleet([
    service('a', [8096], [file('a/Dockerfile', 'FROM a', 'EXPOSE 8095')]),
    service('b', [8091], [usual('b/Dockerfile', 8091)]),
  ]);
  expect(junitText(checkFleet(plan))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="reberth check" tests="2" failures="1" errors="0">
  <testsuite name="reberth check" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="reberth.check" name="a" file="a/Dockerfile">
      <failure message="a is on 8095, and is to be on 8096 (plan.yaml:3:5)" type="drift">drift: a is on 8095, and is to be on 8096 (plan.yaml:3:5)
  a/Dockerfile:2:8: EXPOSE says 8095, and is to say 8096</failure>
    </testcase>
    <testcase classname="reberth.check" name="b" file="b/Dockerfile"/>
  </testsuite>
</testsuites>
`);
});

test('names cannot break out of the XML, and no control character is in it', () => {
  const name = `"><x a='&' \x00\x1b\uffff]]>`;
  const text = junitText(checkFleet(fleet([service(name, [1], [])])));
  expect(text).toContain(`name="&quot;&gt;&lt;x a='&amp;' \\x00\\x1b\ufffd]]&gt;"`);
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
});

test('errors of the run are a test case of their own', () => {
  const diagnostic = {
    code: 'x',
    severity: 'error',
    message: 'cannot <read>',
    file: 'f',
    line: 1,
    column: 2,
    hint: null,
  } as const;
  const text = junitText(checkFleet(fleet([]), [diagnostic, { ...diagnostic, severity: 'warning' }]));
  expect(text).toContain('<testsuite name="reberth check" tests="1" failures="0" errors="1" skipped="0">');
  expect(text).toContain(
    '<error message="cannot &lt;read&gt;" type="error">f:1:2: error[x]: cannot &lt;read&gt;</error>',
  );
});
