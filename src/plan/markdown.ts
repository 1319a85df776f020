import type { ListItem, RootContent } from 'mdast';
import type { PlanDocument, PlanEntry, PlanProblem, UnreadLine } from './document.ts';
import { type Inline, readInline, startOf } from './inline.ts';
import { type Line, readLine } from './line.ts';
import { keyOf, plainName } from './names.ts';
import { sectionOf } from './section.ts';
import { readTable } from './table.ts';

/** Deeper lists and quotes are not read. */
const DEEPEST = 30;
/** More words in a paragraph are prose, in which a port says nothing of a plan. */
const MOST_WORDS = 14;

/** A service that what follows may be about. */
interface Subject {
  readonly name: string;
  readonly group: number;
}

interface Context {
  readonly subject: Subject | undefined;
  /** Headings, and the line before a list, name ports. */
  readonly about: boolean;
  readonly depth: number;
}

/** Titles of parts of a service's section, which are no services. */
const PARTS = new Set(
  `configuration config settings details network networking ports port overview deployment docker container containers
  environment notes summary build health status general plan portplan portassignment portassignments services
  servicedetails dockerfile dockerfiles image images`.split(/\s+/),
);

/**
 * Reads a plan as people write it in Markdown: tables with a column of ports, list items, headings
 * with items below them.
 *
 * @param text the decoded file
 * @param section a heading, or its anchor: only what is below it is read
 */
export async function readMarkdownPlan(text: string, section?: string): Promise<PlanDocument> {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const blocks = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children;
  const chosen = section === undefined ? blocks : sectionOf(blocks, section, text);
  if ('code' in chosen) return { entries: [], unread: [], problems: [chosen] };
  return readBlocks(chosen, text);
}

