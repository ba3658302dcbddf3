import type { Retired } from "@liftledger/contracts/retirement";
import { listRetirements, type RetiredNoun, type Retirement } from "@liftledger/database/retirements";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";

/** That a thing is retired, as it crosses the wire; null of one that is not. */
export type RetiredViews = (objectId: string) => Retired;

/** What is retired of a kind, with names of people; among some ids where given, and as of an instant where asked. */
export async function retiredViews(
  ctx: Context,
  db: Reader,
  noun: RetiredNoun,
  objectIds?: readonly string[],
  asOf?: string,
): Promise<RetiredViews> {
  const retirements = await listRetirements(db, ctx.organisationId, noun, objectIds, asOf);
  if (retirements.size === 0) return () => null;
  const nameOf = await personNames(ctx, db);
  return (objectId) => {
    const found = retirements.get(objectId);
    if (found === undefined) return null;
    const { retiredAt, retiredBy, reason } = found;
    return { retiredAt, retiredBy: nameOf(retiredBy), reason };
  };
}

/** Whether a list is asked for what is retired, or for what is not. */
export interface RetiredQuery {
  retired?: "true" | "false" | undefined;
}

/** The rows that were asked for: all, or those that are retired or are not. */
export function askedFor<Row extends { retired: Retired }>(
  rows: readonly Row[],
  { retired }: RetiredQuery,
): readonly Row[] {
  if (retired === undefined) return rows;
  return rows.filter((row) => (row.retired !== null) === (retired === "true"));
}

/** "Shop was retired by Ada on 2026-06-24 (counted elsewhere)". */
export async function retiredSentence(
  ctx: Context,
  db: Reader,
  name: string,
  { retiredAt, retiredBy, reason }: Retirement,
): Promise<string> {
  const nameOf = await personNames(ctx, db);
  const why = reason === "" ? "" : ` (${reason})`;
  return `${name} was retired by ${nameOf(retiredBy)} on ${dayOf(ctx, retiredAt)}${why}`;
}
