import type { Finding, PortFinding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { findAddresses } from './address.ts';

/** `-p HOST:CONTAINER`, `--publish=127.0.0.1:80:8080/tcp`. */
const PUBLISH =
  /(?<![\w-])(?:-[a-zA-Z]*p|--publish)[ =]?["']?(?:(?<host>\d+(?:\.\d+){3}|\[[^\]]*\]):)?(?:(?<outer>[^\s:"']*|\[[^\]]*\]):)?(?<inner>\d{1,5})(?:-\d{1,5})?(?:\/(?:tcp|udp))?(?![\w:.])/dg;
const DOCKER_RUN = /\bdocker\b.*\b(?:run|create)\b|\bpodman\b|\bdocker -d\b/;

/** `port 8095`, `ports 80, 443 and 8080`, `8095/tcp`, `EXPOSE 80 443`, `listens on 8095`, `8095 (http)`. */
const PORT_WORDS =
  /(?:\bports?\b|\bexpos(?:e|es|ed|ing)\b|\blisten(?:s|ing|er)?\b|\bserv(?:es|ing|ed)\b|\brunn?(?:s|ing)\b|\bbind(?:s|ing)?\b|\bonto?\b)[^\d\n.;]{0,25}?(?<list>\d{1,5}(?:\/(?:tcp|udp))?(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+)\d{1,5}(?:\/(?:tcp|udp))?)*)(?![\w.]*[\d:]|\.\d)/dgi;
const WITH_PROTOCOL = /(?<![\w.:/-])(?<list>\d{1,5})\/(?:tcp|udp)\b/dgi;
const OPTION = /(?<![\w-])--?(?:[\w-]*[-_])?(?:port|bind|listen|address|addr)[ =]["']?(?<list>\d{1,5})(?![\w.:])/dgi;
/** `port 5432 in the host` is not the container's. */
const HOST_SIDE = /^\s+(?:in|on|of)\s+(?:the|your)\s+(?:docker\s+)?host\b/i;
/** `8095 seconds`, `8095ms`, `8095 requests`: a number of something. */
const COUNTED =
  /^(?:[a-z]|\s+(?:seconds?|secs?|minutes?|hours?|days?|ms|milliseconds?|bytes?|[kmg]i?b|requests?|connections?|users?|clients?|times?|items?|files?|rows?|workers?|threads?|processes|instances?|x)\b)/i;
const NOT_PORTS = /\b(?:version|seconds?|minutes?|uid|gid|bytes|[mk]b)\b/i;

/**
 * The ports that prose for people plainly names: comments, echoed text, descriptions, usage labels.
 *
 * The host's side of `-p HOST:CONTAINER` is not the container's port.
 */
export function findInProse(text: MappedText, exposed: ReadonlySet<number>): Finding[] {
  if (!/\d/.test(text.text)) return [];
  const findings: Finding[] = [];
  const taken = new Set<number>();
  const add = (start: number, length: number, reason: string): void => {
    const at = text.slice(start, start + length);
    const port = Number(at.text);
    if (taken.has(start) || port < 1 || port > 65535) return;
    taken.add(start);
    findings.push({ kind: 'port', at, port, certainty: 'probable', reason } satisfies PortFinding);
  };
  const namesPorts = /\bports?\b/i.test(text.text);
  const isCommandLine = DOCKER_RUN.test(text.text);
  for (const match of text.text.matchAll(PUBLISH)) {
    const { outer, inner } = match.indices?.groups ?? {};
    if (inner === undefined || (outer === undefined && !isCommandLine)) continue;
    if (outer !== undefined && /^\d+/.test(text.text.slice(...outer))) {
      for (let i = outer[0]; i < outer[1]; i++) taken.add(i);
      findings.push({ kind: 'other', at: text.slice(...outer), reason: "the host's side of -p" });
    }
    add(inner[0], inner[1] - inner[0], 'container side of -p');
  }
  for (const finding of findAddresses(text)) {
    if (taken.has(startIn(text, finding.at))) continue;
    if (finding.kind === 'port' && finding.implicit !== undefined) continue;
    taken.add(startIn(text, finding.at));
    findings.push(finding);
  }
  for (const expression of [PORT_WORDS, WITH_PROTOCOL, OPTION]) {
    for (const match of text.text.matchAll(expression)) {
      const list = match.indices?.groups?.['list'];
      if (list === undefined || NOT_PORTS.test(match[0]) || COUNTED.test(text.text.slice(list[1]))) continue;
      const isHostSide = HOST_SIDE.test(text.text.slice(list[1], list[1] + 40));
      for (const digits of text.text.slice(...list).matchAll(/\d+/g)) {
        if (isHostSide) taken.add(list[0] + digits.index);
        else add(list[0] + digits.index, digits[0].length, 'prose that names the port');
      }
    }
  }
  for (const match of text.text.matchAll(/(?<![\w.:/-])\d{2,5}(?![\w.:/-]|\.\d)/g)) {
    if (namesPorts && exposed.has(Number(match[0]))) {
      add(match.index, match[0].length, 'prose that names an exposed port');
    }
  }
  return findings;
}

function startIn(text: MappedText, part: MappedText): number {
  return part.sourceOffset(0) - text.sourceOffset(0);
}
