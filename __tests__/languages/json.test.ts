// biome-ignore-all lint/suspicious/noTemplateCurlyInString: JSON is written with such placeholders
import fc from 'fast-check';
import { findInJson } from '../../src/languages/json.ts';
import { MappedText } from '../../src/text/mapped-text.ts';
import { othersIn, portsIn, unmark, variablesIn } from './marked-ports.ts';

const CASES: readonly string[] = [
  '{"port":«8095»,"timeout":8095}',
  '{"port":"«8095»"}',
  '{"listen":":«8080»","workers":8080}',
  '{"server":{"httpPort":«8080»},"cache":{"size":8080}}',
  '{"database":{"port":‹5432›}}',
  '{"db":{"host":"localhost","port":«5432»}}',
  '{"db":{"servername":"main","port":‹27017›}}',
  '{"redisHost":"cache","redisPort":‹6379›,"port":«80»}',
  '{"ports":{"http":«8500»,"dns":«8600»},"limits":{"http":8500}}',
  '{"ports":[«80»,«443»],"sizes":[80,443]}',
  '{"ExposedPorts":{"«8095»/tcp":{}}}',
  '{"listeners":{"*:«8300»":{"pass":"routes"}}}',
  '{"env":[{"name":"PORT","value":"«8095»"},{"name":"YEAR","value":"2024"}]}',
  '{"url":"http://other:‹8080›/v1","own":"http://127.0.0.1:«8081»/"}',
  '[{"port":«1»},{"port":«2»}]',
  '[{"host":"0.0.0.0","port":«8080»},{"host":"orders","port":‹8080›},{"port":«8080»}]',
  '{"peers":[{"host":"orders","port":‹8080›},{"host":"0.0.0.0","port":«8080»}],"upstream":[{"port":‹8080›}]}',
  '{"env":[{"name":"CACHE_HOST","value":"cache"},{"name":"CACHE_PORT","value":"‹8080›"}]}',
  '{"pods":[{"env":[{"name":"A_PORT","value":"«80»"}]},{"env":[{"name":"A_HOST","value":"a"}]}]}',
  '{"scripts":{"start":"serve"},"version":"8095"}',
  ' {\n  "a" : { "port" : «65535» }\n } ',
  '{"a\\"b":⟨8095⟩,"\\u0070ort":«8095»,"x":"\\\\","port":"«80»"}',
];

/** Texts that are no JSON object or array. */
const OTHERS: readonly string[] = [
  '',
  '8095',
  '"a"',
  '{port: 8095}',
  '{"port":8095',
  '{"port":8095}}',
  '[::]:8095',
  '{ echo 1; }',
  '{"a":08}',
];

describe('findInJson', () => {
  test.each(CASES)('%s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInJson(text) ?? [])).toEqual(ports);
  });

  test.each(OTHERS)('leaves %s to others', (text) => {
    expect(findInJson(MappedText.of(text))).toBeUndefined();
  });

  test('says that a number under another name is no port', () => {
    expect(othersIn(findInJson(MappedText.of('{"port":8095,"timeout":8096,"answer":42}')) ?? [])).toEqual([
      '8096',
      '42',
    ]);
  });

  test('reads expansions that stand for a value', () => {
    const { text, ports } = unmark('{"port":$PORT,"b":{"port":${OTHER:-«8095»}}}');
    const found = findInJson(text) ?? [];
    expect(variablesIn(found)).toEqual(['PORT', 'OTHER']);
    expect(portsIn(found)).toEqual(ports);
  });

  test('reads commands with the reader for them', () => {
    const commands: string[] = [];
    findInJson(MappedText.of('{"scripts":{"start":"next -p 3000"}}'), {
      commands: (command) => {
        commands.push(command.text);
        return [];
      },
    });
    expect(commands).toEqual(['next -p 3000']);
  });

  test('a port that is written with an escape has no place in the file that could be edited', () => {
    const [found] = findInJson(MappedText.of('{"port":"\\u0038095"}')) ?? [];
    expect(found).toMatchObject({ kind: 'port', port: 8095 });
    expect(found?.at.toSource()).toBeUndefined();
  });

  test('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(65534), (json, nat) => {
        const port = nat + 1;
        const text = `{"rest":${json},"port":${port}}`;
        const own = (findInJson(MappedText.of(text)) ?? []).filter(
          (finding) => finding.kind === 'port' && finding.at.toSource()?.end === text.length - 1,
        );
        expect(own).toMatchObject([{ port }]);
      }),
    );
  });

  test('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '"port":', '80', '$A', '${'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        findInJson(MappedText.of(pieces.join('')));
        findInJson(MappedText.of('['.repeat(5000)));
      }),
    );
  });
});
