const UNSPACED = /^([\w/-]*\d[\w/-]*):(\d[\w/-]*)$/;

/**
 * What to do about `8095:8096`: without a blank behind the colon, YAML reads one text. Undefined
 * for any other text.
 */
export function colonHint(text: string): string | undefined {
  const [, from, to] = UNSPACED.exec(text.split(' ', 1)[0] ?? '') ?? [];
  return from === undefined ? undefined : `put a blank behind the colon: ${from}: ${to}`;
}

/** What to do about `8095:8096` in the place of one port, such as the items of a list: there, a blank does not mend it. */
export function moveHint(text: string): string | undefined {
  const [, from, to] = UNSPACED.exec(text) ?? [];
  return from === undefined ? undefined : `write what moves as a map: { from: ${from}, to: ${to} }`;
}
