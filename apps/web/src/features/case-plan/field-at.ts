/**
 * The field a JSON pointer leads to: the one that bears it, else the first one within it, else the nearest that holds it.
 *
 * @example fieldAt("/costs/0/amount/2/value", find)
 */
export function fieldAt<Field>(path: string, find: (at: string) => Field | null): Field | null {
  const parts = path.split("/");
  for (let length = parts.length; length > 1; length -= 1) {
    const found = find(parts.slice(0, length).join("/"));
    if (found !== null) return found;
  }
  return null;
}
