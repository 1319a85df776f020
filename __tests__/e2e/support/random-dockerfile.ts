import fc from 'fast-check';

/** A port of the container; the number occurs as nothing else. */
export const PORT = 48095;

/** Instructions in which `·` is a blank that may become several, or the end of a continued line. */
const INSTRUCTIONS: readonly string[] = [
  `EXPOSE·${PORT}`,
  `EXPOSE·7000·${PORT}/tcp·"7001"`,
  `ENV·SERVICE_PORT=${PORT}·NAME=a`,
  `ENV HTTP_PORT·${PORT}`,
  `ENV·URL="http://localhost:${PORT}/a b"·SIZE=12·ROOT='C:/x'`,
  `ARG·API_PORT=${PORT}`,
  `LABEL·traefik.http.services.app.loadbalancer.server.port=${PORT}·version="1.2.3"`,
  `HEALTHCHECK·--interval=5s·CMD·wget·-q·-O-·http://localhost:${PORT}/x·||·exit 1`,
  `HEALTHCHECK CMD·["nc",·"-z",·"localhost",·"${PORT}"]`,
  `CMD·["server",·"--port",·"${PORT}",·"--workers",·"2"]`,
  `CMD exec·server·--port·${PORT}·&&·true # 2`,
  `ENTRYPOINT·["server",·"--listen=0.0.0.0:${PORT}"]`,
  `ONBUILD·EXPOSE·${PORT}`,
  `ONBUILD·CMD·["server",·"--port=${PORT}"]`,
  'WORKDIR·/app',
  'LABEL·a="# b"·c=d',
];

const INTERLUDES: readonly string[] = ['# a comment', '  # EXPOSE 1 ', '', ' \t', '#'];

/** One instruction, written in one of its many ways: where it goes on in the next line, and what stands between. */
function written(escape: string): fc.Arbitrary<string> {
  const blank = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '\t') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', ' ', ' \t'),
          fc.array(fc.constantFrom(...INTERLUDES), { maxLength: 2 }),
          fc.constantFrom('', '  ', '\t'),
        )
        .map(([trail, between, indent]) => [` ${escape}${trail}`, ...between, `${indent} `].join('\n')),
    },
  );
  return fc
    .tuple(
      fc.constantFrom('', '', '  ', '\t'),
      fc.constantFrom(...INSTRUCTIONS),
      fc.array(blank, { minLength: 12, maxLength: 12 }),
    )
    .map(([indent, instruction, blanks]) => {
      const parts = instruction.split('·');
      return indent + parts.map((part, i) => part + (i < parts.length - 1 ? (blanks[i] ?? ' ') : '')).join('');
    });
}

/** Dockerfiles that the builder takes, with both escape characters and both line ends. */
export function dockerfiles(from: string): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom('\\', '`'), fc.constantFrom('', '\uFEFF')).chain(([escape, mark]) => {
    const directive =
      escape === '`' ? fc.constantFrom('# escape=`\n', '#Escape = ` \n') : fc.constantFrom('', '# escape=\\\n');
    const other = fc.constantFrom(...INTERLUDES);
    return fc
      .tuple(
        directive,
        fc.array(fc.oneof({ weight: 4, arbitrary: written(escape) }, { weight: 1, arbitrary: other }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\n'),
      )
      .map(([head, lines, end, last]) => (mark + head + from + lines.join('\n') + last).replaceAll('\n', end));
  });
}
