import type { ListItem, RootContent } from 'mdast';
import { isMeasure, readBarePort } from './bare-port.ts';
import { type Detail, joinDetails, type Subject } from './details.ts';
import type { Doubt, PlanDocument, PlanEntry, PlanProblem, UnreadLine } from './document.ts';
import { doubtOf } from './doubt.ts';
import { type Inline, linesOf, readInline, startOf } from './inline.ts';
import { isSentence, type Line, type ReadLine, readLine } from './line.ts';
import { keyOf, plainName, plainWords } from './names.ts';
import { readPortInWords } from './port-in-words.ts';
import { readPortLabel } from './port-label.ts';
import { sectionOf } from './section.ts';
import { besideServices } from './siblings.ts';
import { readTable } from './table.ts';

/** Deeper lists and quotes are not read. */
const DEEPEST = 30;
/** More words in a paragraph are prose, in which a port says nothing of a plan. */
const MOST_WORDS = 14;

interface Context {
  readonly subject: Subject | undefined;
  /** The subject is that of the item above. */
  readonly near: boolean;
  /** Headings, and the line before a list, name ports. */
  readonly about: boolean;
  /** Lines beside it are services that say their ports. */
  readonly beside: boolean;
  readonly depth: number;
}

const NOWHERE: Context = { subject: undefined, near: false, about: false, beside: false, depth: 0 };

const NOBODYS = {
  reason: 'no service is named above it',
  hint: 'name the service in a heading, or in the item above',
};

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
  if ('code' in chosen) return { entries: [], unread: [], doubts: [], problems: [chosen] };
  return readBlocks(chosen, text);
}

