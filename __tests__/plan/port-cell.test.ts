import { readPortCell } from '../../src/plan/port-cell.ts';

/** `NAME:FROM>PORT/PROTOCOL@OFFSET` of each port, or the kind of what is not ports. */
function read(text: string): string {
  const cell = readPortCell(text, (index) => index);
  if (cell.kind !== 'ports') return cell.kind === 'wrong' ? `wrong: ${cell.message} @${cell.offset}` : cell.kind;
  return cell.ports
    .map(
      ({ port, from, name, protocol, offset }) =>
        `${name === undefined ? '' : `${name}:`}${from === undefined ? '' : `${from}>`}${port}${protocol === undefined ? '' : `/${protocol}`}@${offset}`,
    )
    .join(' ');
}

test.each([
  ['8096', '8096@0'],
  [' 8096 ✅', '8096@1'],
  ['✅ 8096', '8096@2'],
  [':8096', '8096@1'],
  ['Port 8096', '8096@5'],
  ['port: 8096 (fixed)', '8096@6'],
  ['8096/udp', '8096/udp@0'],
  ['8096 (UDP)', '8096/udp@0'],
  ['8096 / tcp', '8096/tcp@0'],
  ['8096, 8105', '8096@0 8105@6'],
  ['8096 and 8105', '8096@0 8105@9'],
  ['8096\n8105', '8096@0 8105@5'],
  ['8096 / 8105', '8096@0 8105@7'],
  ['http: 8096, metrics: 8105', 'http:8096@6 metrics:8105@21'],
  ['8096 (http), 8105 (metrics)', 'http:8096@0 metrics:8105@13'],
  ['8095 → 8096', '8095>8096@0'],
  ['8095 -> 8096', '8095>8096@0'],
  ['8095 to 8096', '8095>8096@0'],
  ['8096 → 8096', '8096@0'],
  ['9000-9001', '9000@0 9001@0'],
  ['9000 – 9001', '9000@0 9001@0'],
  ['~~8095~~ 8096', '8096@9'],
  ['', 'none'],
  ['—', 'none'],
  ['TBD', 'none'],
  ['8090:8096', 'unclear'],
  ['8096 since 2024', 'unclear'],
  ['1.2.3', 'unclear'],
  ['8096?8097', 'unclear'],
  ['99999', 'wrong: "99999" is not a port @0'],
  ['x: 0', 'wrong: "0" is not a port @3'],
  ['080', 'wrong: "080" is not a port @0'],
  ['9000-9002 → 9100-9101', 'wrong: 9000-9002 is 3 ports, but 9100-9101 is 2 ports @0'],
  ['8096/tls', 'wrong: "tls" is not a protocol @0'],
])('%j', (text, expected) => {
  expect(read(text)).toBe(expected);
});
