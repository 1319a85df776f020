import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, DiagnosticError } from '../diagnostic.ts';
import { type DiscoverOptions, discoverDockerfiles } from '../files/discover.ts';
import { isInside } from '../files/inside.ts';
import { byteOffsets } from '../files/offsets.ts';
import { readText } from '../files/read-text.ts';
import { foldersOf } from '../mapping/folders.ts';
import { parseMapping } from '../mapping/load.ts';
import { errorAt, type Mapping, type Place } from '../mapping/mapping.ts';
import { quote } from '../mapping/quote.ts';
import { isFile, splitArgument } from './argument.ts';
import type { PlanDocument, UnreadLine } from './document.ts';
import { type FoundService, findDockerfiles, type Tiers } from './find-dockerfiles.ts';
import { hasPort } from './has-port.ts';
import { doubtsOf, type FindOthers, findLost, withDoubts, withServices } from './lost.ts';
import { type PlanService, servicesOf, usableHosts } from './services.ts';

export interface PlanOptions extends Omit<DiscoverOptions, 'cwd'> {
  readonly cwd: string;
  /** Files and directories of the run; Dockerfiles are looked for in them first. */
  readonly paths: readonly string[];
}

/** A plan as it was understood. */
export interface Plan {
  readonly mapping: Mapping;
  /** Lines that were not understood, services without a Dockerfile; of {@link readPlan} also what is wrong. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a CSV or Markdown document says; undefined for a mapping in YAML or JSON. */
  readonly document: ReadPlan | undefined;
}

/** A CSV or Markdown document with what it says of each service. */
export interface ReadPlan {
  readonly file: string;
  readonly document: PlanDocument;
  readonly services: readonly FoundService[];
  placeOf(offset: number): Place;
}

/**
 * Reads the plan that `--plan FILE` or `--plan FILE.md#HEADING` names: YAML and JSON as a mapping,
 * CSV and Markdown as documents, whose services are matched to Dockerfiles by path or by name.
 *
 * @throws {DiagnosticError} With everything that is wrong with it, each at its line and column.
 */
export async function loadPlan(argument: string, options: PlanOptions): Promise<Plan> {
  const plan = await readPlan(argument, options);
  const errors = plan.diagnostics.filter(isError);
  if (errors.length > 0) throw new DiagnosticError(errors);
  return plan;
}

/**
 * Like {@link loadPlan}, for those who look at how a plan is understood: what is wrong with a
 * document is among the diagnostics.
 *
 * @throws {DiagnosticError} Where the file cannot be read, or is a mapping with errors.
 */
export async function readPlan(argument: string, options: PlanOptions): Promise<Plan> {
  const { file, section } = splitArgument(argument, options.cwd);
  const text = readText(file, options.cwd, 'plan');
  const kind = kindOf(file);
  if (kind === 'mapping') {
    if (section !== undefined) throw new DiagnosticError([noSection(file)]);
    return { mapping: parseMapping(text, file), diagnostics: [], document: undefined };
  }
  const written = kind === 'csv' ? await readCsv(text, file, section) : await readMarkdown(text, section);
  const offsets = byteOffsets(text);
  const placeOf = (offset: number): Place => ({ file, ...offsets.position(offset) });
  const { cwd } = options;
  const { base } = foldersOf({ file }, cwd, options.root);
  const tiers = foldersToSearch(base, options);
  const findOthers: FindOthers = (wanted, taken) => {
    const others = tiers.map((tier) => async () => (await tier()).filter((path) => !taken.has(path)));
    return findDockerfiles(wanted, others, { base, cwd, exists: (path) => isFile(path) && !taken.has(resolve(path)) });
  };
  const understand = async (document: PlanDocument) => {
    const joined = servicesOf(document, placeOf);
    const found = await findDockerfiles(joined.services, tiers, { base, cwd, exists: isFile });
    const lines = [...document.unread, ...doubtsOf(document, joined.services.length > 0)];
    const lost = await findLost(lines, found.services, placeOf, findOthers, hasPort);
    return { document, ...joined, found, lost };
  };
  const first = await understand(written);
  const whole = withServices(written, first.lost);
  const understood = whole === written ? first : await understand(whole);
  const { services, problems, notes, found, lost } = understood;
  const document = withDoubts(understood.document, lost);
  const wrong = [...document.problems, ...problems].map(({ offset, code, message, hint }) =>
    errorAt(placeOf(offset), code, message, hint),
  );
  const isEmpty = services.length === 0 && wrong.length === 0 && lost.size === 0;
  if (isEmpty) wrong.push(emptyPlan(document, file, placeOf));
  const { isUsable, unusable } = usableHosts(services);
  const diagnostics = [
    ...wrong,
    ...notes.map(({ offset, code, message, hint }) => warningAt(placeOf(offset), code, message, hint)),
    ...document.unread.map((line) => notUnderstood(line, placeOf(line.offset), lost.get(line))),
    ...unusable.map(({ host, reason }) =>
      warningAt(host.place, 'plan-host', `${quote(host.name)} ${reason}`, 'addresses with it stay as they are'),
    ),
    ...found.diagnostics,
  ].sort(byPlace);
  return {
    mapping: toMapping(file, found.services, isUsable, options),
    diagnostics,
    document: { file, document, services: found.services, placeOf },
  };
}