function readBlocks(blocks: readonly RootContent[], source: string): PlanDocument {
  const entries: PlanEntry[] = [];
  const unread: UnreadLine[] = [];
  const problems: PlanProblem[] = [];
  let groups = 0;
  const subjectOf = (name: string): Subject => ({ name, group: groups++ });
  const nextGroup = (): number => groups++;

  function walk(nodes: readonly RootContent[], outer: Context): void {
    const headings: { readonly depth: number; readonly title: string; readonly subject: Subject | undefined }[] = [];
    let subject = outer.subject;
    let about = outer.about;
    let intro = false;
    for (const node of nodes) {
      const context: Context = { subject, about: about || intro, depth: outer.depth + 1 };
      intro = false;
      switch (node.type) {
        case 'heading': {
          while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
          const parent = headings.at(-1);
          const inline = readInline(node.children, source, startOf(node));
          const own = takeTitle(inline, startOf(node), parent === undefined ? outer.about : namesPorts(parent.title));
          subject = own ?? parent?.subject ?? outer.subject;
          headings.push({ depth: node.depth, title: inline.text, subject });
          about = outer.about || headings.some(({ title }) => namesPorts(title));
          break;
        }
        case 'table': {
          const read = readTable(node, source, nextGroup);
          entries.push(...read.entries);
          unread.push(...read.unread);
          problems.push(...read.problems);
          break;
        }
        case 'list':
          if (context.depth < DEEPEST) for (const item of node.children) readItem(item, context);
          break;
        case 'paragraph': {
          const inline = readInline(node.children, source, startOf(node));
          if (inline.strong) {
            subject = takeTitle(inline, startOf(node), about) ?? subject;
          } else readParagraph(inline, context);
          intro = namesPorts(inline.text);
          break;
        }
        case 'blockquote':
        case 'footnoteDefinition':
          if (context.depth < DEEPEST) walk(node.children, context);
          break;
        case 'html':
          if (/\bports?\b/i.test(node.value) && /(?<!\d)\d{2,5}(?!\d)/.test(node.value)) {
            unread.push({ text: node.value, offset: startOf(node), reason: 'HTML is not read' });
          }
          break;
      }
    }
  }

  /** A heading, or a strong line that stands for one: it names the service that follows, and may say more of it. */
  function takeTitle(inline: Inline, offset: number, about: boolean): Subject | undefined {
    const read = readLine(inline, about);
    const stated = read.kind === 'line' && read.line.ports.length > 0 && read.line.service !== undefined;
    const name = stated ? (read.line.service ?? '') : titleName(inline.text);
    if (name === '' || isPart(name)) return undefined;
    const subject = subjectOf(name);
    if (read.kind === 'line' && (stated || read.line.image !== undefined || read.line.dockerfiles.length > 0)) {
      addLine(read.line, subject, offset);
    }
    return subject;
  }

  function readItem(item: ListItem, { subject, about, depth }: Context): void {
    const [first, ...rest] = item.children;
    const offset = startOf(first ?? item);
    let inner = subject;
    if (first?.type === 'paragraph') {
      const inline = readInline(first.children, source, offset);
      for (const [i, line] of linesOf(inline).entries()) {
        const read = readLine(line, about);
        const at = line.offsetAt(0);
        if (read.kind === 'line' && read.line.service !== undefined && i === 0) {
          if (isPart(read.line.service)) continue;
          inner = subjectOf(read.line.service);
          addLine(read.line, inner, at);
        } else if (read.kind === 'line') addField(read.line, inner, line.text, at);
        else report(read, line.text, at);
      }
    } else if (first !== undefined) rest.unshift(first);
    if (rest.length > 0) walk(rest, { subject: inner, about, depth });
  }

  /** A paragraph states ports only where each of its lines does, or is about the service in the first of them. */
  function readParagraph(inline: Inline, { subject, about }: Context): void {
    const lines = linesOf(inline).map((line) => ({ line, read: readLine(line, about), at: line.offsetAt(0) }));
    const isPlan = lines.every(({ read }) => read.kind === 'line');
    const isShort = inline.text.trim().split(/\s+/).length <= MOST_WORDS;
    let current = subject;
    for (const { line, read, at } of lines) {
      if (read.kind !== 'line') {
        if (isShort) report(read, line.text, at);
      } else if (read.line.service === undefined) addField(read.line, current, line.text, at);
      else if (isPlan && (read.line.ports.length > 0 || lines.length > 1)) {
        current = subjectOf(read.line.service);
        addLine(read.line, current, at);
      }
    }
  }

  function addLine(line: Line, { name: service, group }: Subject, offset: number): void {
    const { ports, from, dockerfiles, external, hosts, image } = line;
    const olds = from.length === ports.length ? from : [];
    entries.push({
      service,
      offset,
      group,
      ports: ports.map((port, i) => ({ ...port, from: port.from ?? olds[i]?.port })),
      dockerfiles,
      external,
      hosts,
      image,
      ...(from.length > 0 && ports.length === 0 ? { from } : {}),
    });
  }

  function addField(line: Line, subject: Subject | undefined, text: string, offset: number): void {
    if (subject !== undefined) addLine(line, subject, offset);
    else if (line.ports.length > 0) unread.push({ text, offset, reason: 'no service is named above it' });
  }

  function report(read: Exclude<ReturnType<typeof readLine>, { kind: 'line' }>, text: string, offset: number): void {
    if (read.kind === 'unclear') unread.push({ text, offset, reason: read.reason });
    else if (read.kind === 'wrong') problems.push({ code: 'plan-port', ...read });
  }

  walk(blocks, { subject: undefined, about: false, depth: 0 });
  return { entries, unread, problems };
}

/** The lines of a paragraph, each with its own places. */
function linesOf(inline: Inline): Inline[] {
  const lines: Inline[] = [];
  for (const match of inline.text.matchAll(/[^\n]+/g)) {
    const { index } = match;
    const end = index + match[0].length;
    lines.push({
      text: match[0],
      strong: inline.strong,
      spans: inline.spans.filter(({ at }) => at >= index && at < end).map((span) => ({ ...span, at: span.at - index })),
      offsetAt: (at) => inline.offsetAt(index + at),
    });
  }
  return lines;
}

/** `3. TRX Staking (v2)` is TRX Staking. */
function titleName(text: string): string {
  const name = plainName(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')) || plainName(text);
  return name.replace(/^service\s*:\s*/i, '');
}

function isPart(title: string): boolean {
  return PARTS.has(keyOf(title));
}

function namesPorts(text: string): boolean {
  return /\bports?\b/i.test(text);
}
