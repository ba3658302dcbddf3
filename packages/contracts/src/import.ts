import { z } from "zod";
import { Id, KpiKey } from "./ids.ts";
import { DateFormat, NumberStyle, TextEncoding } from "./import-recipe.ts";
import { AnyRecipe } from "./records-recipe.ts";
import { recordTargetNames } from "./record-targets.ts";
import { Retired } from "./retirement.ts";
import { DecimalText, Instant, PeriodText } from "./values.ts";

export const RefusedRow = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  rule: z.string(),
  message: z.string(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

export const ImportQuestion = z.object({
  id: z.string(),
  text: z.string(),
  where: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type ImportQuestion = z.infer<typeof ImportQuestion>;

/** What a file holds: figures of series, or a row each of something else. */
const ImportTarget = z.enum(["series", ...recordTargetNames]);

/** What an import would do, or did. */
export const ImportSummary = z.object({
  target: ImportTarget,
  fileName: z.string(),
  fileDigest: z.string(),
  fileBytes: z.number().int(),
  rowsRead: z.number().int(),
  totalRowsSkipped: z.number().int(),
  periods: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    /** Kept beside what another source says of the period, which counts. */
    beside: z.number().int(),
  }),
  /** Rows that become things, such as initiatives, by whether they are there already. */
  records: z.object({ new: z.number().int(), same: z.number().int() }),
  refusedRows: z.array(RefusedRow),
  refusedCount: z.number().int(),
  /** Cells that could not be read in rows that are taken all the same, as the recipe says; the first thousand. */
  unreadCells: z.array(RefusedRow),
  unreadCount: z.number().int(),
  /** The rows that are new, counted by what they have in common. */
  tallies: z.array(
    z.object({
      field: z.string(),
      value: z.string(),
      rows: z.number().int(),
      /** Money they add up to, where they have any. */
      amount: z.object({ amount: DecimalText, currency: z.string() }).nullable(),
    }),
  ),
  /** The first of the new rows, each in a line. */
  firstNew: z.array(z.object({ line: z.number().int(), text: z.string() })),
  warnings: z.array(z.string()),
  totals: z.array(
    z.object({
      kpiKey: KpiKey,
      kpiName: z.string(),
      scope: z.string(),
      isNewSeries: z.boolean(),
      periods: z.number().int(),
      firstPeriod: PeriodText,
      lastPeriod: PeriodText,
      numerator: DecimalText,
      denominator: DecimalText,
      numeratorUnit: z.string(),
      denominatorUnit: z.string(),
      ratio: z.number().nullable(),
    }),
  ),
  /** The first changed periods, before and after. */
  changes: z.array(
    z.object({
      kpiKey: KpiKey,
      scope: z.string(),
      period: PeriodText,
      before: z.object({ numerator: DecimalText, denominator: DecimalText }),
      after: z.object({ numerator: DecimalText, denominator: DecimalText }),
    }),
  ),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportPreview = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("preview"), summary: ImportSummary }),
  z.object({ kind: z.literal("question"), questions: z.array(ImportQuestion) }),
  z.object({
    kind: z.literal("refused"),
    problems: z.array(z.object({ place: z.string(), rule: z.string(), message: z.string() })),
  }),
]);
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportResult = z.object({
  /** Null when the file changed nothing: then nothing was written. */
  importId: Id.nullable(),
  summary: ImportSummary,
});
export type ImportResult = z.infer<typeof ImportResult>;

export const ImportRecord = z.object({
  importId: Id,
  recipeName: z.string().nullable(),
  target: ImportTarget,
  fileName: z.string(),
  fileDigest: z.string(),
  fileBytes: z.number().int(),
  rowsRead: z.number().int(),
  periodsNew: z.number().int(),
  periodsChanged: z.number().int(),
  periodsSame: z.number().int(),
  periodsBeside: z.number().int(),
  /** Things the rows became, where they are no figures. */
  recordsNew: z.number().int(),
  recordsSame: z.number().int(),
  rowsRefused: z.number().int(),
  recordedAt: Instant,
  recordedBy: z.string(),
  /** When it was undone, by whom and why; null while it stands. */
  undoneAt: Instant.nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
export const ImportDetail = ImportRecord.extend({ refusedRows: z.array(RefusedRow) });

/** Undoes an import: what it wrote goes back to what stood before. */
export const UndoImport = z.strictObject({ reason: z.string().trim().min(1).max(500) });

/** What undoing an import did; of one that was undone before, nothing. */
export const UndoneImport = z.object({
  import: ImportRecord,
  /** Periods that have no value now, that have the one from before, and numbers beside that were taken back. */
  periods: z.object({ emptied: z.number().int(), restored: z.number().int(), beside: z.number().int() }),
  /** Things taken back; initiatives are retired. */
  records: z.number().int(),
  /** What is not of this import any more, as somebody changed it since: it stays. The first hundred are named. */
  stayed: z.array(z.object({ what: z.string(), why: z.string() })),
  stayedCount: z.number().int(),
});
export type UndoneImport = z.infer<typeof UndoneImport>;

/** What the import page needs to know of a file before there is a recipe. */
export const FileInspection = z.object({
  delimiter: z.string(),
  headerLine: z.number().int(),
  columns: z.array(
    z.object({
      name: z.string(),
      looksLike: z.enum(["date", "number", "text", "empty"]),
      dateFormats: z.array(z.string()),
      examples: z.array(z.string()),
      /** All different values, where there are at most sixty; else none. */
      values: z.array(z.string()),
    }),
  ),
  sampleRows: z.array(z.array(z.string())),
  questions: z.array(ImportQuestion),
  /** As much of a recipe as the file itself tells. */
  guess: z.object({
    /** The encoding it was read by, where one was given. */
    encoding: TextEncoding.optional(),
    dateColumn: z.string().optional(),
    dateFormat: DateFormat.optional(),
    period: z.enum(["week", "month"]),
    numbers: NumberStyle.optional(),
    segmentColumn: z.string().optional(),
  }),
});
export type FileInspection = z.infer<typeof FileInspection>;

/** A file to be looked at, and how its text is written down where that is known. */
export const InspectUpload = z.strictObject({ file: z.file(), encoding: TextEncoding.optional() });

/** The parts of an upload: `file`, a second `lookup` where the recipe joins one, and the `recipe` as JSON. */
export const ImportUpload = z.strictObject({
  file: z.file(),
  lookup: z.file().optional(),
  recipe: z.string(),
  /** The currency of a new series that measures money. */
  currency: z.string().optional(),
});

export const SavedRecipe = z.object({
  recipeId: Id,
  name: z.string(),
  version: z.number().int(),
  recipe: AnyRecipe,
  createdAt: Instant,
  retired: Retired,
});
export type SavedRecipe = z.infer<typeof SavedRecipe>;
