import { findInProse } from '../../src/languages/prose.ts';
import { othersIn, portsIn, unmark } from './marked-ports.ts';

/** Text for people, the ports it plainly names in marks. */
const CASES: readonly string[] = [
  'The API listens on port «8095»',
  'listens on «8095»',
  'Listening at «8095».',
  'exposes «8095» for the gateway',
  'EXPOSE «8095» «8096»',
  'Ports: «8095», «8096» and «8097»',
  'ports «8095»/«8096»',
  'port=«8095»',
  'PORT «8095»',
  'serves HTTP on «8095»',
  'runs on «8095»',
  'bind to «8095»',
  '«8095»/tcp is the API, «53»/udp is DNS',
  'see http://localhost:«8095»/docs/8096',
  'goes to http://other:‹8095›/',
  'open localhost:«8095» in a browser',
  'start it with --port «8095», or --bind=«8096»',
  'docker run -p 80:«8095» app',
  'docker run -p 127.0.0.1:80:«8095»/tcp app',
  'docker run --publish=8095:«8096» app',
  'docker run -p «8095» app',
  'docker run -itp 80:«8095» app',
  // What is no port, or not plainly
  'ticket 8095',
  'in 8095 ms',
  'version 8095',
  'at most 8095 connections',
  'see #8095',
  'port 80.95',
  'mkdir -p 8095',
  'copyright 2024',
  'the port is set elsewhere. 8095 is a number',
  'support 8095',
  'port 99999',
  '',
  'no digits at all',
];

describe('prose', () => {
  test.each(CASES)('%s', (marked) => {
    const { text, ports } = unmark(marked);
    expect(portsIn(findInProse(text, new Set()))).toEqual(ports);
  });

  test("the host's side of -p is known to be no port of the container", () => {
    const { text } = unmark('docker run -p 8095:8096 -p 127.0.0.1:9000:9001 app');
    expect(othersIn(findInProse(text, new Set()))).toEqual(['8095', '9000']);
  });

  test('a number beside the word port is a port where EXPOSE has it', () => {
    const { text, ports } = unmark('«8095» is the port of the API, nothing else');
    expect(portsIn(findInProse(text, new Set([8095])))).toEqual(ports);
    expect(portsIn(findInProse(text, new Set()))).toEqual([]);
    expect(portsIn(findInProse(unmark('8095 items').text, new Set([8095])))).toEqual([]);
  });
});
