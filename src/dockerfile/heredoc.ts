/** `<<-"EOF"` in an instruction. */
export interface HeredocMark {
  readonly name: string;
  /** `<<-`: leading tabs are not part of the lines. */
  readonly stripTabs: boolean;
  /** Unquoted: variables in the body are replaced. */
  readonly expand: boolean;
}

const TAKES_HEREDOCS = /^\s*(?:onbuild\s+)*(?:run|copy|add)\s/i;
const HEREDOC_WORD = /^\d*<<(-?)\s*([^<]*)$/;

/**
 * The heredocs that an instruction announces, in order; its bodies follow on the next lines.
 *
 * Only RUN, COPY and ADD have heredocs, and only a whole word such as `<<EOF`, `3<<-EOF` or
 * `<< 'EOF'` announces one. A line whose quotes do not match has none.
 *
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go heredocsFromLine
 */
export function findHeredocs(line: string): HeredocMark[] {
  if (!line.includes('<<') || !TAKES_HEREDOCS.test(line) || stopsTheLexer(line)) return [];
  const marks: HeredocMark[] = [];
  for (const word of splitWords(line) ?? []) {
    const match = HEREDOC_WORD.exec(word);
    const written = match?.[2];
    if (match === null || written === undefined || written === '') continue;
    const name = written.replace(/\\(.)|['"]/g, '$1');
    if (name === '' || written.includes('${')) continue;
    marks.push({ name, stripTabs: match[1] === '-', expand: !/['"]/.test(written) });
  }
  return marks;
}

/** Expansions that the builder's lexer does not know, or that have no end: it gives up on the line, and sees no heredoc. */
function stopsTheLexer(line: string): boolean {
  return /\$\{(?:[#!]|\w+(?:\^|,|\[)|[^}]*$)/.test(line.replace(/'[^']*'/g, ''));
}

/** Words at blanks outside quotes, quotes kept; blanks behind `<<` do not end a word. */
function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (char === '\\') {
      word += char + line.charAt(++i);
    } else if (char === "'" || char === '"') {
      const end = endOfQuote(line, i);
      if (end === undefined) return undefined;
      word += line.slice(i, end);
      i = end - 1;
    } else if (char === '<' && line.charAt(i + 1) === '<') {
      const blanks = /^[ \t]*/.exec(line.slice(i + 2))?.[0] ?? '';
      word += `<<${blanks}`;
      i += 1 + blanks.length;
    } else if (/\s/.test(char)) {
      if (word !== '') words.push(word);
      word = '';
    } else {
      word += char;
    }
  }
  if (word !== '') words.push(word);
  return words;
}

function endOfQuote(line: string, start: number): number | undefined {
  const quote = line.charAt(start);
  for (let i = start + 1; i < line.length; i++) {
    if (line.charAt(i) === quote) return i + 1;
    if (quote === '"' && line.charAt(i) === '\\') i++;
  }
  return undefined;
}
