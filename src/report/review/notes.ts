import type { DiagnosticResult } from '../../diagnostic.ts';
import { escapeHtml } from '../escape-html.ts';
import type { ReviewLine } from './blocks.ts';
import type { ReviewMark } from './marks.ts';

/** The row below a line that says what happens in it and why; empty where nothing does. */
export function notesRow(
  { marks }: ReviewLine,
  serviceIndex: ReadonlyMap<string, number>,
  own: readonly string[],
): string {
  if (marks.length === 0) return '';
  const notes = marks.map((mark) => note(mark, serviceIndex, own)).join('');
  return `<tr class="notes"><td></td><td>${notes}</td></tr>`;
}

function note(mark: ReviewMark, serviceIndex: ReadonlyMap<string, number>, own: readonly string[]): string {
  const { kind, role, certainty, ports, reason, hint, code, instruction, line, column, services } = mark;
  const indices = services.map((service) => serviceIndex.get(service)).join(' ');
  const others = services.filter((service) => !own.includes(service)).map((service) => `port of ${service}`);
  const parts = [
    `<code class="place">${line}:${column}</code>`,
    `<strong class="ports">${escapeHtml(ports)}</strong>`,
    ...(code === undefined ? [] : [badge(`review: ${code}`, 'review')]),
    badge(role, 'role'),
    ...(code === certainty ? [] : [badge(certainty, certainty)]),
    ...others.map((words) => badge(words, 'service')),
    `<span class="reason">${escapeHtml(reasonText(instruction, reason))}</span>`,
    ...(hint === undefined ? [] : [`<span class="hint">${escapeHtml(hint)}</span>`]),
  ];
  const data = `data-kind="${kind}" data-role="${role}" data-certainty="${certainty}" data-services="${indices}"`;
  return `<div class="note ${kind}" tabindex="-1" ${data}>${parts.join(' ')}</div>`;
}

function reasonText(instruction: string, reason: string): string {
  return instruction === '' || instruction === reason ? reason : `${instruction}: ${reason}`;
}

function badge(text: string, kind: string): string {
  return `<span class="badge ${kind}">${escapeHtml(text)}</span>`;
}

/** Errors and warnings as a list; empty where there are none. */
export function diagnosticList(diagnostics: readonly DiagnosticResult[]): string {
  if (diagnostics.length === 0) return '';
  const items = diagnostics.map(({ severity, code, message, file, line, column, hint }) => {
    const place = [file, line, column].filter((part) => part !== null).join(':');
    const where = place === '' ? '' : `<code class="place">${escapeHtml(place)}</code> `;
    const advice = hint === null ? '' : ` <span class="hint">${escapeHtml(hint)}</span>`;
    return `<li>${where}${badge(`${severity}: ${code}`, severity)} ${escapeHtml(message)}${advice}</li>`;
  });
  return `<ul class="diagnostics">${items.join('')}</ul>\n`;
}
