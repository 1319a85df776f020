import fc from 'fast-check';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { findOccurrences } from '../../src/find.ts';
import { dockerfiles } from '../support/dockerfiles.ts';

function portsOf(text: string, by = 0): string[] {
  return findOccurrences(parseDockerfile(text)).occurrences.map(
    ({ span, role, finding: { port, reason, host, at } }) =>
      `${role} ${port} ${host} at ${span.start - by}-${span.end - by} (${at.sourceOffset(0) - by}): ${reason}`,
  );
}

describe('an instruction that stands somewhere else, too', () => {
  const HEALTH = 'HEALTHCHECK CMD ["curl", "http:\\/\\/localhost:8095/"]\n';
  const RUN = 'RUN echo "listen 8095" \\\n  # 8095\n  > /etc/nginx/conf.d/default.conf\n';
  const HEREDOC = 'COPY <<EOF /etc/nginx/nginx.conf\nlisten 8095;\nEOF\n';

  test.each([
    ['an exec form', HEALTH],
    ['continued lines', RUN],
    ['a heredoc', HEREDOC],
    ['pairs', 'ENV PORT=8095 "METRICS_PORT=9100"\n'],
    ['a range', 'EXPOSE 8095-8097 9000\n'],
    ['a comment', '# listens on port 8095\nEXPOSE 8095\n'],
    ['a trigger', 'ONBUILD EXPOSE 8095\n'],
  ])('is found where it stands: %s', (_, text) => {
    const alone = `FROM a\n${text}`;
    const before = 'LABEL a="b"\n\n';
    const expected = portsOf(alone);
    expect(expected.length).toBeGreaterThan(0);
    expect(portsOf(`FROM a\n${before}${text}`, before.length)).toEqual(expected);
    expect(portsOf(alone)).toEqual(expected);
  });

  test('has the texts of its place', () => {
    const text = `FROM a\nUSER b\n${HEALTH}`;
    parseDockerfile(`FROM a\n${HEALTH}`);
    const health = parseDockerfile(text).instructions.at(-1);
    const url = health?.inner?.exec?.[1];
    expect(url?.text).toBe('http://localhost:8095/');
    expect(text.slice(url?.sourceOffset(17), url?.sourceOffset(21))).toBe('8095');
    expect(text.slice(health?.span.start, health?.span.end)).toBe(HEALTH.trimEnd());
  });

  test('is in its own stage, and read by the shell of that stage', () => {
    const file = (shell: string) => `FROM a AS one\n${shell}FROM b AS two\nRUN echo 8095\n`;
    parseDockerfile(file(''));
    const run = parseDockerfile(`FROM a AS one\nSHELL ["pwsh"]\nRUN echo 8095\n`).instructions.at(-1);
    expect([run?.stage?.name, run?.shell]).toEqual(['one', 'powershell']);
    expect(parseDockerfile(file('USER x\n')).instructions.at(-1)?.stage?.name).toBe('two');
  });

  test('is read by the escape character of its file', () => {
    const args = (text: string) => parseDockerfile(text).instructions.at(-1)?.args.text;
    expect(args('FROM a\nRUN echo `\nEXPOSE 80\n')).toBe('80');
    expect(args('# escape=`\nFROM a\nRUN echo `\nEXPOSE 80\n')).toBe('echo EXPOSE 80');
  });

  test('is found the same wherever it stands', () => {
    fc.assert(
      fc.property(dockerfiles, fc.stringMatching(/^(?:\n| ){0,40}\n$/), (generated, blanks) => {
        const text = generated.with(generated.ports);
        fc.pre(!/^\s*#/.test(text));
        const expected = portsOf(text);
        expect(portsOf(blanks + text, blanks.length)).toEqual(expected);
        expect(portsOf(text)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
