const LONGEST = 60;

/** A text of the user within a message: in double quotes, on one line, and not endless. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}
