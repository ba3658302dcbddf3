/**
 * The first name that an object of a JSON text has twice, null where there is none. `JSON.parse` keeps the last of the
 * two, so that whoever checked the first would have checked nothing. The text must be JSON.
 *
 * @example
 * repeatedName('{"amount": 1, "amount": 2}') // "amount"
 */
export function repeatedName(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (const [token, quoted] of json.matchAll(
    /("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g,
  )) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (quoted !== undefined) {
      const names = open.at(-1);
      const name = JSON.parse(quoted) as string;
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
  }
  return null;
}
