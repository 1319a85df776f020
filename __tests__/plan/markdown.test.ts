import fc from 'fast-check';
import { readMarkdownPlan } from '../../src/plan/markdown.ts';
import { summaryOf } from './documents.ts';

const read = async (text: string, section?: string) => summaryOf(await readMarkdownPlan(text, section), text);

describe('tables', () => {
  test.each([
    [
      'as people write it',
      '| Service | Port | Status | Dockerfile |\n|---|---|---|---|\n| TRX Staking | 8096 | ✅ FIXED | Dockerfile.trx-staking |',
      ['3:3 TRX Staking: 8096@3:17 (Dockerfile.trx-staking@3:34)'],
    ],
    [
      'columns in another order',
      '| Dockerfile | Port | Name |\n|-|-|-|\n| `a/D` | **80** | *A* |',
      ['3:21 A: 80@3:13 (a/D@3:4)'],
    ],
    ['decorated headers', '| 🔌 **Port** # | 📦 Service |\n|-|-|\n| 80 | 1. ✅ A! |', ['3:8 A: 80@3:3']],
    [
      'old and new ports',
      '|Service|Current Port|Required Port|\n|-|-|-|\n|A|8095|8096|\n|B|80|80|',
      ['3:2 A: 8095>8096@3:9', '4:2 B: 80@4:7'],
    ],
    ['what is struck through', '|Service|Port|\n|-|-|\n|A|~~8095~~ 8096|', ['3:2 A: 8096@3:13']],
    [
      'several ports and Dockerfiles',
      '|Service|Ports|Dockerfile|\n|-|-|-|\n|A|80 (http), 81 (metrics)|`x/D`, `y/D`|',
      ['3:2 A: http=80@3:4 metrics=81@3:15 (x/D@3:29) (y/D@3:36)'],
    ],
    [
      'a link to the Dockerfile',
      '|Service|Port|Dockerfile|\n|-|-|-|\n|A|80|[here](x/Dockerfile.a)|',
      ['3:2 A: 80@3:4 (x/Dockerfile.a@3:7)'],
    ],
    ['an image beside the name', '|Service|Port|\n|-|-|\n|A (`r/a:1`)|80|', ['3:2 A: 80@3:14 <r/a:1>']],
    ['hosts', '|Service|Port|Host|\n|-|-|-|\n|A|80|`a`, b|', ['3:2 A: 80@3:4 [a] [b]']],
    [
      'no Dockerfile',
      '|Service|Port|Dockerfile|\n|-|-|-|\n|A|80|—|\n|B|81|n/a|',
      ['3:2 A: 80@3:4 external', '4:2 B: 81@4:4 external'],
    ],
    ['rows that are short or empty', '|Service|Port|\n|-|-|\n|A|\n||\n|B|80|x|y|', ['5:2 B: 80@5:4']],
    ['an escaped bar', '|Service|Port|\n|-|-|\n|A \\| B|80|', ['3:2 A | B: 80@3:9']],
    ['line breaks in cells', '|Service|Port|\n|-|-|\n|A|80<br>81|', ['3:2 A: 80@3:4 81@3:10']],
    ['CRLF', '|Service|Port|\r\n|-|-|\r\n|A|80|\r\n', ['3:2 A: 80@3:4']],
    ['emoji before', '|Service|Port|\n|-|-|\n|😀 A|80|', ['3:2 A: 80@3:7']],
    ['a quoted one', '> |Service|Port|\n> |-|-|\n> |A|80|', ['3:4 A: 80@3:6']],
    ['tables about something else', '|Service|Workers|\n|-|-|\n|A|80|', []],
    ['tables of ports of nobody', '|Port|Note|\n|-|-|\n|80|x|', ['3:2 unread: it names no service']],
    [
      'what is no port',
      '|Service|Port|\n|-|-|\n|A|TBD|\n|B|8090:8091|\n|C|99999|',
      ['3:2 unread: it names no port', '4:4 unread: "8090:8091" is not a port', '5:4 plan-port "99999" is not a port'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe('columns of several ports', () => {
  test.each([
    [
      'are named by what they are for',
      '|Service|Port|Metrics port|Health-check Port|\n|-|-|-|-|\n|A|80|81|—|',
      ['3:2 A: 80@3:4 metrics=81@3:7'],
    ],
    ['of the host are not read', '|Service|Port|Host port|External port|\n|-|-|-|-|\n|A|80|81|82|', ['3:2 A: 80@3:4']],
    [
      'leave the old port to the main one',
      '|Service|Old port|Port|Admin port|\n|-|-|-|-|\n|A|1|2|3|',
      ['3:2 A: 1>2@3:6 admin=3@3:8'],
    ],
    [
      'of which one cannot be read',
      '|Service|Port|Metrics port|\n|-|-|-|\n|A|80|8081:81|',
      ['3:2 A: 80@3:4', '3:7 unread: "8081:81" is not a port'],
    ],
    [
      'of which one is wrong',
      '|Service|Port|Metrics port|\n|-|-|-|\n|A|80|99999|',
      ['3:7 plan-port "99999" is not a port'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe('what is named below a service', () => {
  const DOUBT = (name: string, above: string) =>
    `unread: "${name}" may be a port of "${above}", or a service that has no Dockerfile here`;

  test.each([
    [
      'a port by what it is for',
      '1. A (`r/a:1` - Port 8096)\n   - Metrics port: 9100\n   - **Health check port:** 9101\n   - gRPC port 9102',
      ['1:4 A: 8096@1:22 <r/a:1>', '2:6 A: metrics=9100@2:20', '3:8 A: health=9101@3:29', '4:6 A: grpc=9102@4:16'],
    ],
    [
      'a port before the main one',
      '- A\n  - Admin port: 81\n  - Port: 80',
      ['1:3 A:', '2:5 A: admin=81@2:17', '3:5 A: 80@3:11'],
    ],
    ['without the word', '## Ports\n- A: 80\n  - Metrics: 8081', ['2:3 A: 80@2:6', '3:5 A: metrics=8081@3:14']],
    [
      'as a variable',
      '- A: port 80\n  - METRICS_PORT=9100\n  - `ADMIN_PORT`: 9101',
      ['1:3 A: 80@1:11', '2:5 A: metrics=9100@2:18', '3:6 A: admin=9101@3:19'],
    ],
    [
      'an item that is indented too little',
      '## Ports\n1. A: 8080\n  - Metrics: 81\n2. B\n  - Port: 82\n  - Admin port: 83\n',
      ['2:4 A: 8080@2:7', '3:5 A: metrics=81@3:14', '4:4 B:', '5:5 B: 82@5:11', '6:5 B: admin=83@6:17'],
    ],
    ['deeper', '- A: port 80\n  - Metrics\n    - Port: 81', ['1:3 A: 80@1:11', '2:5 A:', '3:7 A: metrics=81@3:13']],
    [
      'in a line or a paragraph of its own',
      '- A: port 80\n  Metrics port: 81\n\n  Admin port: 82',
      ['1:3 A: 80@1:11', '2:3 A: metrics=81@2:17', '4:3 A: admin=82@4:15'],
    ],
    [
      'below a heading',
      '### A\n- Metrics: port 81\n- Port: 80\n#### Admin port 82',
      ['2:3 A: metrics=81@2:17', '3:3 A: 80@3:9', '4:1 A: admin=82@4:17'],
    ],
    [
      'in a paragraph below a heading',
      '### A\nPort: 80\nMetrics port: 81',
      ['2:1 A: 80@2:7', '3:1 A: metrics=81@3:15'],
    ],
    ['in brackets', '- A (Port 80, Metrics port 81)', ['1:3 A: 80@1:11 metrics=81@1:28']],
    ['behind the number', '### A\n- Port: 80\n- Port 81 (metrics)', ['2:3 A: 80@2:9', '3:3 A: metrics=81@3:8']],
    ['the main port', '- A\n  - API port: 80', ['1:3 A:', '2:5 A: api=80@2:15']],
    [
      'the old port of the main one',
      '### A\n- Current port: 1\n- Required port: 2\n- Metrics port: 3',
      ['2:3 A: was 1', '3:3 A: 2@3:18', '4:3 A: metrics=3@4:17'],
    ],
    ['a port of the host', '- A: port 80\n  - External port: 8080', ['1:3 A: 80@1:11']],
    [
      'a port of another service',
      '- A: port 80\n  - Redis port: 6379\n  - B: port 81',
      ['1:3 A: 80@1:11', `2:5 ${DOUBT('Redis', 'A')}`, `3:5 ${DOUBT('B', 'A')}`],
    ],
    ['a port of nobody knows whom', '- A\n  - Gateway port: 80', ['1:3 A:', `2:5 ${DOUBT('Gateway', 'A')}`]],
    ['services', '- All\n  - A: port 80\n  - B: port 81', ['1:3 All:', '2:5 A: 80@2:13', '3:5 B: 81@3:13']],
    [
      'a service with an image',
      '- A: port 80\n  - B (`r/b:1` - Port 81)',
      ['1:3 A: 80@1:11', '2:5 B: 81@2:23 <r/b:1>'],
    ],
    [
      'services below a heading',
      '## Gateways\n- A port: 80\n- API port: 81\n- Metrics: port 82',
      ['2:3 A: 80@2:11', '3:3 API: 81@3:13', '4:3 Metrics: 82@4:17'],
    ],
    ['the service itself', '### A\n- Host: a\n- A port: 80', ['2:3 A: [a]', '3:3 A: 80@3:11']],
    ['nothing above', '- Metrics port: 81', ['1:3 unread: no service is named above it']],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test('belongs to its place', async () => {
    const { entries } = await readMarkdownPlan('- A: port 80\n  - Metrics port: 81\n- B: port 82\n');
    expect(entries.map(({ group }) => group === entries[0]?.group)).toEqual([true, true, false]);
  });
});

describe('lists', () => {
  test.each([
    [
      'as people write it',
      '1. TRON Client (`pickme/lucid-tron-client:latest-arm64` - Port 8091)',
      ['1:4 TRON Client: 8091@1:64 <pickme/lucid-tron-client:latest-arm64>'],
    ],
    ['under a heading', '## Node Management\n\n- Port: 8095', ['3:3 Node Management: 8095@3:9']],
    ['under a part of a section', '# Billing\n## Network\n- Port: 80', ['3:3 Billing: 80@3:9']],
    [
      'under a strong line',
      '**Billing**\n\n- **Port:** 80\n- **Dockerfile:** `x/D`',
      ['3:5 Billing: 80@3:13', '4:5 Billing: (x/D@4:20)'],
    ],
    [
      'under an item',
      '- Billing\n  - Port: 80\n  - Host: billing',
      ['1:3 Billing:', '2:5 Billing: 80@2:11', '3:5 Billing: [billing]'],
    ],
    ['under an item, deeper', '- Billing\n  - Details\n    - Port: 80', ['1:3 Billing:', '3:7 Billing: 80@3:13']],
    [
      'in one line',
      '- A: port 80\n- B — Port 81 — b/Dockerfile\n- C (port: 82, image: r/c:1)\n- D port 83',
      ['1:3 A: 80@1:11', '2:3 B: 81@2:12 (b/Dockerfile@2:17)', '3:3 C: 82@3:12 <r/c:1>', '4:3 D: 83@4:10'],
    ],
    ['tasks', '- [x] A: port 80\n- [ ] B: port 81', ['1:3 A: 80@1:15', '2:3 B: 81@2:15']],
    ['names in code', '- `a-b`: port 80', ['1:4 a-b: 80@1:15']],
    [
      'bare numbers where it is about ports',
      '## Ports\n- A: 8080\n- B → 81\n- C = 82',
      ['2:3 A: 8080@2:6', '3:3 B: 81@3:7', '4:3 C: 82@4:7'],
    ],
    ['bare numbers after a line about ports', 'The ports:\n\n- A: 8080', ['3:3 A: 8080@3:6']],
    ['no bare numbers elsewhere', '## Timing\n- Timeout: 8080\n- Year: 2026', []],
    ['old and new', '### A\n- Current port: 8095\n- Required port: 8096', ['2:3 A: was 8095', '3:3 A: 8096@3:18']],
    [
      'the heading itself',
      '### 3. Billing (Port 80)\n- Dockerfile: x/D',
      ['1:1 Billing: 80@1:22', '2:3 Billing: (x/D@2:15)'],
    ],
    ['service named in a field', '- Service: A\n  - Port: 80', ['1:3 A:', '2:5 A: 80@2:11']],
    ['lines of a paragraph', '### A\nPort: 80\\\nDockerfile: x/D', ['2:1 A: 80@2:7', '3:1 A: (x/D@3:13)']],
    ['a field of nobody', '- Port: 80', ['1:3 unread: no service is named above it']],
    [
      'sentences',
      '- A was using port 8095 (conflict with B)\n- Fixed: changed port 8095 to 8096',
      [
        '1:3 unread: what comes before the port is not the name of a service',
        '2:3 unread: what comes before the port is not the name of a service',
      ],
    ],
    [
      'too much beside it',
      '- A (port 8095 - see 8096)',
      ['1:3 unread: it says more than a service, its port, Dockerfile, image and host'],
    ],
    [
      'prose',
      'Nobody may be on port 8095, which the management of the nodes has had for so long that nobody knows.',
      [],
    ],
    ['prose over lines', 'The service is there and\nnobody may be on port 8095, for\nit is taken.', []],
    ['code', '```\n- A: port 80\n```', []],
    ['HTML', '<ul><li>A: port 8080</li></ul>', ['1:1 unread: HTML is not read']],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test('what belongs together has one group', async () => {
    const { entries } = await readMarkdownPlan('## A\n- Port: 80\n- Host: a\n## B\n- Port: 81\n');
    expect(entries.map(({ service, group }) => [service, group === entries[0]?.group])).toEqual([
      ['A', true],
      ['A', true],
      ['B', false],
    ]);
  });
});

describe('sections', () => {
  const text =
    '# Old ports\n- A: port 1\n## Then\n- B: port 2\n# ✅ New ports\n- A: port 3\n# Old ports\n- A: port 4\n';
  test.each([
    ['old-ports', [1, 2]],
    ['Old ports', [1, 2]],
    ['then', [2]],
    ['new-ports', [3]],
    ['old-ports-1', [4]],
  ])('%s', async (section, expected) => {
    const { entries } = await readMarkdownPlan(text, section);
    expect(entries.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual(expected);
  });

  test('that are not there', async () => {
    const { problems } = await readMarkdownPlan(text, 'new-prots');
    expect(problems).toMatchObject([{ code: 'plan-no-section', hint: 'did you mean "-new-ports"?' }]);
  });
});

describe('hostile documents', () => {
  test('huge tables take no more than their rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `| service ${i} | ${i + 1} | \`services/${i}/Dockerfile\` |`);
    const { entries } = await readMarkdownPlan(`| Service | Port | Dockerfile |\n|-|-|-|\n${rows.join('\n')}\n`);
    expect(entries).toHaveLength(5_000);
  });

  test.each([
    ['lists', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- item ${i}: port 80`).join('\n')],
    ['quotes', `${'>'.repeat(500)} - A: port 80`],
    ['emphasis', `${'*'.repeat(2000)}A: port 80${'*'.repeat(2000)}`],
    ['brackets', `- A ${'('.repeat(2000)}port 80`],
    ['a long line', `- A ${'x '.repeat(50_000)}port 8080`],
    ['lines', `### A\n${Array.from({ length: 20_000 }, (_, i) => `Metrics port: ${i + 1}`).join('\n')}`],
    ['bars', `|Service|Port|\n|-|-|\n${'|'.repeat(5_000)}`],
  ])('%s without end', async (_, text) => {
    await expect(readMarkdownPlan(text)).resolves.toBeDefined();
  });

  test('no text stops it, and every place is in it', async () => {
    const piece = fc.constantFrom(
      '|',
      '-',
      '\n',
      '\r\n',
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '`',
      '**',
      '~~',
      '(',
      ')',
      ':',
      ' ',
      '  ',
      'Service',
      'Port',
      'port 80',
      '8095',
      '→',
      'Dockerfile.a',
      'r/a:1',
      '😀',
      '<br>',
      '<p>',
      '[x](y)',
      '\\',
      '&amp;',
      '\u0000',
      '\uDC80',
      '|-|-|',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 60 }),
        fc.option(fc.constantFrom('a', 'port'), { nil: undefined }),
        async (pieces, section) => {
          const text = pieces.join('');
          const { entries, unread, problems } = await readMarkdownPlan(text, section);
          const ports = entries.flatMap((entry) => entry.ports);
          for (const { offset } of [...entries, ...unread, ...problems, ...ports]) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(offset).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
