import { t } from "../words.ts";

/** One thing that a version says, by its name on the page; null where it is not stated. */
export interface Fact {
  name: string;
  text: string | null;
}

/** What a version says otherwise than the one before, a sentence each; of the first, that it is the first. */
export function changesBetween(before: readonly Fact[] | undefined, after: readonly Fact[]): string[] {
  if (before === undefined) return [t`The first that was recorded`];
  const [was, is] = [textsByName(before), textsByName(after)];
  const names = [...new Set([...is.keys(), ...was.keys()])];
  const changes = names.flatMap((name) => {
    const [one, other] = [was.get(name) ?? null, is.get(name) ?? null];
    if (one === other) return [];
    // A name, and what is said under it: no language says that otherwise.
    if (one === null) return [`${name}: ${other ?? ""}`];
    return [other === null ? t`${name}: not any more (${one})` : `${name}: ${one} → ${other}`];
  });
  return changes.length === 0 ? [t`Nothing was changed`] : changes;
}

/** What is said under each name; several things under one name are one text. */
function textsByName(facts: readonly Fact[]): Map<string, string | null> {
  const groups = Map.groupBy(facts, ({ name }) => name);
  return new Map(
    [...groups].map(([name, said]) => {
      const texts = said.flatMap(({ text }) => text ?? []);
      return [name, texts.length === 0 ? null : texts.join("; ")];
    }),
  );
}

/** Versions, the latest first, each with what it says otherwise than the one before. */
export function withChanges<Version extends object>(
  rows: readonly Version[],
  factsOf: (version: Version) => Fact[],
): (Version & { changes: string[] })[] {
  return rows.map((row, place) => {
    const before = rows[place + 1];
    const changes = changesBetween(before === undefined ? undefined : factsOf(before), factsOf(row));
    return { ...row, changes };
  });
}
