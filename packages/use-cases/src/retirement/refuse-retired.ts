import type { ProblemDetail } from "@liftledger/contracts/errors";
import { listRetirements, type RetiredNoun } from "@liftledger/database/retirements";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { retiredSentence } from "./retired-views.ts";

/** A thing that a request names, and where it does. */
export interface NamedThing {
  readonly objectId: string;
  /** Its name in sentences. */
  readonly name: string;
  readonly field: string;
  readonly row?: number;
}

/**
 * Throws "retired" where a request names things that are retired: which, by whom, when and why, and what to do. Called
 * in the transaction that writes.
 *
 * @example
 * await refuseRetired(ctx, tx, "kpi", [{ objectId: kpiKey, name: kpi.name, field: "kpiKey" }], "restore it to measure it");
 */
export async function refuseRetired(
  ctx: Context,
  db: Reader,
  noun: RetiredNoun,
  things: readonly NamedThing[],
  toDo: string,
): Promise<void> {
  const ids = [...new Set(things.map(({ objectId }) => objectId))];
  const retired = await listRetirements(db, ctx.organisationId, noun, ids);
  if (retired.size === 0) return;
  const details: ProblemDetail[] = [];
  for (const { objectId, name, field, row } of things) {
    const found = retired.get(objectId);
    if (found === undefined) continue;
    const message = `${await retiredSentence(ctx, db, name, found)}: ${toDo}.`;
    details.push({ field, message, seen: objectId, ...(row === undefined ? {} : { row }) });
  }
  const more = details.length === 1 ? "" : ` (and ${details.length - 1} more)`;
  throw new ProblemError("retired", `${details[0]?.message ?? ""}${more}`, details);
}

/** Throws "in-use" where anything stands on a thing, with what and what to do first. */
export function refuseHeld(name: string, holders: readonly string[], toDo: string): void {
  if (holders.length === 0) return;
  const named = holders.slice(0, mostNamed);
  const more = holders.length > mostNamed ? ` and ${holders.length - mostNamed} more` : "";
  const details = named.map((holder) => ({ field: "id", message: holder }));
  throw new ProblemError("in-use", `${name} is in use by ${named.join(", ")}${more}: ${toDo}.`, details);
}

/** So many holders are named; all are counted. */
const mostNamed = 10;