function readBlocks(blocks: readonly RootContent[], source: string): PlanDocument {
  const entries: PlanEntry[] = [];
  const unread: UnreadLine[] = [];
  const doubts: Doubt[] = [];
  const problems: PlanProblem[] = [];
  const details: Detail[] = [];
  let groups = 0;
  const subjectOf = (name: string): Subject => ({ name, group: groups++ });
  const nextGroup = (): number => groups++;

  function walk(nodes: readonly RootContent[], outer: Context): void {
    const headings: { readonly depth: number; readonly title: string; readonly subject: Subject | undefined }[] = [];
    let { subject, near } = outer;
    let about = outer.about;
    let intro = false;
    const isBeside = besideServices(nodes, source);
    // Items that are indented too little for the one above are a list of their own behind it.
    let after: { readonly column: number; readonly subject: Subject | undefined; readonly about: boolean } | undefined;
    for (const node of nodes) {
      const context: Context = {
        subject,
        near,
        about: about || intro,
        beside: isBeside(node, about || intro),
        depth: outer.depth + 1,
      };
      const list = after;
      intro = false;
      after = undefined;
      switch (node.type) {
        case 'heading': {
          while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
          const parent = headings.at(-1);
          const inline = readInline(node.children, source, startOf(node));
          const above = parent?.subject ?? outer.subject;
          const isAbout = parent === undefined ? outer.about : namesPorts(parent.title);
          subject = takeTitle(inline, startOf(node), isAbout, above) ?? above;
          near = subject === outer.subject && outer.near;
          headings.push({ depth: node.depth, title: inline.text, subject });
          about = outer.about || headings.some(({ title }) => namesPorts(title));
          break;
        }
        case 'table': {
          const read = readTable(node, source, nextGroup);
          entries.push(...read.entries);
          unread.push(...read.unread);
          doubts.push(...read.doubts);
          problems.push(...read.problems);
          break;
        }
        case 'list': {
          if (context.depth >= DEEPEST) break;
          const column = node.position?.start.column ?? 0;
          const isBelow = list !== undefined && column > list.column;
          const own: Context = { ...context, about: context.about || list?.about === true };
          const above = isBelow ? list?.subject : undefined;
          let last: Subject | undefined;
          for (const item of node.children) {
            last = readItem(item, above === undefined ? own : { ...own, subject: above, near: true });
          }
          after = isBelow ? list : { column, subject: last, about: own.about };
          break;
        }
        case 'paragraph': {
          const inline = readInline(node.children, source, startOf(node));
          if (inline.strong) {
            const title = takeTitle(inline, startOf(node), about, headings.at(-1)?.subject ?? outer.subject);
            if (title !== undefined) [subject, near] = [title, false];
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
  function takeTitle(inline: Inline, offset: number, about: boolean, above: Subject | undefined): Subject | undefined {
    const read = readLine(inline, about);
    if (read.kind === 'unclear' && read.service !== undefined) report(read, undefined, inline.text, offset);
    doubt(inline, read, NOWHERE, offset);
    const stated = read.kind === 'line' && read.line.ports.length > 0 && read.line.service !== undefined;
    const name = stated ? (read.line.service ?? '') : titleName(inline.text);
    if (name === '' || isPart(name)) return undefined;
    const subject = subjectOf(name);
    const labelled = read.kind === 'line' && read.line.labelled;
    addDetail({ own: subject, above, near: false, labelled, text: inline.text, offset });
    if (read.kind === 'line' && (stated || read.line.image !== undefined || read.line.dockerfiles.length > 0)) {
      addLine(read.line, subject, offset);
    }
    return subject;
  }

  /** @returns the service that the item is about */
  function readItem(item: ListItem, context: Context): Subject | undefined {
    const { subject, near, about, depth } = context;
    const [first, ...rest] = item.children;
    const offset = startOf(first ?? item);
    let inner = subject;
    if (first?.type === 'paragraph') {
      const inline = readInline(first.children, source, offset);
      for (const [i, line] of linesOf(inline).entries()) {
        const read = readBeside(line, context);
        const at = line.offsetAt(0);
        doubt(line, read, context, at);
        if (read.kind === 'line' && read.line.service !== undefined) {
          if (isPart(read.line.service)) continue;
          const own = subjectOf(read.line.service);
          addService(read.line, own, { above: inner, near: near || i > 0, text: line.text, offset: at });
          if (i === 0) inner = own;
        } else if (read.kind === 'line') addField(read.line, inner, line.text, at);
        else report(read, inner, line.text, at);
      }
    } else if (first !== undefined) rest.unshift(first);
    if (rest.length > 0) walk(rest, { subject: inner, near: near || inner !== subject, about, beside: false, depth });
    return inner;
  }

  /** A paragraph states ports only where each of its lines does, or is about the service in the first of them. */
  function readParagraph(inline: Inline, context: Context): void {
    const { subject, near } = context;
    const lines = linesOf(inline).map((line) => ({ line, read: readBeside(line, context), at: line.offsetAt(0) }));
    const isPlan = lines.every(({ read }) => read.kind === 'line');
    const isShort = inline.text.trim().split(/\s+/).length <= MOST_WORDS;
    let current = subject;
    for (const { line, read, at } of lines) {
      doubt(line, read, context, at);
      if (read.kind !== 'line') {
        if (isShort) report(read, current, line.text, at);
      } else if (read.line.service === undefined) addField(read.line, current, line.text, at);
      else if (isPlan && isSentence(line.text) && read.line.ports.length > 0) {
        const { service: name, dockerfiles, image } = read.line;
        const entries = [entryOf(read.line, subjectOf(name), at)];
        const reason = 'this is a sentence, and no Dockerfile is called like its beginning';
        unread.push({
          text: line.text,
          offset: at,
          reason,
          service: { name, dockerfiles, image, inColumn: false, entries },
        });
      } else if (isPlan && (read.line.ports.length > 0 || lines.length > 1)) {
        const own = subjectOf(read.line.service);
        // Beside a service of the line before, only what is sure to be a port of it belongs to it.
        const isPort = read.line.labelled && readPortLabel(plainWords(read.line.service)).kind === 'extra';
        addService(read.line, own, { above: isPort ? current : subject, near, text: line.text, offset: at });
        if (!isPort) current = own;
      }
    }
  }

  /** What is a port beside services that say theirs needs not say so. */
  function readBeside(line: Inline, { about, beside }: Context): ReadLine {
    const read = readLine(line, about);
    const bare = about || !beside || !isPortless(read) ? undefined : readBarePort(line);
    const isPort = bare?.kind === 'clear' && !isMeasure(bare.line.service) && !isPart(bare.line.service);
    return isPort ? { kind: 'line', line: bare.line } : read;
  }

  /** Remembers a line that states no port by itself, but could lose a service. */
  function doubt(line: Inline, read: ReadLine, { beside, near, subject }: Context, offset: number): void {
    if (!isPortless(read)) return;
    const words = readPortInWords({ text: line.text, offset }, subject?.name);
    if (words !== undefined && 'always' in words) doubts.push(words);
    else if (words !== undefined) unread.push(words);
    const bare = readBarePort(line, near ? subject?.name : undefined);
    if (bare === undefined || isPart(bare.kind === 'clear' ? bare.line.service : bare.service.name)) return;
    const entryIf = (own: Line & { readonly service: string }) => entryOf(own, subjectOf(own.service), offset);
    doubts.push(doubtOf(bare, { text: line.text, offset }, beside, entryIf));
  }

  function addService(
    line: Line,
    own: Subject,
    { above, ...where }: Pick<Detail, 'near' | 'text' | 'offset'> & { readonly above: Subject | undefined },
  ): void {
    const isPort = line.labelled && above === undefined && readPortLabel(plainWords(own.name)).kind === 'extra';
    if (isPort) unread.push({ text: where.text, offset: where.offset, ...NOBODYS });
    else addLine(line, own, where.offset);
    addDetail({ own, above, labelled: line.labelled, ...where });
  }

  function addDetail({ above, ...detail }: Omit<Detail, 'above'> & { readonly above: Subject | undefined }): void {
    if (above !== undefined) details.push({ above, ...detail });
  }

  function addLine(line: Line, subject: Subject, offset: number): void {
    entries.push(entryOf(line, subject, offset));
  }

  function entryOf(line: Line, { name: service, group }: Subject, offset: number): PlanEntry {
    const { ports, from, dockerfiles, external, hosts, image } = line;
    const olds = from.length === ports.length ? from : [];
    return {
      service,
      offset,
      group,
      ports: ports.map((port, i) => ({ ...port, from: port.from ?? olds[i]?.port })),
      dockerfiles,
      external,
      hosts,
      image,
      ...(from.length > 0 && ports.length === 0 ? { from } : {}),
    };
  }

  function addField(line: Line, subject: Subject | undefined, text: string, offset: number): void {
    if (subject !== undefined) addLine(line, subject, offset);
    else if (line.ports.length > 0) unread.push({ text, offset, ...NOBODYS });
  }

  /** @param subject whose port it is, unless the line names another service */
  function report(
    read: Exclude<ReturnType<typeof readLine>, { kind: 'line' }>,
    subject: Subject | undefined,
    text: string,
    offset: number,
  ): void {
    if (read.kind === 'unclear') {
      const above = subject === undefined ? undefined : { name: subject.name, dockerfiles: [], image: undefined };
      const service = read.service === 'above' ? above : read.service;
      const { reason } = read;
      unread.push({
        text,
        offset,
        reason,
        service: service === undefined ? undefined : { ...service, inColumn: false },
      });
    } else if (read.kind === 'wrong') problems.push({ code: 'plan-port', ...read });
  }

  walk(blocks, NOWHERE);
  const joined = joinDetails(entries, details);
  return { entries: joined.entries, unread: [...unread, ...joined.unread].sort(byOffset), doubts, problems };
}

/** Whether a line says nothing of a port, as it was read. */
function isPortless(read: ReadLine): boolean {
  if (read.kind !== 'line') return read.kind === 'other';
  return read.line.service !== undefined && read.line.ports.length === 0;
}

function byOffset(a: UnreadLine, b: UnreadLine): number {
  return a.offset - b.offset;
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
