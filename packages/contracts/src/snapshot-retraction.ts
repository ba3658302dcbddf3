import { z } from "zod";
import { Id } from "./ids.ts";
import { Snapshot } from "./series.ts";
import { DecimalText, PeriodText, VersionNumber } from "./values.ts";

/** One period of one series at one revision; one that takes a value back has no numbers, and a reason. */
export const SnapshotRevision = Snapshot.extend({
  numerator: DecimalText.nullable(),
  denominator: DecimalText.nullable(),
  /** Why there was no value from then on; null of a revision that holds one. */
  retraction: z.string().nullable(),
});
export type SnapshotRevision = z.infer<typeof SnapshotRevision>;

/** Takes logged numbers back, one or up to 1,000 of them: all, or none. Nothing is erased: a revision says so. */
export const RetractSnapshots = z.strictObject({
  snapshots: z
    .array(
      z.strictObject({
        seriesId: Id,
        period: PeriodText,
        /** The revision that is taken back; refused where there is a later one. */
        revision: VersionNumber,
        /** The source, where its number stands beside another that counts. */
        beside: z.string().min(1).max(200).optional(),
      }),
    )
    .min(1)
    .max(1000),
  /** Whether what stood before counts again, as in an undo; else the period has no value. */
  restore: z.boolean().default(false),
  reason: z.string().trim().min(1).max(500),
});
export type RetractSnapshots = z.input<typeof RetractSnapshots>;

export const RetractedSnapshots = z.object({
  rows: z.array(
    z.object({
      seriesId: Id,
      period: PeriodText,
      revision: z.number().int(),
      beside: z.string().nullable(),
      /** What stands there now; null where nothing does. */
      now: z.object({ numerator: DecimalText, denominator: DecimalText, source: z.string() }).nullable(),
    }),
  ),
});
export type RetractedSnapshots = z.infer<typeof RetractedSnapshots>;
