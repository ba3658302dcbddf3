import { z } from "zod";

const Source = z.object({
  /** Where a leaf comes from. */
  kind: z.enum(["measured", "assumption", "benchmark"]),
  text: z.string(),
  seriesId: z.string().optional(),
  /** As people call it, where it is not the series that the figure is of: one that is compared with. */
  series: z.string().optional(),
  period: z.string().optional(),
  revision: z.number().int().optional(),
  version: z.number().int().optional(),
  /** Of what a hold-out brought; `revision` is then the hold-out's. */
  holdOutId: z.string().optional(),
  /** Of an assumption, the benefit it is made for; of a cost, its line. */
  benefitId: z.string().optional(),
  costLineId: z.string().optional(),
  /** Of a count of initiatives, the one that is counted. */
  initiativeId: z.string().optional(),
  importId: z.string().nullable().optional(),
  fileName: z.string().nullable().optional(),
  fileDigest: z.string().nullable().optional(),
  lineFirst: z.number().int().nullable().optional(),
  lineLast: z.number().int().nullable().optional(),
  recordedAt: z.string().optional(),
  recordedBy: z.string().optional(),
  approvedBy: z.string().nullable().optional(),
});

/**
 * How one figure came about: a tree whose leaves are measured snapshots, assumptions or benchmarks.
 * Evaluating it from the leaves gives its root.
 */
export const Explanation = z.object({
  label: z.string(),
  /** Decimal text; null where there is no value, and then `reason` says why. */
  value: z.string().nullable(),
  /** "ratio" (1 = 100%), "count", or an ISO 4217 code. */
  unit: z.string(),
  operation: z.enum([
    "leaf",
    "sum",
    "difference",
    "product",
    "quotient",
    "negate",
    "round",
    "part",
    "expected",
    "chance",
    "solve",
  ]),
  /** Of "round": decimal places. Of "part": which part, and the places, as JSON text. Of "expected": the model as JSON text. Of "chance": how uncertain the first input is. Of "solve": the method as JSON text. */
  parameter: z.string().optional(),
  /** The formula with the numbers in it. */
  formula: z.string(),
  reason: z.string().optional(),
  source: Source.optional(),
  get inputs() {
    return z.array(Explanation);
  },
});
export type Explanation = z.infer<typeof Explanation>;
export type ExplanationSource = z.infer<typeof Source>;
