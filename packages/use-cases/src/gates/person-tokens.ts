import type { PersonNames } from "../people/person-names.ts";

/**
 * A person in evidence that is signed: by their id, so that the text and its digest stay as they were signed when the
 * name is changed or erased.
 */
export function personToken(personId: string): string {
  return `{person:${personId}}`;
}

/** JSON text with every token in it as the person's name. */
export function withNames(json: string, nameOf: PersonNames): string {
  return json.replaceAll(/\{person:([A-Za-z0-9-]+)\}/g, (_token, personId: string) =>
    JSON.stringify(nameOf(personId)).slice(1, -1),
  );
}
