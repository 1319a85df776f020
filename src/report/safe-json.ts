/** What JSON leaves as it is, but a terminal could obey or show as something else; see `printable`. */
const UNPRINTABLE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** JSON, indented by 2, with a line feed at the end. Everything that does not print is escaped. */
export function safeJson(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}

/** A text as a string of JSON, and so of YAML, too. Everything that does not print is escaped. */
export function safeJsonString(text: string): string {
  return escapeJson(JSON.stringify(text));
}

/** JSON that says the same. Everything in it that does not print is escaped. */
export function escapeJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
