import { z } from "zod";
import { Id } from "./ids.ts";
import { phases } from "./initiative-values.ts";
import { CurrencyCode, DecimalText, Instant } from "./values.ts";

/* How a plan may turn out, as `@liftledger/roi/business-case/case-simulation` answers it. */

/** How a version is simulated; everything left out is as the page has it. */
export const CaseSimulationQuery = z.strictObject({
  /** By name; the base where left out. */
  scenario: z.string().max(200).optional(),
  /** In money; with capacity put to other use; with losses expected to stay away. */
  basis: z.enum(["cash", "cash-plus-capacity", "all"]).default("cash"),
  unsignedEstimates: z.enum(["nothing", "credited"]).default("nothing"),
  /** The same seed gives the same answer; the server's own where left out, the same for every case. */
  seed: z.coerce.number().int().min(0).max(4_294_967_295).optional(),
  runs: z.coerce.number().int().min(100).max(100_000).default(10_000),
  /** As known when. */
  asOf: Instant.optional(),
});
export type CaseSimulationQuery = z.infer<typeof CaseSimulationQuery>;

/** So many runs from here up to, not including, there; null where a bin is open. Zero and edges of bands begin a bin. */
const Histogram = z.array(
  z.object({ from: z.number().nullable(), to: z.number().nullable(), runs: z.number().int() }),
);

/** By which `explainFigure` tells how a figure came about. */
const FigureId = z.string();

const summary = {
  mean: z.number(),
  /** How far the mean may be off by chance. */
  standardError: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  /** Share of the runs below 0. */
  chanceOfLoss: z.number(),
  figureIds: z.object({
    mean: FigureId,
    p10: FigureId,
    p50: FigureId,
    p90: FigureId,
    chanceOfLoss: FigureId,
  }),
};

const share = z.number().min(0).max(1);

const SimulatedBand = z.object({
  phase: z.enum(phases),
  floor: z.number(),
  ceiling: z.number().nullable(),
  below: share,
  within: share,
  above: share,
  figureIds: z.object({ below: FigureId, within: FigureId, above: FigureId }),
});

const Outcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("simulation"),
    /** Without chance: every line as planned. */
    baseNetPresentValue: z.string(),
    netPresentValue: z.object({ ...summary, histogram: Histogram }),
    /** Benefits less costs, undiscounted. */
    netBenefit: z.object(summary),
    /** Net, undiscounted, over the horizon: 0.3 is 30%. */
    roi: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("value"),
        ...summary,
        /** The chances to lie below the band of each phase, in it and above it. */
        bands: z.array(SimulatedBand),
        histogram: Histogram,
      }),
      z.object({ kind: z.literal("no-value"), reason: z.string() }),
    ]),
  }),
  z.object({ kind: z.literal("no-simulation"), reason: z.string() }),
]);

/** How a version may turn out over many runs, on amounts before the risk of lines. */
export const CaseSimulation = z.object({
  engineVersion: z.string(),
  currency: CurrencyCode,
  scenario: z.string(),
  basis: z.enum(["cash", "cash-plus-capacity", "all"]),
  seed: z.number().int(),
  runs: z.number().int(),
  /** Lines with a range; the others are certain. */
  uncertainLines: z.array(z.object({ lineId: Id, name: z.string() })),
  /** What was said of lines that go together; all others are independent. */
  correlations: z.array(
    z.object({
      lines: z.tuple([z.string(), z.string()]),
      coefficient: DecimalText,
      reason: z.string(),
    }),
  ),
  outcome: Outcome,
});
export type CaseSimulation = z.infer<typeof CaseSimulation>;
