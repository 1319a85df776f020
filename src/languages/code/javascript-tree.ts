import type {
  BinaryExpression,
  Expression as JavaScriptExpression,
  Node,
  SourceFile,
  TemplateExpression,
} from 'ts-morph';
import type { MappedText, Span } from '../../text/mapped-text.ts';
import { type Expression, NOTHING, numberLiteral, type Program, plainText } from './expression.ts';
import { readBinding, readImport, readProperty } from './javascript-names.ts';
import { decodeLiteral } from './literal.ts';

/** What a reader needs beside the node. */
export interface JavaScriptSource {
  readonly code: MappedText;
  readonly expansions: ReadonlyMap<number, Span>;
  readonly morph: typeof import('ts-morph');
}

/** What is passed on from node to node. */
export interface JavaScriptReader extends JavaScriptSource {
  readonly imports: Map<string, string>;
  readonly read: (node: Node | undefined) => Expression;
  readonly at: (node: Node) => MappedText;
}

/** Reads the tree of a piece of JavaScript. */
export function readJavaScriptTree(file: SourceFile, source: JavaScriptSource): Program {
  const imports = new Map<string, string>();
  const reader: JavaScriptReader = {
    ...source,
    imports,
    read: (node) => (node === undefined ? NOTHING : readNode(node, reader)),
    at: (node) => source.code.slice(node.getStart(), node.getEnd()),
  };
  return { body: reader.read(file), imports };
}

function readNode(node: Node, reader: JavaScriptReader): Expression {
  const { read } = reader;
  const { Node, SyntaxKind } = reader.morph;
  const at = reader.at(node);
  if (Node.isNumericLiteral(node)) return numberLiteral(at);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    return plainText(decode(at.slice(1, at.length - (node.isTerminated() ? 1 : 0))));
  }
  if (Node.isTemplateExpression(node)) return readTemplate(node, reader);
  if (Node.isIdentifier(node)) return readIdentifier(node, at, reader);
  if (Node.isThisExpression(node) || Node.isMetaProperty(node)) return { kind: 'name', name: at.text, at };
  if (Node.isPropertyAccessExpression(node)) {
    return { kind: 'member', object: read(node.getExpression()), name: reader.at(node.getNameNode()), at };
  }
  if (Node.isElementAccessExpression(node)) {
    return { kind: 'index', object: read(node.getExpression()), key: read(node.getArgumentExpression()), at };
  }
  if (Node.isCallExpression(node) || Node.isNewExpression(node)) {
    const values = node.getArguments().map((argument) => ({ name: undefined, value: read(argument) }));
    return { kind: 'call', callee: readCallee(node.getExpression(), reader), arguments: values, at };
  }
  if (Node.isArrayLiteralExpression(node)) return { kind: 'list', items: node.getElements().map(read) };
  if (Node.isObjectLiteralExpression(node)) {
    return { kind: 'record', entries: node.getProperties().map((property) => readProperty(property, reader)) };
  }
  if (Node.isConditionalExpression(node)) {
    const options = [read(node.getWhenTrue()), read(node.getWhenFalse())];
    return { kind: 'choice', options, condition: read(node.getCondition()) };
  }
  if (Node.isBinaryExpression(node)) return readBinary(node, reader);
  if (Node.isPrefixUnaryExpression(node)) {
    const operand = read(node.getOperand());
    return node.getOperatorToken() === SyntaxKind.PlusToken ? operand : { kind: 'computation', parts: [operand] };
  }
  if (
    Node.isParenthesizedExpression(node) ||
    Node.isAwaitExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isNonNullExpression(node)
  ) {
    return read(node.getExpression());
  }
  if (Node.isVariableDeclaration(node) || Node.isParameterDeclaration(node) || Node.isBindingElement(node)) {
    return readBinding(node.getNameNode(), read(node.getInitializer()), reader);
  }
  if (Node.isForOfStatement(node)) {
    const [declaration] = node.getInitializer().getChildrenOfKind(SyntaxKind.SyntaxList)[0]?.getChildren() ?? [];
    const target = Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : node.getInitializer();
    const loop: Expression = { kind: 'loop', target: read(target), source: read(node.getExpression()) };
    return { kind: 'block', children: [loop, read(node.getStatement())] };
  }
  if (Node.isImportDeclaration(node)) return readImport(node, reader);
  if (Node.isNullLiteral(node) || Node.isTrueLiteral(node) || Node.isFalseLiteral(node)) return NOTHING;
  return { kind: 'block', children: node.forEachChildAsArray().map(read) };
}

/** A name, or what the shell puts there. */
function readIdentifier(node: Node, at: MappedText, { code, expansions }: JavaScriptReader): Expression {
  const expansion = expansions.get(node.getStart());
  if (expansion !== undefined) return plainText(code.slice(expansion.start, expansion.end));
  if (at.text === 'undefined') return NOTHING;
  return { kind: 'name', name: at.text, at, shell: /^\$[A-Za-z_]\w*$/.test(at.text) ? at : undefined };
}

function readCallee(callee: JavaScriptExpression, reader: JavaScriptReader): Expression {
  if (callee.getKind() !== reader.morph.SyntaxKind.ImportKeyword) return reader.read(callee);
  return { kind: 'name', name: 'import', at: reader.at(callee) };
}

/** `${PORT}` in a template can be the shell's, in code between double quotes. */
function readTemplate(node: TemplateExpression, reader: JavaScriptReader): Expression {
  const { code, read } = reader;
  const { Node } = reader.morph;
  const head = node.getHead();
  const parts: (MappedText | Expression)[] = [decode(code.slice(head.getStart() + 1, head.getEnd() - 2))];
  let end = head.getEnd();
  for (const span of node.getTemplateSpans()) {
    const value = span.getExpression();
    const literal = span.getLiteral();
    const shell = code.slice(end - 2, literal.getStart() + 1);
    const read_ = read(value);
    const isShell = Node.isIdentifier(value) && /^\$\{[A-Z_][A-Z0-9_]*\}$/.test(shell.text);
    parts.push(isShell && read_.kind === 'name' ? { ...read_, shell } : read_);
    end = literal.getEnd();
    const closing = Node.isTemplateTail(literal) ? 1 : 2;
    parts.push(decode(code.slice(literal.getStart() + 1, end - closing)));
  }
  return { kind: 'text', parts: parts.filter((part) => 'kind' in part || part.length > 0) };
}

function readBinary(node: BinaryExpression, { read, morph: { SyntaxKind } }: JavaScriptReader): Expression {
  const sides = [read(node.getLeft()), read(node.getRight())];
  const [left = NOTHING, right = NOTHING] = sides;
  switch (node.getOperatorToken().getKind()) {
    case SyntaxKind.EqualsToken:
    case SyntaxKind.BarBarEqualsToken:
    case SyntaxKind.QuestionQuestionEqualsToken:
      return { kind: 'assignment', target: left, value: right };
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
    case SyntaxKind.AmpersandAmpersandToken:
      return { kind: 'choice', options: sides };
    case SyntaxKind.PlusToken:
      return { kind: 'join', parts: sides };
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
    case SyntaxKind.LessThanToken:
    case SyntaxKind.LessThanEqualsToken:
    case SyntaxKind.GreaterThanToken:
    case SyntaxKind.GreaterThanEqualsToken:
      return { kind: 'comparison', sides };
    case SyntaxKind.CommaToken:
      return { kind: 'block', children: sides };
    default:
      return { kind: 'computation', parts: sides };
  }
}

function decode(inside: MappedText): MappedText {
  return decodeLiteral(inside, { backslash: 'all' }, 'JavaScript string');
}
