import { nameOf, type SyntaxNode } from "./syntax-tree.ts";

/** Attributes that a person reads or hears, so that one word in them is a text. */
const readAttributes = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-valuetext",
  "description",
  "error",
  "finding",
  "label",
  "legend",
  "nothingFoundMessage",
  "placeholder",
  "title",
]);

/** Attributes whose strings the browser or a library reads: names, places and looks. */
const machineAttributes =
  /^(className|classNames|styles?|component|to|href|id|key|type|role|variant|size|color|c|bg|bd|ff|f[zw]|lh|[mp][tblrxy]?|[wh]|m[ai][wh]|flex|display|gap|align|justify|wrap|td|tt|ta|pos|d|viewBox|transform|stroke.*|fill|rel|target|autoComplete|inputMode|data-(?!label).*|aria-(labelledby|describedby|controls|hidden|live|current|haspopup|errormessage)|accept|position|underline|scrollbars|cols|spacing|width|height|transitionProps|search|params|template|renderRoot)$/;

/** Calls whose strings no person reads. */
const machineCalls = new Set([
  "Error",
  "addEventListener",
  "call",
  "createElement",
  "endsWith",
  "getElementById",
  "getPropertyValue",
  "includes",
  "indexOf",
  "join",
  "lazyRouteComponent",
  "localeCompare",
  "matchMedia",
  "querySelector",
  "querySelectorAll",
  "removeEventListener",
  "replace",
  "replaceAll",
  "split",
  "startsWith",
]);

/** Properties of objects that people read, so that one word in them is a text. */
const readProperties = new Set([
  "description",
  "heading",
  "label",
  "placeholder",
  "sentence",
  "title",
  "word",
  "words",
]);

/**
 * Whether a string is shown or read out just where it stands: between tags, in an attribute for people, or in a
 * property that says so. Not in a call within these, whose answer is what is shown.
 */
export function isReadHere(node: SyntaxNode, within: readonly SyntaxNode[]): boolean {
  const [parent] = within;
  if (parent?.type === "Property" && parent["value"] === node)
    return readProperties.has(nameOf(parent["key"]) ?? "");
  const outer = within.find(({ type }) =>
    /^JSX(Attribute|Element|Fragment)$|Call|Function|Property/.test(type),
  );
  if (outer?.type === "JSXAttribute") return readAttributes.has(attributeName(outer));
  return outer?.type === "JSXElement" || outer?.type === "JSXFragment";
}

function attributeName(attribute: SyntaxNode): string {
  const name = attribute["name"] as SyntaxNode;
  return name.type === "JSXNamespacedName" ? "" : String(name["name"]);
}

/** Whether a string is for the compiler, the browser or a library: a type, a key, what is compared, a look. */
export function isForMachines(node: SyntaxNode, within: readonly SyntaxNode[]): boolean {
  const [parent] = within;
  if (parent === undefined || isOfLanguage(node, parent)) return true;
  for (const [depth, outer] of within.entries()) {
    if (outer.type === "JSXAttribute") return machineAttributes.test(attributeName(outer));
    if (outer.type === "JSXElement" || /^(Arrow)?Function/.test(outer.type)) return false;
    const isCall = outer.type === "CallExpression" || outer.type === "NewExpression";
    const isArgument = isCall && outer["callee"] !== (within[depth - 1] ?? node);
    if (isArgument) return machineCalls.has(nameOf(outer["callee"]) ?? "");
  }
  return false;
}

function isOfLanguage(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (/^(Import|Export(All|Named)|TS(Literal|Template|Import|External))/.test(parent.type)) return true;
  if (["ExpressionStatement", "SwitchCase", "MemberExpression"].includes(parent.type)) return true;
  if (parent.type === "BinaryExpression") return parent["operator"] !== "+";
  return parent.type === "Property" && parent["key"] === node;
}
