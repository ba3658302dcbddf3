import { z } from "zod";
import { Id } from "./ids.ts";
import { DecimalText, Instant, IsoDate, ShareText, VersionNumber } from "./values.ts";

/**
 * What the arms of a hold-out carry, all of it sums over the units that were drawn by lot. "proportion": how many of
 * them converted. "mean": a quantity of each. "ratio": two quantities of each, ΣN / ΣD. "adjusted": a quantity of each,
 * with the same unit's quantity from before the test (CUPED).
 */
export const HoldOutKind = z.enum(["proportion", "mean", "ratio", "adjusted"]);
export type HoldOutKind = z.infer<typeof HoldOutKind>;

const Units = z.number().int().min(1).max(1_000_000_000);

/** Exact as far as a double holds, which is what the comparison computes in. */
const Sum = DecimalText.refine((text) => text.replace(/^-?0*|\./g, "").length <= 15, {
  message: "at most fifteen digits",
});
/** Of squares and products no more is kept than a double holds. */
const SumOfProducts = DecimalText;

/** The sums of one arm; which of them are needed is the kind's to say. */
const Arm = z.strictObject({
  /** Units in the arm that are counted, those with nothing included. */
  units: Units,
  /** The numerator: of a proportion, how many converted. */
  sum: Sum,
  sumOfSquares: SumOfProducts.optional(),
  /** Of a ratio: the denominator, and Σ numerator · denominator. */
  denominator: Sum.optional(),
  denominatorSquares: SumOfProducts.optional(),
  products: SumOfProducts.optional(),
  /** Of "adjusted": the same units' quantity from before the test, and Σ quantity · quantity before. */
  before: Sum.optional(),
  beforeSquares: SumOfProducts.optional(),
  beforeProducts: SumOfProducts.optional(),
});
export type HoldOutArm = z.infer<typeof Arm>;

const Name = z.string().trim().min(1).max(60);
const TreatedShare = ShareText.refine((text) => Number(text) > 0, { message: "more than nothing" });
const Part = z.number().min(0.000001).max(1_000_000);

/** A hold-out as somebody logs it: what was drawn by lot, what the arms add up to, what the result is applied to. */
const terms = {
  kind: HoldOutKind,
  treated: Arm,
  heldOut: Arm,
  /** The planned split, in any proportion. */
  split: z.strictObject({ treated: Part, heldOut: Part }).default({ treated: 1, heldOut: 1 }),
  /** Units that were assigned, where more were than are counted in the arms. */
  assigned: z.strictObject({ treated: Units, heldOut: Units }).optional(),
  startedOn: IsoDate,
  /** Left out while it runs. */
  endedOn: IsoDate.optional(),
  /**
   * Units of both arms together that were planned before anybody looked. Where it is given the range is one that holds
   * however often one looks; while the hold-out runs it must be.
   */
  plannedUnits: Units.optional(),
  /** What was drawn by lot, in the singular; the unit that the KPI's denominator counts where it is left out. */
  unitOfRandomisation: Name.optional(),
  /** The part of the series' volume that has the treatment since the hold-out ended, and had it before it began. */
  treatedShare: TreatedShare,
  /** The part that had it while the hold-out ran; the planned split's where it is left out. */
  treatedShareDuring: TreatedShare.optional(),
  source: z.string().trim().min(1).max(120).default("entered by hand"),
};

export const NewHoldOut = z.strictObject(terms);
export type NewHoldOut = z.input<typeof NewHoldOut>;
export type HoldOutTerms = z.output<typeof NewHoldOut>;

/** Takes the place of what was logged as a whole; the earlier revision stays readable. */
export const ChangeHoldOut = z.strictObject({ version: VersionNumber, ...terms });

const Range = z.object({ low: z.number(), high: z.number(), level: z.number() });

/** What the arms say of each other: interval, p-value and chance are of one distribution. */
export const HoldOutResult = z.object({
  /** "two-proportions", "welch", "ratio-delta", "cuped", or "confidence-sequence". */
  method: z.string(),
  treated: z.number(),
  heldOut: z.number(),
  /** Treated less held out, per unit that the KPI's denominator counts. */
  difference: z.number(),
  interval: Range,
  pValue: z.number(),
  /** The chance that the treated arm is the better one. */
  chanceToWin: z.number(),
  /** The difference as a share of the arm that was held out; null where that cannot be told from zero. */
  relative: z.object({ value: z.number(), interval: Range }).nullable(),
  split: z.object({ asPlanned: z.boolean(), pValue: z.number().nullable(), sentence: z.string() }),
  grade: z.enum(["A", "B", "D"]),
  reasons: z.array(z.string()),
  sentence: z.string(),
});
export type HoldOutResult = z.infer<typeof HoldOutResult>;

/** One revision of a hold-out, with what it says. */
export const HoldOut = z.object({
  holdOutId: Id,
  /** The latest revision. */
  version: z.number().int(),
  benefitId: Id,
  initiativeId: Id,
  seriesId: Id,
  ...terms,
  split: z.object({ treated: z.number(), heldOut: z.number() }),
  unitOfRandomisation: z.string(),
  /** What the KPI's denominator counts. */
  unitOfAnalysis: z.string(),
  treatedShare: ShareText,
  treatedShareDuring: ShareText,
  source: z.string(),
  revision: z.number().int(),
  recordedAt: Instant,
  recordedBy: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  /** When it was taken back; null while it stands. */
  retractedAt: Instant.nullable(),
  result: HoldOutResult.nullable(),
});
export type HoldOut = z.infer<typeof HoldOut>;
