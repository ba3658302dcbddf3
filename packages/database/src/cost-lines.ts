import { exactInteger, isOneOf } from "./columns.ts";
import { NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A planned or actual cost of an initiative in a month, in minor units. */
export interface CostLine {
  costLineId: string;
  initiativeId: string;
  category: string;
  month: string;
  amountMinor: bigint;
  currency: string;
  kind: "planned" | "actual";
  source: string;
  recordedAt: string;
  recordedBy: string;
  /** When it was taken back; it still counts for an `asOf` before that. */
  retractedAt: string | null;
}

/** Adds cost lines. */
export async function insertCostLines(
  tx: Writer,
  organisationId: string,
  costLines: readonly Omit<CostLine, "retractedAt">[],
): Promise<void> {
  for (let start = 0; start < costLines.length; start += 1000) {
    const rows = costLines.slice(start, start + 1000).map((line) => ({
      organisation_id: organisationId,
      cost_line_id: line.costLineId,
      initiative_id: line.initiativeId,
      category: line.category,
      month: line.month,
      amount_minor: line.amountMinor,
      currency: line.currency,
      kind: line.kind,
      source: line.source,
      recorded_at: line.recordedAt,
      recorded_by: line.recordedBy,
      retracted_at: null,
    }));
    await tx.insertInto("cost_lines").values(rows).execute();
  }
}

/**
 * The cost lines of initiatives that stand, by initiative and month. With `asOf`, those that stood at
 * that instant: recorded by then and not yet retracted.
 */
export async function listCostLines(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<CostLine[]> {
  let query = costLinesOf(db, organisationId)
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .orderBy("initiative_id")
    .orderBy("month")
    .orderBy("cost_line_id");
  query =
    asOf === undefined
      ? query.where("retracted_at", "is", null)
      : query
          .where("recorded_at", "<=", asOf)
          .where(({ or, eb }) => or([eb("retracted_at", "is", null), eb("retracted_at", ">", asOf)]));
  return (await query.execute()).map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

/** The months that have a cost in a currency that stands. */
export async function monthsWithCostsIn(
  db: Reader,
  organisationId: string,
  currency: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("cost_lines")
    .select("month")
    .distinct()
    .where("organisation_id", "=", organisationId)
    .where("currency", "=", currency)
    .where("retracted_at", "is", null)
    .orderBy("month")
    .execute();
  return rows.map(({ month }) => month);
}

/** Takes a cost line back from an instant on and answers it; throws `NotFoundError` when none stands under that id. */
export async function retractCostLine(
  tx: Writer,
  organisationId: string,
  costLineId: string,
  retractedAt: string,
): Promise<CostLine> {
  const result = await tx
    .updateTable("cost_lines")
    .set({ retracted_at: retractedAt })
    .where("organisation_id", "=", organisationId)
    .where("cost_line_id", "=", costLineId)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new NotFoundError("cost line", costLineId);
  const row = await costLinesOf(tx, organisationId)
    .where("cost_line_id", "=", costLineId)
    .executeTakeFirstOrThrow();
  return { ...row, amountMinor: BigInt(row.amountMinor) };
}

/** Those of some cost lines that stand, in the order of their ids; with `asOf`, those that stood at that instant. */
export async function standingCostLines(
  db: Reader,
  organisationId: string,
  costLineIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<CostLine[]> {
  const query = costLinesOf(db, organisationId)
    .where(isOneOf(db, "cost_line_id", costLineIds))
    .where(({ or, eb }) =>
      asOf === undefined
        ? eb("retracted_at", "is", null)
        : or([eb("retracted_at", "is", null), eb("retracted_at", ">", asOf)]),
    )
    .orderBy("cost_line_id");
  const rows = await (asOf === undefined ? query : query.where("recorded_at", "<=", asOf)).execute();
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

function costLinesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("cost_lines")
    .select([
      "cost_line_id as costLineId",
      "initiative_id as initiativeId",
      "category",
      "month",
      exactInteger("amount_minor").as("amountMinor"),
      "currency",
      "kind",
      "source",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
      "retracted_at as retractedAt",
    ])
    .where("organisation_id", "=", organisationId);
}
