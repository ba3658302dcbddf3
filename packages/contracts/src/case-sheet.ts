import { z } from "zod";
import { NewCasePlan } from "./case-plan.ts";
import { CurrencyCode, MonthText } from "./values.ts";

/** A sheet of the layout in docs/case-layout.md. */
export const CaseSheetUpload = z.strictObject({
  file: z.file(),
  /** What stands before decimals in a CSV file. */
  decimal: z.enum([".", ","]).default("."),
  /** The month in which the first period begins, where the headings only count. */
  start: MonthText.optional(),
  /** Of the plan; the organisation's when left out. */
  currency: CurrencyCode.optional(),
});

/** What a sheet says, as `createCase` takes it. */
export const CaseSheet = z.object({
  plan: NewCasePlan,
  rows: z.number().int(),
  /** Rows of totals, which were passed over. */
  totals: z.number().int(),
  /** Cells that a formula made; the value stored for it was read. */
  formulaCells: z.number().int(),
});
export type CaseSheet = z.infer<typeof CaseSheet>;
