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
    ['a range in quotes', 'ENV PORT_RANGE="8000"-"8100"'],
    ['a range with an escape', 'CMD serve --ports 8000\\-8100'],
    ['a range with empty quotes', "RUN serve --ports 8090-''8099"],
    ['a port behind a blank by its number', "RUN sed -i 's/Listen 80/Listen\\x208095/' ports.conf"],
    ['a digit by its short number', "RUN echo $'809\\u35' > port"],
    ['a digit by its number in braces', 'CMD node -e \'connect("809\\u{35}")\''],
    ['a port in which the case changes', "RUN sed -i 's/^Listen .*/Listen 80\\E95/' ports.conf"],
    ['a port made from a group, behind a quote', "RUN sed -i 's/\\(Listen \\)80/\\''18095/' httpd.conf"],
    ['a port in which the case changes, behind quotes', "RUN sed -i 's/^port .*/port 80\\E''95/' redis.conf"],
    ['a port of two strings', `HEALTHCHECK CMD node -e "get('http://localhost:80' + '95')"`],
    ['a port of two strings side by side', `HEALTHCHECK CMD python -c "get('http://localhost:80' '95')"`],
    ['a port of strings in brackets', `HEALTHCHECK CMD python -c "get(('http://localhost:80') + ('95'))"`],
    ['a port that ends with a value in braces', `HEALTHCHECK CMD python -c "get(f'http://localhost:80{b}')"`],
    ['a port of two values in braces', `HEALTHCHECK CMD python -c "get(f'http://localhost:{a}{b}')"`],
    ['a port that ends with a value of Ruby', `HEALTHCHECK CMD ruby -e 'get("http://localhost:80#{b}")'`],
    ['a port that printf ends', "RUN printf 'Listen 80%s\\n' 95 > ports.conf"],
    ['a port that printf starts', "RUN printf 'Listen %s95\\n' 80 > ports.conf"],
    ['a port that printf puts together', "RUN printf '%s%-2s' 80 95 > port"],
    ['a port made from what sed has found, in quotes', "RUN sed -i 's/Listen 80/&'95'/' httpd.conf"],
    ['a port made from what sed has found, behind an arrow', "RUN sed -i 's/80/port=>&95/' app.rb"],
    ['a port of two variables over a line end', 'ENV A=80 B=95\nEXPOSE ${A}\\\n${B}'],
    ['a port of a variable and a line end', 'ENV BASE=80\nEXPOSE ${BASE}\\\n95'],
    ['a port behind a variable and an escaped quote', 'CMD ["sh", "-c", "serve \\"${BASE:-80}\\"95"]'],
  ])('lets %s pass', (_, line) => {
    expect(mayHold(`FROM a\n${line}\n`, new Set([8095]))).toBe(true);
  });

  test.each([
    ['other numbers', 'EXPOSE 8096'],
    ['a longer number', 'ENV ID=180950'],
    ['no number', 'RUN make'],
    ['output that is sent elsewhere', 'RUN make >log 2>&1 && make install >&2'],
    ['numbers in a list', 'CMD ["serve", "-w", "4", "-t", "30"]'],
    ['a number in a name', 'RUN apt-get install -y python3 libssl1.1 && pip install "x==1.0" y'],
    ['a share', 'RUN echo 50% done'],
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
    expect(mayHold(`FROM a\nHEALTHCHECK CMD python -c "telnetlib.Telnet('localhost')"\n`, new Set([23]))).toBe(true);
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
          const read = occurrencesOf(text, createLineFilter(createPrefilter(new Set([port]))));
          expect(read.filter(ofPort)).toEqual(all.filter(ofPort));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never stops a file whose numbers are cut to pieces', () => {
    const pieces = [
      '"',
      "'",
      '\\',
      '`',
      '$A',
      '${A}',
      '${A:-80}',
      '\\\n',
      '\\ \n# c 80\n',
      '-',
      ':',
      '{',
      '}',
      '&',
      '%s',
      '+',
    ];
    const more = ['\\1', '\\x20', '\\x38', '\\u0038', '\\E', '""', "''", "' '", "\\'", '8', '80'];
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom(...pieces, ...more)), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(dockerfiles, cuts, (generated, all) => {
        const text = all.reduce(cutNumber, generated.with(generated.ports));
        for (const { finding } of findOccurrences(parseDockerfile(text)).occurrences) {
          const ports = new Set([finding.port]);
          expect(mayHold(text, ports)).toBe(true);
          const ofPort = ({ port }: { port: number }): boolean => port === finding.port;
          const read = occurrencesOf(text, createLineFilter(createPrefilter(ports)));
          expect(read.filter(ofPort)).toEqual(occurrencesOf(text).filter(ofPort));
        }
      }),
      // Numbers that code puts together from far pieces are left out, so the cases must stay the same.
      { numRuns: 1000, seed: 8095 },
    );
  });

  test('of lines lets a line pass that is too long to be looked at', () => {
    expect(createLineFilter(createPrefilter(new Set([8095])))(`RUN ${'x'.repeat(10_000)}`)).toBe(true);
  });
});

function occurrencesOf(text: string, isOfInterest?: LineFilter) {
  const { occurrences } = findOccurrences(parseDockerfile(text, isOfInterest));
  return occurrences.map(({ span, role, finding }) => ({ span, role, port: finding.port, reason: finding.reason }));
}

/** Puts a piece into one of the numbers of a text, or at one of its ends. */
function cutNumber(text: string, [number, offset, piece]: [number, number, string]): string {
  const numbers = [...text.matchAll(/\d{2,5}/g)];
  const chosen = numbers[number % numbers.length];
  if (chosen === undefined) return text;
  const at = chosen.index + Math.min(offset, chosen[0].length);
  return text.slice(0, at) + piece + text.slice(at);
}
