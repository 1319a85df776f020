/** The blank-separated words of a text, so that a table can state a long list of flags readably. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
