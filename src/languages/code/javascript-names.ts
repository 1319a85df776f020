import type { BindingName, ImportDeclaration, ObjectLiteralElementLike } from 'ts-morph';
import { type Entry, type Expression, NOTHING } from './expression.ts';
import type { JavaScriptReader } from './javascript-tree.ts';

/** `name = value`, also with a pattern for the name: `{PORT: port = 8095} = process.env`. */
export function readBinding(name: BindingName, value: Expression, reader: JavaScriptReader): Expression {
  const { Node } = reader.morph;
  if (Node.isIdentifier(name)) {
    if (value === NOTHING) return NOTHING;
    return { kind: 'assignment', target: reader.read(name), value };
  }
  if (Node.isArrayBindingPattern(name)) {
    const targets = name
      .getElements()
      .map((element) => (Node.isBindingElement(element) ? reader.read(element.getNameNode()) : NOTHING));
    return { kind: 'assignment', target: { kind: 'list', items: targets }, value };
  }
  const children = name.getElements().map((element): Expression => {
    const property = element.getPropertyNameNode() ?? element.getNameNode();
    const member: Expression = { kind: 'member', object: value, name: reader.at(property), at: reader.at(property) };
    const initial = element.getInitializer();
    const taken: Expression =
      initial === undefined ? member : { kind: 'choice', options: [member, reader.read(initial)] };
    return readBinding(element.getNameNode(), taken, reader);
  });
  return { kind: 'block', children: [value, ...children] };
}

/** `{port: 8095}`, `{'port': 8095}`, `{port}` */
export function readProperty(property: ObjectLiteralElementLike, reader: JavaScriptReader): Entry {
  const { Node } = reader.morph;
  if (Node.isPropertyAssignment(property)) {
    const name = property.getNameNode();
    const key =
      Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name) ? name.getLiteralText() : name.getText();
    return { name: key, value: reader.read(property.getInitializer()) };
  }
  if (Node.isShorthandPropertyAssignment(property)) {
    const name = property.getNameNode();
    return { name: name.getText(), value: reader.read(name) };
  }
  return { name: undefined, value: { kind: 'block', children: property.forEachChildAsArray().map(reader.read) } };
}

/** `import http, { get as load } from 'node:http'` */
export function readImport(node: ImportDeclaration, { imports, morph }: JavaScriptReader): Expression {
  const specifier = node.getFirstChildByKind(morph.SyntaxKind.StringLiteral);
  if (specifier === undefined) return NOTHING;
  const module = specifier.getLiteralText().replace(/^node:/, '');
  const whole = node.getDefaultImport() ?? node.getNamespaceImport();
  if (whole !== undefined) imports.set(whole.getText(), module);
  for (const named of node.getNamedImports()) {
    imports.set(named.getAliasNode()?.getText() ?? named.getName(), `${module}.${named.getName()}`);
  }
  return NOTHING;
}
