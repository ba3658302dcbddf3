/** So many lists and objects within each other are more than any request has, and few enough for whatever walks them. */
export const deepestNesting = 100;

/**
 * Whether a JSON text has more lists and objects within each other than are walked without running out of stack, which
 * is a failure of the server and no answer. The text must be JSON.
 *
 * @example
 * isNestedTooDeep("[".repeat(101) + "]".repeat(101)) // true
 */
export function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > deepestNesting) return true;
  }
  return false;
}
