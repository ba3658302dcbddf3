import { isNode, lineAt, nameOf, type Placed, type SourceTree, type SyntaxNode } from "./syntax-tree.ts";

/** A text as it stands in a source file. */
export interface FoundText {
  /** Its English, with {0}, {1} where something is filled in; of a plural the form of one. */
  english: string;
  /** Of a plural, the form of many. */
  many?: string;
  /** The code of what is filled in, which says a translator what it is. */
  fillings: readonly string[];
}

/** The texts of a source file, and what is wrong with those that no translation could say. */
export interface FoundTexts {
  texts: FoundText[];
  faults: { line: number; why: string }[];
}

/** What a text must not be; the message is for who wrote it. */
class TextFault extends Error {}

/** What a text is said with, beside the two forms of a plural. */
export const textTags: readonly string[] = ["t", "tx", "said"];

/** The texts of a source file: what is in t`…`, tx`…` and said`…`, and in the two forms of `plural`. */
export function findTexts({ source, nodes }: SourceTree): FoundTexts {
  const found: FoundTexts = { texts: [], faults: [] };
  for (const placed of nodes) {
    try {
      const text = textAt(source, placed);
      if (text !== undefined) found.texts.push(text);
    } catch (error) {
      if (!(error instanceof TextFault)) throw error;
      found.faults.push({ line: lineAt(source, placed.node.start), why: error.message });
    }
  }
  return found;
}

function textAt(source: string, { node, within }: Placed): FoundText | undefined {
  if (isPlural(node)) return pluralAt(source, node);
  if (node.type !== "TaggedTemplateExpression") return undefined;
  const tag = nameOf(node["tag"]);
  if (tag === "form" && !isPlural(within[0])) throw new TextFault("form`…` is for plural(…)");
  return tag !== undefined && textTags.includes(tag) ? textOf(source, node) : undefined;
}

function isPlural(node: SyntaxNode | undefined): boolean {
  return node?.type === "CallExpression" && nameOf(node["callee"]) === "plural";
}

function pluralAt(source: string, call: SyntaxNode): FoundText {
  const [, one, many] = call["arguments"] as unknown[];
  if (!isForm(one) || !isForm(many))
    throw new TextFault("plural(count, form`…`, form`…`) takes its two forms as they are");
  const single = textOf(source, one);
  const more = textOf(source, many);
  if (single.fillings.join("\n") !== more.fillings.join("\n"))
    throw new TextFault("both forms of a plural are filled with the same things in the same order");
  return { ...single, many: more.english };
}

function isForm(node: unknown): node is SyntaxNode {
  return isNode(node) && node.type === "TaggedTemplateExpression" && nameOf(node["tag"]) === "form";
}

function textOf(source: string, tagged: SyntaxNode): FoundText {
  const { quasis, expressions } = tagged["quasi"] as { quasis: SyntaxNode[]; expressions: SyntaxNode[] };
  const pieces = quasis.map(({ value }) => (value as { cooked: string }).cooked);
  const english = pieces.reduce((text, piece, index) => `${text}{${index - 1}}${piece}`);
  if (pieces.some((piece) => /\{\d\}/.test(piece)))
    throw new TextFault("{0} is where something is filled in");
  if (expressions.length > 10) throw new TextFault("a text of more than ten things is a table");
  if (/^[\s,;.]|\s$/.test(english))
    throw new TextFault("half a sentence cannot be translated: say whole ones, one for each case");
  if (!/\p{L}/u.test(pieces.join(""))) throw new TextFault("there is no word in it to translate");
  return {
    english,
    fillings: expressions.map(({ start, end }) => source.slice(start, end).replaceAll(/\s+/g, " ")),
  };
}
