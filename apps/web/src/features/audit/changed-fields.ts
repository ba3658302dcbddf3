import type { AuditEntry } from "@liftledger/contracts/audit";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { t } from "../../words.ts";

/** One field that differs between what was and what is; undefined where it was not there. */
export interface ChangedField {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/**
 * What differs between two states of a thing, field by field; all of it where there was nothing before or is nothing
 * after. Ids that have a name among `names` are told by it, and their field is that of the thing; instants by the
 * organisation's clock.
 */
export function changedFields(
  before: object | null,
  after: object | null,
  names: Readonly<Record<string, string>> = {},
): ChangedField[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const named = (text: string | undefined) =>
    Object.entries(names).reduce((said, [id, name]) => said?.replaceAll(id, name), text);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => change.before !== change.after)
    .map(({ field, before: old, after: now }) => {
      const isNamed = named(old) !== old || named(now) !== now;
      const [first, last] = [told(named(old)), told(named(now))];
      // Two instants of one minute are told apart by what was recorded.
      const differ = first !== last || old === undefined || now === undefined;
      return {
        field: isNamed ? field.replace(/ id(s?)$/, "$1") : field,
        before: differ ? first : named(old),
        after: differ ? last : named(now),
      };
    });
}

/** Those of the changes that say something: what was made without a value is not told field by field. */
export function saidFields(changes: readonly ChangedField[]): ChangedField[] {
  const nothing: readonly (string | undefined)[] = [undefined, t`none`, t`empty`];
  return changes.filter(({ before, after }) => !nothing.includes(before) || !nothing.includes(after));
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function told(text: string | undefined): string | undefined {
  return text !== undefined && instant.test(text) ? formatInstant(text) : text;
}

type Subject = Pick<AuditEntry, "objectId" | "before" | "after" | "names" | "noun">;

/** What an entry is about, as people call it: its own name, else that of the series, the business case or the initiative that it belongs to. */
export function subjectOf({ objectId, before, after, names, noun }: Subject): string | undefined {
  const own = names[objectId];
  if (own !== undefined) return own;
  if (noun === "period" && /^\d{4}-\d{2}$/.test(objectId)) return formatPeriod(objectId);
  const state: Readonly<Record<string, unknown>> = { ...before, ...after };
  for (const field of ["name", "title"]) {
    const text = state[field];
    if (typeof text === "string" && text !== "") return text;
  }
  const belongsTo = ["seriesId", "caseId", "initiativeId"].map((field) => names[String(state[field])]);
  return belongsTo.find((name) => name !== undefined);
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
