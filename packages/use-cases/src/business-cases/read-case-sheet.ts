import type { CaseSheet } from "@liftledger/contracts/case-sheet";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { readCaseSheet as read } from "@liftledger/files/case-sheet/read-case-sheet";
import type { Context } from "../context.ts";
import type { FileSource } from "../imports/file-source.ts";
import { refusedFile } from "../imports/refused-file.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";

/** A sheet, and what it does not say itself. */
export interface CaseSheetFile {
  readonly file: FileSource;
  /** What stands before decimals in a CSV file. */
  readonly decimal?: "." | "," | undefined;
  readonly start?: string | undefined;
  readonly currency?: string | undefined;
}

/**
 * Reads a case from a spreadsheet of the documented layout, for `createCase`; writes nothing. Currencies whose worth the
 * sheet does not say are planned at the latest exchange rate of the organisation. Throws "file-refused" with
 * every cell that cannot be read, by row and column.
 */
export async function readCaseSheet(
  ctx: Context,
  { file, decimal = ".", start, currency }: CaseSheetFile,
): Promise<CaseSheet> {
  mustBe(ctx, "contributor");
  const own = currency ?? (await getOrganisation(ctx, ctx.db.read)).currency;
  const rates = await latestExchangeRates(ctx.db.read, ctx.organisationId);
  const { newId, today } = ctx;
  const frame = { decimal, start: start ?? null, currency: own, rates, today };
  const reading = await read({ open: file.open, ...frame, newId });
  if (reading.kind === "refused") throw refusedFile(reading.problems);
  if (reading.kind === "question")
    throw refusedFile(
      reading.questions.map(({ id, text, where }) => ({ place: where, rule: id, message: text })),
    );
  const { plan, rows, totals, formulaCells } = reading;
  return { plan, rows, totals, formulaCells };
}
