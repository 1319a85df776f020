import fc from 'fast-check';
import { type LineFilter, parseDockerfile } from '../../src/dockerfile/parse.ts';
import { findOccurrences } from '../../src/find.ts';
import { createLineFilter, createPrefilter } from '../../src/rewrite/prefilter.ts';
import { dockerfiles } from '../support/dockerfiles.ts';

function mayHold(text: string, ports: ReadonlySet<number>): boolean {
  return createPrefilter(ports)(Buffer.from(text));
}

describe('the prefilter', () => {
  test.each([
    ['a number', 'EXPOSE 8095'],
    ['a port within a range', 'EXPOSE 8000-8100'],
    ['a port over a line end', 'EXPOSE 80\\\n95'],
    ['a port over a line end and a comment', 'EXPOSE 80\\\n# c\n95'],
    ['a port in pieces of quotes', 'EXPOSE 80"95"'],
    ['a composed port', 'ENV BASE=80\nEXPOSE ${BASE}95'],
    ['a port of two variables', 'ENV A=80\nENV B=95\nEXPOSE ${A}${B}'],
    ['a port of two variables without braces', 'ENV A=80 B=95\nEXPOSE $A$B'],
    ['a port that starts with a default', 'EXPOSE ${BASE:-80}95'],
    ['a port of two defaults', 'EXPOSE ${A:-80}"${B:-95}"'],
    ['an escaped digit', 'CMD ["serve", "-p", "809\\u0035"]'],
    ['a port behind a variable in quotes', 'ENV BASE=80\nEXPOSE "$BASE"95'],
    ['a port before a variable', 'ENV REST=95\nEXPOSE 80$REST'],
    ['a port over several empty lines', 'EXPOSE 80\\\r\n\r\n  95'],
    ['a port made from a group that sed has found', "RUN sed -i 's/\\(Listen 80\\)/\\195/' httpd.conf"],
    ['a port made from what sed has found', "RUN sed -i 's/Listen 80/&95/' httpd.conf"],
    ['a port that ends with what sed has found', "RUN sed -i 's/95/80&/' httpd.conf"],
    ['a range over a line end', 'EXPOSE 8000-\\\n8100'],
    ['a range over a line end and a comment', 'EXPOSE 8000-\\ \n# c\n8100'],
    ['a range with blanks', 'EXPOSE 8000 - 8100'],
  ])('lets %s pass', (_, line) => {
    expect(mayHold(`FROM a\n${line}\n`, new Set([8095]))).toBe(true);
  });

  test.each([
    ['other numbers', 'EXPOSE 8096'],
    ['a longer number', 'ENV ID=180950'],
    ['no number', 'RUN make'],
    ['output that is sent elsewhere', 'RUN make >log 2>&1 && make install'],
    ['a range elsewhere', 'EXPOSE 9000-9100'],
    ['a host without a port', 'HEALTHCHECK CMD curl http://localhost/'],
  ])('stops a file with %s', (_, line) => {
    expect(mayHold(`FROM a\n${line}\n`, new Set([8095]))).toBe(false);
  });

  test.each([
    ['in UTF-16 without a byte order mark', Buffer.from('FROM a\nEXPOSE 80\n', 'utf16le')],
    ['in UTF-16 with one', Buffer.from('\uFEFF\u4E00', 'utf16le')],
    ['with a NUL in it', Buffer.from('FROM a\0\n')],
  ])('lets a file %s pass, as it cannot be read', (_, bytes) => {
    expect(createPrefilter(new Set([8095]))(bytes)).toBe(true);
    expect(createPrefilter(new Set())(bytes)).toBe(true);
  });

  test('lets a default port pass where none is written', () => {
    expect(mayHold('FROM a\nHEALTHCHECK CMD curl localhost\n', new Set([80]))).toBe(true);
    expect(mayHold('FROM a\nHEALTHCHECK CMD redis-cli ping\n', new Set([6379]))).toBe(true);
  });

  test('never stops a file that has an occurrence', () => {
    fc.assert(
      fc.property(dockerfiles, (generated) => {
        const text = generated.with(generated.ports);
        for (const { finding } of findOccurrences(parseDockerfile(text)).occurrences) {
          expect(mayHold(text, new Set([finding.port]))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of lines leaves every occurrence of the port, as it is', () => {
    fc.assert(
      fc.property(dockerfiles, (generated) => {
        const text = generated.with(generated.ports);
        const all = occurrencesOf(text);
        for (const port of new Set(all.map((occurrence) => occurrence.port))) {
          const ofPort = (occurrence: { port: number }): boolean => occurrence.port === port;
          const read = occurrencesOf(text, createLineFilter(new Set([port])));
          expect(read.filter(ofPort)).toEqual(all.filter(ofPort));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of lines lets a line pass that is too long to be looked at', () => {
    expect(createLineFilter(new Set([8095]))(`RUN ${'x'.repeat(10_000)}`)).toBe(true);
  });
});

function occurrencesOf(text: string, isOfInterest?: LineFilter) {
  const { occurrences } = findOccurrences(parseDockerfile(text, isOfInterest));
  return occurrences.map(({ span, role, finding }) => ({ span, role, port: finding.port, reason: finding.reason }));
}
