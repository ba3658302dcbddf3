import { readFileSync } from "node:fs";
import { parseSync } from "vite";

/** A node of a parsed source file, as far as texts are looked for in it. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** A node with what it stands in, the nearest first. */
export interface Placed {
  node: SyntaxNode;
  within: readonly SyntaxNode[];
}

/** A source file with every node of it, in the order they are written. */
export interface SourceTree {
  file: string;
  source: string;
  nodes: Placed[];
}

/** Parses a source file, of which the text may be given. */
export function sourceTree(file: string, source: string = readFileSync(file, "utf8")): SourceTree {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: Placed[] = [];
  collect(program, [], nodes);
  return { file, source, nodes };
}

function collect(value: unknown, within: readonly SyntaxNode[], nodes: Placed[]): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, within, nodes);
    return;
  }
  if (!isNode(value)) return;
  nodes.push({ node: value, within });
  const inner = [value, ...within];
  for (const field of Object.values(value)) collect(field, inner, nodes);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The line a place of a source file is on, counted from 1. */
export function lineAt(source: string, place: number): number {
  return source.slice(0, place).split("\n").length;
}

/** What a name stands for in a call or a tag: "t" of t`…`, "includes" of text.includes(…). */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier" || node.type === "JSXIdentifier") return String(node["name"]);
  if (node.type === "MemberExpression") return nameOf(node["property"]);
  if (node.type === "ChainExpression") return nameOf(node["expression"]);
  return undefined;
}
