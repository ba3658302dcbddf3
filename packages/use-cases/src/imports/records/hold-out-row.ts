import { NewHoldOut, type HoldOutTerms } from "@liftledger/contracts/hold-out";
import { holdOutTermFields } from "@liftledger/contracts/hold-out-fields";
import type { FileRecord } from "@liftledger/files/read-records";
import { isDecimal, normaliseDecimal } from "@liftledger/numerics/decimal";
import { faultOf, type RowFault } from "./record-writer.ts";

/** Terms that are numbers on the wire, with what is said where a cell holds another number. */
const wholeTerms = /^(treated|heldOut)\.units$|^assigned\.|^plannedUnits$/;
const partTerms = /^split\./;
/** Terms that are given for both arms or for none. */
const pairs = ["assigned", "split"] as const;

const fieldOfTerm = new Map(Object.entries(holdOutTermFields).map(([field, { term }]) => [term, field]));

/** The field of a row that fills a term such as "treated.sum"; null where none does. */
export function holdOutFieldOf(term: string): string | null {
  return fieldOfTerm.get(term) ?? null;
}

/** What a row says of a hold-out, or the first thing it cannot say. */
export function holdOutTermsOf({ values }: FileRecord, source: string): HoldOutTerms | RowFault {
  const terms: Record<string, unknown> = { source };
  for (const [field, { term }] of Object.entries(holdOutTermFields)) {
    const value = values[field];
    if (value === undefined) continue;
    const fault = countFault(field, term, value);
    if (fault !== null) return fault;
    const [outer = "", inner] = term.split(".");
    const told = wholeTerms.test(term) || partTerms.test(term) ? Number(value) : value;
    if (inner === undefined) terms[outer] = told;
    else terms[outer] = { ...(terms[outer] as object | undefined), [inner]: told };
  }
  for (const pair of pairs) {
    const given = terms[pair];
    if (given === undefined || Object.keys(given as object).length === 2) continue;
    const field = holdOutFieldOf(`${pair}.${Object.keys(given as object)[0]}`);
    return faultOf(field, values[field ?? ""] ?? null, "half-given", "say it of both arms, or of neither");
  }
  const parsed = NewHoldOut.safeParse(terms);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = holdOutFieldOf(issue?.path.join(".") ?? "");
  return faultOf(field, values[field ?? ""] ?? null, "wrong-hold-out", issue?.message ?? "it cannot be read");
}

/** The same hold-out is the same in all it says; where it was entered does not count. */
export function holdOutIdentity(benefitId: string, { source: _source, ...terms }: HoldOutTerms): string {
  return JSON.stringify([benefitId, terms], (_key, value: unknown) =>
    typeof value === "string" && isDecimal(value) ? normaliseDecimal(value) : value,
  );
}

function countFault(field: string, term: string, value: string): RowFault | null {
  if (wholeTerms.test(term) && !/^[1-9]\d{0,8}$/.test(value)) {
    return faultOf(field, value, "not-a-count", "units are counted in whole numbers, from 1 to 999,999,999");
  }
  if (partTerms.test(term) && !(Number(value) >= 0.000001 && Number(value) <= 1_000_000)) {
    return faultOf(
      field,
      value,
      "wrong-split",
      "a part of the split is more than nothing, such as 50 or 0.5",
    );
  }
  return null;
}
