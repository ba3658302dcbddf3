import { createHash } from "node:crypto";
import type { RefusedRow } from "@liftledger/contracts/import";
import type { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { findImportedRows } from "@liftledger/database/imported-rows";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../../context.ts";
import type { CheckedRecords, CheckedRow } from "./record-writer.ts";

/** The rows of a file by what becomes of them; places are those in the rows that were checked. */
export interface MatchedRecords {
  readonly new: readonly number[];
  readonly same: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Which rows of a file are there already: of the rows of one identity the n-th is the n-th thing of it, so that a
 * file with repeated rows brings each in once and the same file again none.
 */
export async function matchRecords(
  ctx: Context,
  db: Reader,
  checked: CheckedRecords,
  recipe: RecordsRecipe,
): Promise<MatchedRecords> {
  const identities = new Map(checked.rows.map(({ identity }) => [rowKeyOf(identity), identity]));
  const made = await findImportedRows(db, ctx.organisationId, recipe.target, [...identities.keys()]);
  const madeByIdentity = new Map([...made].map(([key, ids]) => [identities.get(key) as string, ids]));
  const existing = checked.existing(madeByIdentity);
  const seen = new Map<string, number>();
  const fresh: number[] = [];
  const refused: RefusedRow[] = [];
  let same = 0;
  for (const [place, row] of checked.rows.entries()) {
    const before = seen.get(row.identity) ?? 0;
    seen.set(row.identity, before + 1);
    if (before < (existing.get(row.identity)?.length ?? 0)) same += 1;
    else if (row.fault === null) fresh.push(place);
    else refused.push(refusedRow(row, row.fault, recipe));
  }
  return { new: fresh, same, refused };
}

/** What stands for an identity in the table of imported rows, and tells nothing of what is in it. */
export function rowKeyOf(identity: string): string {
  return createHash("sha256").update(identity).digest("hex");
}

function refusedRow(
  { line }: CheckedRow,
  { field, value, rule, message }: NonNullable<CheckedRow["fault"]>,
  { fields }: RecordsRecipe,
): RefusedRow {
  const source = field === null || !Object.hasOwn(fields, field) ? undefined : fields[field];
  const column = source !== undefined && "column" in source ? source.column : null;
  const place = column === null ? `Line ${line}` : `Line ${line}, column "${column}"`;
  return { line, column, value, rule, message: `${place}: ${message}.` };
}
