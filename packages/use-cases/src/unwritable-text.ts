/**
 * The first text anywhere in a value that a database cannot keep as it is: with a NUL character, which
 * PostgreSQL has no place for, or with half a surrogate pair, which UTF-8 has none for. Null when there is
 * none. Names of fields count as well.
 *
 * @example
 * unwritableText({ scope: "a\u0000b" }) // "a\u0000b"
 */
export function unwritableText(value: unknown): string | null {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed() ? value : null;
  if (typeof value !== "object" || value === null || value instanceof Blob) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unwritableText(key) ?? unwritableText(inner);
    if (found !== null) return found;
  }
  return null;
}
