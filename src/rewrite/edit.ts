import MagicString from 'magic-string';
import type { Edit } from './plan.ts';

/** The text with its edits made. The edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const edited = new MagicString(text);
  for (const { span, text: replacement } of edits) {
    if (span.start === span.end) edited.appendLeft(span.start, replacement);
    else edited.update(span.start, span.end, replacement);
  }
  return edited.toString();
}
