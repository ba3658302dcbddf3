import { z } from "zod";
import { SentenceParts } from "./evaluation.ts";
import { costCategories, phases } from "./initiative-values.ts";
import { CurrencyCode, DecimalText, Instant, MonthText } from "./values.ts";

/* What a plan comes to, as `@liftledger/roi/business-case/evaluate-case` answers it; people by name. */

const Amounts = z.array(DecimalText.nullable());
const NoValue = z.object({ kind: z.literal("undefined"), reason: z.string() });
const Ratio = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), ratio: z.string() }),
  NoValue,
]);

const PaybackTime = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reached"), periods: z.string() }),
  z.object({ kind: z.literal("nothing-to-pay-back"), reason: z.string() }),
  z.object({ kind: z.literal("not-within-horizon"), reason: z.string() }),
]);
const Payback = z.object({
  first: PaybackTime,
  durable: PaybackTime,
  breaksEvenAtHorizon: z.boolean(),
  startsPositive: z.boolean(),
});

const roots = { roots: z.array(z.number()), signChanges: z.number().int() };
/** A number is a rate of return only where it is the only one. */
const RateOfReturn = z.discriminatedUnion("status", [
  z.object({ status: z.literal("unique"), rate: z.number(), ...roots }),
  z.object({ status: z.literal("multiple"), reason: z.string(), ...roots }),
  z.object({
    status: z.literal("none"),
    cause: z.enum(["no-sign-change", "no-real-root", "beyond-range"]),
    reason: z.string(),
    ...roots,
  }),
]);

const Metrics = z.object({
  netFlows: z.array(z.string()),
  totalBenefits: z.string(),
  totalCosts: z.string(),
  netBenefit: z.string(),
  periodRate: z.string(),
  presentValueOfBenefits: z.string(),
  presentValueOfCosts: z.string(),
  netPresentValue: z.string(),
  netRoi: Ratio,
  netRoiOnPresentValue: Ratio,
  grossMultiple: Ratio,
  benefitCostRatio: Ratio,
  payback: Payback,
  discountedPayback: Payback,
  internalRateOfReturn: RateOfReturn,
  annualInternalRateOfReturn: RateOfReturn,
  modifiedInternalRateOfReturn: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("rate"), rate: z.string() }),
    NoValue,
  ]),
  equivalentAnnualAnnuity: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("value"), amount: z.string() }),
    NoValue,
  ]),
  dated: z
    .object({
      valuationDate: z.string(),
      netPresentValue: z.string(),
      internalRateOfReturn: RateOfReturn,
    })
    .optional(),
});

const bothMetrics = {
  /** Before the risk of lines, and after it. */
  unadjusted: Metrics,
  adjusted: Metrics,
  /** Net ROI to the end of each column. */
  roiToDate: z.array(z.object({ unadjusted: z.string().nullable(), adjusted: z.string().nullable() })),
};
const Totals = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole"), ...bothMetrics }),
  z.object({
    kind: z.literal("partial"),
    ofValuedLines: z.object(bothMetrics),
    missing: z.array(z.string()),
    reason: z.string(),
  }),
]);

const Line = z.object({
  lineId: z.string(),
  name: z.string(),
  kind: z.enum(["benefit", "cost"]),
  owner: z.string().nullable(),
  class: z.string().nullable(),
  category: z.enum(costCategories).nullable(),
  tier: z.enum(["cash", "capacity", "risk-avoided"]).nullable(),
  planned: Amounts,
  credited: Amounts,
  adjusted: Amounts,
  missing: z.object({ column: z.string(), fields: z.array(z.string()), reason: z.string() }).nullable(),
  notCredited: z.string().nullable(),
});

/** What the benchmarks of the phases say to a return, comparability first. */
const AgainstBenchmarks = z.array(
  z.object({
    phase: z.enum(phases),
    isComparable: z.boolean(),
    /** Why they are comparable or not, and how what the source leaves open is read. */
    comparability: z.string(),
    /** Ratios, 0.3 is 30%, half-open; null where the phase has no band, or the ceiling is open. */
    floor: z.number().nullable(),
    ceiling: z.number().nullable(),
    position: z.string().nullable(),
    sentence: z.string(),
    /** The sentence in pieces: where each number of the benchmark comes from. */
    parts: SentenceParts,
  }),
);

