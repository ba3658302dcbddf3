/**
 * Where in a value stands the first text that a database cannot keep as it is: one with a NUL character, which
 * PostgreSQL has no place for, or with half a surrogate pair, which UTF-8 has none for. "" is the value itself, null
 * where there is none. A name that cannot be kept is found where its object stands.
 *
 * @example
 * unwritablePlace({ rows: [{ scope: "a\u0000b" }] }) // "rows[0].scope"
 */
export function unwritablePlace(value: unknown, place = ""): string | null {
  if (typeof value === "string") return isWritable(value) ? null : place;
  if (typeof value !== "object" || value === null || value instanceof Blob) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (!isWritable(name)) return place;
    const step = Array.isArray(value) ? `${place}[${name}]` : place === "" ? name : `${place}.${name}`;
    const found = unwritablePlace(inner, step);
    if (found !== null) return found;
  }
  return null;
}

function isWritable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
