import { z } from "zod";
import { Id } from "./ids.ts";
import { costCategories } from "./initiative-values.ts";
import { CurrencyCode, DecimalText, Instant, IsoDate, TwoClocks } from "./values.ts";

/* A plan held against what came of it, as `@liftledger/roi/business-case/case-against-actual` answers it. */

const basis = z.enum(["cash", "cash-plus-capacity", "all"]);

/** On which basis, and by which clocks. */
export const CaseActualsQuery = TwoClocks.extend({ basis: basis.default("cash") });
export type CaseActualsQuery = z.infer<typeof CaseActualsQuery>;

/** By which id `explainFigure` tells how a figure came about. */
const FigureId = z.string();

const Forecast = z.object({
  actual: DecimalText,
  /** What the plan holds for the periods to come: nothing stands for what is missing. */
  remainingPlan: DecimalText,
  total: DecimalText,
  isWithoutMissing: z.boolean(),
});

/** Of the plan, the actual and their difference to date, and of what is still planned and the forecast. */
const StandingFigureIds = z.object({
  plan: FigureId,
  actual: FigureId,
  difference: FigureId,
  remaining: FigureId,
  forecast: FigureId,
});

/** A benefit, or the costs of one category, over the periods that both sides have. Costs are below 0. */
export const CaseVariance = z.object({
  position: z.number().int(),
  kind: z.enum(["benefit", "cost"]),
  name: z.string(),
  /** None of what the case does not plan. */
  lineIds: z.array(Id),
  /** Of costs; and the benefit that the case does not hold. */
  category: z.enum(costCategories).nullable(),
  benefitId: Id.nullable(),
  /** Who answers for the difference. */
  owners: z.array(z.string()),
  currency: CurrencyCode,
  plan: DecimalText,
  actual: DecimalText,
  /** Actual less plan: below 0 is bad, of a cost too. */
  variance: DecimalText,
  /** Periods that have ended, in which something was planned and nothing is known. */
  missing: z.array(z.string()),
  forecast: Forecast,
  figureIds: StandingFigureIds,
});

/** Why plan and actual differ, in the order in which drivers are replaced; there is no "other". */
const Cause = z.enum([
  "volume",
  "adoption",
  "lift",
  "unitValue",
  "realisation",
  "credit",
  "timing",
  "exchange",
  "oneOff",
  "amount",
  "not-planned",
  "cost",
  "cost-exchange",
]);

/** A step from plan to actual. */
const BridgeBar = z.object({
  cause: Cause,
  name: z.string(),
  lineId: Id.nullable(),
  category: z.enum(costCategories).nullable(),
  /** Of a benefit that the case does not hold. */
  benefitId: Id.nullable(),
  amount: DecimalText,
  figureId: FigureId,
});

const Coverage = z.object({
  /** From 0 to 1, by what was planned; null where nothing was. */
  share: z.number().nullable(),
  missing: z.array(z.string()),
});

const Comparison = z.object({
  kind: z.literal("comparison"),
  currency: CurrencyCode,
  /** The periods that have ended: "Start", then months. */
  elapsed: z.array(z.string()),
  rows: z.array(CaseVariance),
  /** Net of all rows; plan and bars add up to the actual to the minor unit. */
  toDate: z.object({ plan: DecimalText, actual: DecimalText, bars: z.array(BridgeBar) }),
  byPeriod: z.array(
    z.object({
      period: z.string(),
      plan: DecimalText,
      /** Of what is known; null where nothing is. */
      actual: DecimalText.nullable(),
      /** Of which rows the actual is missing. */
      missing: z.array(z.string()),
      figureIds: z.object({ plan: FigureId, actual: FigureId }),
    }),
  ),
  /** Of all lines together, and of how much is known. */
  figureIds: StandingFigureIds.extend({ costsKnown: FigureId, benefitsKnown: FigureId }),
  coverage: z.object({ costs: Coverage, benefits: Coverage }),
  forecast: Forecast,
});

/** A version held against what was measured and booked, valued at `until` as known at `asOf`. */
export const CaseActuals = z.object({
  engineVersion: z.string(),
  until: IsoDate,
  asOf: Instant,
  basis,
  /** Planned benefits of which nothing is known, and why. */
  unknown: z.array(z.object({ lineId: Id, name: z.string(), reason: z.string() })),
  comparison: z.discriminatedUnion("kind", [
    Comparison,
    z.object({ kind: z.literal("no-comparison"), reason: z.string() }),
  ]),
});
export type CaseActuals = z.infer<typeof CaseActuals>;