/** A service without a Dockerfile here keeps its ports: nobody else may land on them. */
function toMapping(
  file: string,
  services: readonly FoundService[],
  isUsable: (host: PlanService['hosts'][number]) => boolean,
  { cwd, root }: PlanOptions,
): Mapping {
  const { base } = foldersOf({ file }, cwd, root);
  return {
    file,
    moves: [],
    services: services.flatMap(({ service, dockerfiles }) =>
      dockerfiles.length === 0
        ? []
        : [
            {
              name: service.name,
              place: service.place,
              dockerfiles: dockerfiles.map(({ path, place }) => ({ pattern: slashed(relative(base, path)), place })),
              hosts: service.hosts.filter(isUsable),
              moves: [],
              assigned: service.assigned,
              shared: false,
              image: service.image,
            },
          ],
    ),
    reserved: services.flatMap(({ service, dockerfiles }) =>
      dockerfiles.length > 0
        ? []
        : service.assigned.map(({ port, protocol, place }) => ({ port, protocol, owner: service.name, place })),
    ),
  };
}

function kindOf(file: string): 'mapping' | 'csv' | 'markdown' {
  if (/\.(?:csv|tsv)$/i.test(file)) return 'csv';
  return /\.(?:md|mdx|mkd|markdown|txt)$/i.test(file) ? 'markdown' : 'mapping';
}

async function readCsv(text: string, file: string, section: string | undefined): Promise<PlanDocument> {
  if (section !== undefined) throw new DiagnosticError([noSection(file)]);
  return (await import('./csv.ts')).readCsvPlan(text);
}

async function readMarkdown(text: string, section: string | undefined): Promise<PlanDocument> {
  return (await import('./markdown.ts')).readMarkdownPlan(text, section);
}

/** Where Dockerfiles are looked for, one after the other: the paths of the run, the plan's folder, the current one. */
function foldersToSearch(base: string, options: PlanOptions): Tiers {
  const { cwd, root, paths } = options;
  const folders = [...(paths.length > 0 && !paths.includes('-') ? [paths] : []), [base]];
  if (root === undefined && base !== resolve(cwd) && isInside(base, resolve(cwd))) folders.push([resolve(cwd)]);
  return folders.map((folder) => async () => {
    const { files } = await discoverDockerfiles(folder, options);
    return files.map(({ absolute }) => absolute);
  });
}

function emptyPlan({ unread }: PlanDocument, file: string, placeOf: (offset: number) => Place): Diagnostic {
  const [first] = unread;
  const place = first === undefined ? { file, line: 1, column: 1 } : placeOf(first.offset);
  const why = first === undefined ? '' : `; this was not understood: ${first.reason}`;
  const hint = 'write a table with the columns Service, Port and Dockerfile, or items such as "- API: port 8096"';
  return errorAt(place, 'plan-empty', `the plan names no service with a port${why}`, hint);
}

/** @param lost the service that is not in the plan because of it */
function notUnderstood({ reason, hint }: UnreadLine, place: Place, lost: string | undefined): Diagnostic {
  if (lost === undefined) {
    const message = `this was not understood: ${reason}`;
    return warningAt(place, 'plan-not-understood', message, hint ?? 'see how the plan is read: reberth plan show FILE');
  }
  const message = `it is not clear which port ${quote(lost)} is to have: ${reason}`;
  return errorAt(place, 'plan-lost-service', message, hint ?? 'write one port, such as 8096, or take the line out');
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function noSection(file: string): Diagnostic {
  return errorAt({ file }, 'plan-no-section', 'only Markdown has sections', 'name the file without #');
}

function warningAt(place: Place, code: string, message: string, hint: string | undefined): Diagnostic {
  return { ...errorAt(place, code, message, hint), severity: 'warning' };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
