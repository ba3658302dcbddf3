import { t } from "../../words.ts";

/** One field that differs between what was and what is; undefined where it was not there. */
export interface ChangedField {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/**
 * What differs between two states of a thing, field by field; all of it where there was nothing before or is nothing
 * after. Ids that have a name among `names` are told by it.
 */
export function changedFields(
  before: object | null,
  after: object | null,
  names: Readonly<Record<string, string>> = {},
): ChangedField[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const told = (text: string | undefined) =>
    Object.entries(names).reduce((said, [id, name]) => said?.replaceAll(id, name), text);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => change.before !== change.after)
    .map(({ field, ...change }) => ({ field, before: told(change.before), after: told(change.after) }));
}

/** How many fields stayed as they were. */
export function sameFields(before: object | null, after: object | null): number {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...was].filter(([field, value]) => is.get(field) === value).length;
}

function fieldsOf(state: object | null): Map<string, string> {
  const fields = new Map<string, string>();
  if (state !== null) collect(state, "", fields);
  return fields;
}

function collect(value: unknown, path: string, fields: Map<string, string>): void {
  if (value === null || value === undefined) return void fields.set(path, t`none`);
  if (value === "") return void fields.set(path, t`empty`);
  if (typeof value !== "object") return void fields.set(path, String(value));
  const entries = Object.entries(value);
  // A list of plain values reads best in one line.
  if (Array.isArray(value) && value.every((one) => typeof one !== "object" || one === null)) {
    return void fields.set(path, value.length === 0 ? t`empty` : value.map(String).join(", "));
  }
  for (const [name, inner] of entries) {
    const step = Array.isArray(value) ? String(Number(name) + 1) : fieldWords(name);
    collect(inner, path === "" ? step : `${path}, ${step}`, fields);
  }
}

/** "unitValue" as a person reads it: "unit value". */
export function fieldWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
}

/** "freezeBaseline" as a person reads it: "Freeze baseline". */
export function actionWords(action: string): string {
  const words = fieldWords(action);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
