/** A report as headings, words and tables, before it is Markdown or HTML. */
export interface ReportDocument {
  readonly title: string;
  readonly lead: readonly Words[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'subheading'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Words[])[] };

/** Words with code and marks in them. */
export type Words = readonly (string | Mark)[];

/** `code` is shown as it is; the others are a word in bold that tells good from bad. */
export interface Mark {
  readonly as: 'code' | 'good' | 'bad' | 'doubt';
  readonly text: string;
}

export function code(text: string): Mark {
  return { as: 'code', text };
}
