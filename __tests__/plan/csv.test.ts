import fc from 'fast-check';
import { readCsvPlan } from '../../src/plan/csv.ts';
import { summaryOf } from './documents.ts';

const read = async (text: string) => summaryOf(await readCsvPlan(text), text);

describe('columns', () => {
  test.each([
    ['service,port,dockerfile\na,80,D\n', ['2:1 a: 80@2:3 (D@2:6)']],
    ['port,dockerfile,service\n80,D,a', ['2:6 a: 80@2:1 (D@2:4)']],
    ['Service Name;Assigned Port;Docker File;Hostname\na;80;x/Dockerfile;h', ['2:1 a: 80@2:3 (x/Dockerfile@2:6) [h]']],
    ['name\tport\na\t80', ['2:1 a: 80@2:3']],
    ['component|ports\na|80, 81', ['2:1 a: 80@2:3 81@2:7']],
    ['SERVICE,PORT\na,80', ['2:1 a: 80@2:3']],
    ['service,old port,new port\na,80,81', ['2:1 a: 80>81@2:6']],
    ['service,port,required port\na,80,81', ['2:1 a: 81@2:6']],
    ['service,port,protocol\na,53,UDP', ['2:1 a: 53/udp@2:3']],
    ['service,port,note\na,80,"since 2019, see 8080"', ['2:1 a: 80@2:3']],
    [
      'dockerfile,port\nservices/api/Dockerfile,80\nDockerfile.web,81',
      ['2:1 api: 80@2:25 (services/api/Dockerfile@2:1)', '3:1 web: 81@3:16 (Dockerfile.web@3:1)'],
    ],
    ['service,port,image\na,80,r.example:5000/x/a:1', ['2:1 a: 80@2:3 <r.example:5000/x/a:1>']],
    ['service,port,dockerfile\na,80,-\nb,81,none', ['2:1 a: 80@2:3 external', '3:1 b: 81@3:3 external']],
  ])('%j', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe('fields', () => {
  test('in quotes, with blanks, over lines, behind a byte order mark and with CRLF', async () => {
    const text = '\uFEFFservice , port,dockerfile\r\n"a ""x"" b", "80" ,"D\n1"\r\n\r\n ü , 81,D2\r\n';
    expect(await read(text)).toEqual(['2:2 a "x" b: 80@2:15 (D@2:21) (1@3:1)', '5:2 ü: 81@5:6 (D2@5:9)']);
  });

  test('too few and too many', async () => {
    expect(await read('service,port,dockerfile\na,80\nb\nc,81,D,more\n')).toEqual([
      '2:1 a: 80@2:3',
      '4:1 c: 81@4:3 (D@4:6)',
    ]);
  });

  test('without a port are not read', async () => {
    expect(await read('service,port\na,\nb,TBD\n')).toEqual(['3:1 unread: it names no port']);
  });
});

describe('errors', () => {
  test.each([
    ['', ['1:1 plan-csv no column is called "service" or "port"']],
    ['a,80\nb,81\n', ['1:1 plan-csv no column is called "service" or "port"']],
    ['service,prot\na,80\n', ['1:1 plan-csv no column is called "port"']],
    ['service,port\na,99999\nb,x1\n', ['2:3 plan-port "99999" is not a port', '3:3 plan-csv "x1" is not a port']],
    [
      'service,port\na,"80\n',
      ['2:1 plan-csv this is not CSV: quote Not Closed: the parsing is finished with an opening quote at line 2'],
    ],
  ])('%j', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

test('thousands of rows take no more than their number', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `service ${i},${i + 1},services/${i}/Dockerfile`);
  const { entries } = await readCsvPlan(`service,port,dockerfile\n${rows.join('\n')}`);
  expect(entries).toHaveLength(20_000);
  expect(entries.at(-1)).toMatchObject({ service: 'service 19999', ports: [{ port: 20_000 }] });
});

test('no text stops it', async () => {
  const piece = fc.constantFrom(
    'service',
    'port',
    'dockerfile',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    '80',
    'ü',
    '😀',
    '\uDC80',
    ' ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = pieces.join('');
      const { entries, unread, problems } = await readCsvPlan(text);
      for (const { offset } of [...entries, ...unread, ...problems]) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 500 },
  );
});
