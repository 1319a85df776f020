import type { Diagnostic } from '../diagnostic.ts';

/**
 * What a YAML or JSON document says, with the offset of everything in the text. Maps keep their
 * entries as written, duplicates too; keys are text, so that `8095` and `"8095"` are one key.
 */
export type Tree = ScalarTree | ListTree | MapTree;

interface TreeBase {
  /** UTF-16 offset in the document; that of the key where the value is empty. */
  readonly offset: number;
  /** How many nodes it consists of, itself included, with every alias counted as what it stands for. */
  readonly size: number;
}

export interface ScalarTree extends TreeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListTree extends TreeBase {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface MapTree extends TreeBase {
  readonly kind: 'map';
  readonly entries: readonly TreeEntry[];
}

export interface TreeEntry {
  readonly key: string;
  readonly offset: number;
  readonly value: Tree;
}

/** An error of a document before its file and the line of its offset are known. */
export interface Problem extends Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  readonly offset: number;
}

export function scalarTree(value: ScalarTree['value'], offset: number): ScalarTree {
  return { kind: 'scalar', value, offset, size: 1 };
}

export function listTree(items: readonly Tree[], offset: number): ListTree {
  return { kind: 'list', items, offset, size: items.reduce((size, item) => size + item.size, 1) };
}

export function mapTree(entries: readonly TreeEntry[], offset: number): MapTree {
  return { kind: 'map', entries, offset, size: entries.reduce((size, entry) => size + entry.value.size, 1) };
}

/**
 * The value of an unquoted scalar by its text. Of all the numbers of YAML only plain decimal
 * integers become numbers: `0x1F9F`, `8_095` and `8.095e3` stay text, for nobody means a port by them.
 *
 * @see https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
export function plainValue(text: string): ScalarTree['value'] {
  if (/^(?:0|-?[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return text;
}

/** The entry of a key; the last one where it stands twice, `undefined` where the tree is no map. */
export function entryOf(tree: Tree | undefined, key: string): TreeEntry | undefined {
  return entriesOf(tree).findLast((entry) => entry.key === key);
}

/** The entries of a map, none of anything else. */
export function entriesOf(tree: Tree | undefined): readonly TreeEntry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

/** The items of a list, or the scalar that stands for a list of one. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined || tree.kind === 'map') return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** The tree as plain values, for a validator. The key `__proto__` is left out. */
export function toPlain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toPlain);
  const plain: Record<string, unknown> = {};
  for (const { key, value } of tree.entries) if (key !== '__proto__') plain[key] = toPlain(value);
  return plain;
}
