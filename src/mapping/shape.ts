import type { core } from 'zod';
import { colonHint } from './colon.ts';
import { nearest } from './nearest.ts';
import { quote } from './quote.ts';
import { knownKeys, validateShape } from './schema.ts';
import { entryOf, type Problem, type Tree, toPlain } from './tree.ts';

type Path = readonly PropertyKey[];

/** What a field looks like where it is right, for hints. */
const EXAMPLES: Readonly<Record<string, string>> = {
  services: 'services: { api: { dockerfile: api/Dockerfile, ports: { 8095: 8096 } } }',
  dockerfile: 'dockerfile: api/Dockerfile',
  hosts: 'hosts: [api]',
  port: 'port: 8096',
  ports: 'ports: { 8095: 8096 }',
  shared: 'shared: true',
  reserved: 'reserved: { 8095: node-management }',
  image: 'image: registry.example/api:1.4',
  platforms: 'platforms: [linux/arm64]',
  context: 'context: services/api',
  push: 'push: true',
  $schema: '$schema: mapping.schema.json',
};

/** What to do about keys that are likely, but wrong. */
const HINTS: Readonly<Record<string, string>> = {
  from: 'write port: { from: 8095, to: 8096 }',
};

/** Wrong types, missing keys and unknown keys of a mapping, each at the node it is about. */
export function shapeProblems(tree: Tree): Problem[] {
  return validateShape(toPlain(tree)).flatMap((issue) => describe(tree, issue, issue.path));
}

function describe(tree: Tree, issue: core.$ZodIssue, path: Path): Problem[] {
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.find((branch) => branch.length > 0 && branch.every(isWithin));
    const unknown = closest?.filter(({ code }) => code === 'unrecognized_keys') ?? [];
    const told = unknown.length > 0 ? unknown : closest;
    if (told !== undefined) return told.flatMap((inner) => describe(tree, inner, [...path, ...inner.path]));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(tree, path, key));
  const field = String(path.find((_, i) => i === (path[0] === 'services' ? 2 : 0)) ?? 'services');
  const example = EXAMPLES[field];
  const found = locate(tree, path);
  if (found.node === undefined) {
    return [
      {
        code: 'mapping-missing-key',
        message: `${label(path.slice(0, -1))} has no ${quote(String(path.at(-1)))}`,
        hint: example && `add it, such as ${example}`,
        offset: found.offset,
      },
    ];
  }
  return [
    {
      code: 'mapping-type',
      message: `${label(path)} must be ${issue.message}, not ${whatIs(found.node)}`,
      hint:
        unspaced(found.node, path) ?? severalPorts(found.node, path) ?? (example && `write it like this: ${example}`),
      offset: found.node.offset,
    },
  ];
}

/** The hint about `8095:8096` where two ports are expected: as a key it has no value, and else it is a text. */
function unspaced(node: Tree, path: Path): string | undefined {
  if (node.kind !== 'scalar' || !path.includes('ports')) return undefined;
  return colonHint(String(node.value ?? path.at(-1)));
}

/** The hint about several ports where one is expected: `port: [8096, 8105]`, `port: { http: 8096, metrics: 8105 }`. */
function severalPorts(node: Tree | undefined, path: Path): string | undefined {
  if (path.at(-1) !== 'port') return undefined;
  if (node?.kind === 'list') return 'several ports have the key "ports": ports: [8096, 8105]';
  const isNamed = node?.kind === 'map' && node.entries.every(({ key }) => /^[a-z]/i.test(key));
  const isMove = entryOf(node, 'from') !== undefined || entryOf(node, 'to') !== undefined;
  return isNamed && !isMove ? 'ports with names have the key "ports": ports: { http: 8096, metrics: 8105 }' : undefined;
}

/** Whether a value is of the right kind, and only something in it is wrong. */
function isWithin({ code, path }: core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys';
}

function unknownKey(tree: Tree, path: Path, key: string): Problem {
  if (path.length > 2) return strangeKey(tree, path, key);
  const known = knownKeys(path.length === 0 ? 'mapping' : 'service');
  const meant = nearest(key, known);
  const parent = locate(tree, path).node;
  return {
    code: 'mapping-unknown-key',
    message: `${quote(key)} is not a key of ${path.length === 0 ? 'a mapping' : 'a service'}`,
    hint: HINTS[key] ?? (meant === undefined ? `the keys here are ${known.join(', ')}` : `did you mean "${meant}"?`),
    offset: entryOf(parent, key)?.offset ?? parent?.offset ?? 0,
  };
}

/** A key of an assigned port that is neither of its two. */
function strangeKey(tree: Tree, path: Path, key: string): Problem {
  const parent = locate(tree, path).node;
  return {
    code: 'mapping-unknown-key',
    message: `${quote(key)} is not a key of ${label(path)}`,
    hint: severalPorts(parent, path) ?? 'write it like this: { from: 8095, to: 8096 }',
    offset: entryOf(parent, key)?.offset ?? parent?.offset ?? 0,
  };
}

/** The node of a path, and the offset of the key that is nearest to it. */
function locate(tree: Tree, path: Path): { readonly node: Tree | undefined; readonly offset: number } {
  let node: Tree | undefined = tree;
  let offset = tree.offset;
  for (const step of path) {
    if (node?.kind === 'list') {
      node = node.items[Number(step)];
      offset = node?.offset ?? offset;
    } else {
      const entry = entryOf(node, String(step));
      node = entry?.value;
      offset = entry?.offset ?? offset;
    }
  }
  return { node, offset };
}

function label(path: Path): string {
  const [top, name, field, key] = path;
  if (top === undefined) return 'the mapping';
  if (top !== 'services') return labelField(top, name, '');
  if (name === undefined) return '"services"';
  return field === undefined
    ? `service ${quote(String(name))}`
    : labelField(field, key, ` of service ${quote(String(name))}`);
}

function labelField(field: PropertyKey, key: PropertyKey | undefined, owner: string): string {
  if (key === undefined) return `"${String(field)}"${owner}`;
  if (typeof key === 'number') return `an item of "${String(field)}"${owner}`;
  if (field === 'port') return `${quote(String(key))} of "port"${owner}`;
  return `${field === 'ports' ? 'the new port' : 'the owner'} of ${quote(String(key))}${owner}`;
}

function whatIs(tree: Tree): string {
  if (tree.kind === 'map') return tree.entries.length === 0 ? 'an empty map' : 'a map';
  if (tree.kind === 'list') return tree.items.length === 0 ? 'an empty list' : 'a list';
  if (tree.value === null || tree.value === '') return 'empty';
  return typeof tree.value === 'string' ? `the text ${quote(tree.value)}` : String(tree.value);
}