/** What a scenario has otherwise than the base. */
const Effect = z.object({
  lineId: z.string(),
  field: z.string(),
  /** The column of the step whose value changed; null for a delay. */
  from: z.number().int().nullable(),
  /** Null where nobody had said what it is. */
  before: z.string().nullable(),
  after: z.string(),
});

const Scenario = z.object({
  name: z.string(),
  kind: z.enum(["base", "conservative", "optimistic", "own"]),
  effects: z.array(Effect),
  lines: z.array(Line),
  /** In money; with capacity put to other use; with losses expected to stay away. */
  totals: z.object({ cash: Totals, "cash-plus-capacity": Totals, all: Totals }),
  /** Of the return in money after risk; null while there is no whole return. */
  benchmarks: AgainstBenchmarks.nullable(),
  /** The same of the return before risk. */
  benchmarksBeforeRisk: AgainstBenchmarks.nullable(),
  /** The published first-year gain: of campaigns, and why it says nothing of this return. */
  firstYear: z.object({ isComparable: z.boolean(), sentence: z.string() }).nullable(),
});

/** By which `explainFigure` tells how a figure came about. */
const FigureId = z.string();

const BreakEven = z.object({
  lineId: z.string(),
  name: z.string(),
  multiple: z.string().nullable(),
  reason: z.string().nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      name: z.string(),
      base: z.string(),
      value: z.string().nullable(),
      reason: z.string().nullable(),
      figureId: FigureId,
    }),
  ),
  /** Of the multiple. */
  figureId: FigureId,
});

/** What a version comes to, per scenario side by side. */
export const CaseEvaluation = z.object({
  engineVersion: z.string(),
  currency: CurrencyCode,
  columns: z.array(
    z.object({
      column: z.number().int(),
      label: z.string(),
      months: z.array(MonthText).nullable(),
      day: z.string(),
    }),
  ),
  scenarios: z.array(Scenario),
  /** Which line decides: of the base, in money; null while a line that counts is not valued. */
  sensitivity: z
    .object({
      netPresentValue: z.string(),
      /** Lines with a range, the widest first. */
      bars: z.array(
        z.object({
          lineId: z.string(),
          name: z.string(),
          atLow: z.string().nullable(),
          atHigh: z.string().nullable(),
          distance: z.string().nullable(),
          figureIds: z.object({ atLow: FigureId, atHigh: FigureId, distance: FigureId }),
        }),
      ),
      breakEvens: z.array(BreakEven),
    })
    .nullable(),
});
export type CaseEvaluation = z.infer<typeof CaseEvaluation>;

/** Whether estimates that nobody has accepted count: at nothing where left out; and as known when. */
export const CaseEvaluationQuery = z.strictObject({
  unsignedEstimates: z.enum(["nothing", "credited"]).optional(),
  asOf: Instant.optional(),
});

/** What one line, or all of a side, comes to in one column of the cash flows. */
export const CaseFlow = z.object({
  position: z.number().int(),
  column: z.string(),
  lineId: z.string().nullable(),
  name: z.string(),
  kind: z.enum(["benefit", "cost", "benefits", "costs", "net", "cumulative"]),
  currency: CurrencyCode,
  /** Null where the line is not valued. */
  amount: z.string().nullable(),
  figureId: FigureId,
});
export type CaseFlow = z.infer<typeof CaseFlow>;

/** One result of a version under one scenario, on one basis. */
export const CaseResult = z.object({
  position: z.number().int(),
  scenario: z.string(),
  basis: z.enum(["cash", "cash-plus-capacity", "all"]),
  metric: z.string(),
  name: z.string(),
  /** Money is in `currency`; a ratio of 1 is 100%; periods are the plan's, from the start. */
  unit: z.enum(["money", "ratio", "periods"]),
  currency: CurrencyCode,
  /** Null where there is none. */
  beforeRisk: z.string().nullable(),
  afterRisk: z.string().nullable(),
  /** Why a value is missing. */
  note: z.string().nullable(),
  /** By which `explainFigure` tells how the two came about. */
  beforeRiskFigureId: z.string(),
  afterRiskFigureId: z.string(),
});
export type CaseResult = z.infer<typeof CaseResult>;
