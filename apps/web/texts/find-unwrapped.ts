import { textTags } from "./find-texts.ts";
import { lineAt, nameOf, type Placed, type SourceTree, type SyntaxNode } from "./syntax-tree.ts";
import { isForMachines, isReadHere } from "./who-reads-it.ts";

/** Words in a page that no translation can reach, and where they stand. */
export interface UnwrappedText {
  file: string;
  line: number;
  text: string;
}

/** Texts of a source file that are not in `t`, `tx`, `said` or `form`. */
export function findUnwrapped({ file, source, nodes }: SourceTree): UnwrappedText[] {
  const found: UnwrappedText[] = [];
  for (const placed of nodes) {
    const text = textOf(placed);
    if (text === undefined || isExcused(source, placed)) continue;
    found.push({ file, line: lineAt(source, placed.node.start), text });
  }
  return found;
}

function textOf({ node, within }: Placed): string | undefined {
  if (node.type === "JSXText") return hasWord(String(node["value"])) ? String(node["value"]) : undefined;
  const text = stringOf(node);
  if (text === undefined || isTagged(within) || isForMachines(node, within)) return undefined;
  const isText = isReadHere(node, within) ? hasWord(text) : isLikeWords(text);
  return isText ? text : undefined;
}

function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = node["quasis"] as SyntaxNode[];
  return quasis.map(({ value }) => (value as { cooked: string }).cooked).join("{}");
}

function isTagged([parent]: readonly SyntaxNode[]): boolean {
  return (
    parent?.type === "TaggedTemplateExpression" && [...textTags, "form"].includes(nameOf(parent["tag"]) ?? "")
  );
}

function hasWord(text: string): boolean {
  return /[A-Za-z]{2}/.test(text.replaceAll(/&\w+;/g, ""));
}

const style =
  /^(#|--|\/|\.|@|var\(|calc\(|https?:|\(.*\)$)|[a-z]\(|\d(px|rem|vh|%)|--ll-|--mantine-|, sans-serif/;
const likeWords = [
  /[A-Za-z]{2,}[,:;]?(\{\})? +(\{\} )?[A-Za-z]/, // two words
  /^\s*[A-Z][a-z]+/, // a capital
  / [a-z]{2,}$|^[a-z]{2,} $|\{\} [a-z]|[a-z] \{\}/, // part of a sentence
];

function isLikeWords(text: string): boolean {
  return !style.test(text) && likeWords.some((pattern) => pattern.test(text));
}

/** What looks like words and is none says so in a comment before it, or before the statement it is in. */
function isExcused(source: string, { node, within }: Placed): boolean {
  return [node, ...within].some(
    ({ type, start }) => type !== "Program" && excuse.test(source.slice(Math.max(0, start - 200), start)),
  );
}

const excuse = /\bno text: [^*\n]+(\*\/|\n)\s*$/i;
