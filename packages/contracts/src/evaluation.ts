import { z } from "zod";
import { SeriesClaims } from "./claims.ts";
import { Explanation } from "./explanation.ts";
import { HoldOut } from "./hold-out.ts";
import {
  AssumptionStretch,
  Baseline,
  BenefitAssumptions,
  CostCategory,
  Initiative,
  Phase,
  ScaledShare,
} from "./initiative.ts";
import { Id } from "./ids.ts";
import { KpiDefinition } from "./kpi.ts";
import { CurrencyCode, Instant, IsoDate, MoneyText, PeriodText, ToldDecimalText } from "./values.ts";

const Interval = z.object({ low: z.number(), high: z.number(), level: z.number() });
export const EvidenceGrade = z.enum(["A", "B", "C", "D", "E"]);

/** One figure as it leaves the system. `value` is null with a `reason` where there is none. */
export const Figure = z.object({
  figureId: z.string(),
  label: z.string(),
  value: ToldDecimalText.nullable(),
  /** "ratio" (1 = 100%), "count", or an ISO 4217 code for money in its major unit. */
  unit: z.string(),
  interval: z.object({ low: ToldDecimalText, high: ToldDecimalText, level: z.number() }).nullable(),
  basis: z.enum(["net", "gross", "none"]),
  span: z.enum(["cumulative", "in-phase", "point"]),
  until: IsoDate,
  asOf: Instant,
  grade: EvidenceGrade.nullable(),
  engineVersion: z.string(),
  reason: z.string().nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** A sentence in pieces; a number in it has the id of the figure that explains it. */
export const SentenceParts = z.array(z.object({ text: z.string(), figureId: z.string().nullable() }));
export type SentenceParts = z.infer<typeof SentenceParts>;

export const Band = z.object({
  phase: Phase,
  /** Decimal ratios, 0.3 = 30%; the band is half-open, a null ceiling is open. */
  floor: z.number(),
  ceiling: z.number().nullable(),
  publisher: z.string(),
  basis: z.enum(["net", "gross", "unstated"]),
  span: z.enum(["cumulative", "in-phase", "annualised", "unstated"]),
  caveat: z.string(),
  /** The organisation's own set and version that it is of; null for the published benchmark. */
  set: z
    .object({
      setId: Id,
      name: z.string(),
      version: z.number().int(),
      validFrom: IsoDate,
      approvedBy: z.string(),
    })
    .nullable(),
  /** Why it is not held against the headline; null where it is. */
  notComparable: z.string().nullable(),
});
export type Band = z.infer<typeof Band>;

const VerdictStatus = z.enum([
  "no-data",
  "no-cost",
  "not-judged",
  "too-early",
  "no-return-expected",
  "losing-money",
  "below",
  "watch",
  "on-track",
  "above",
]);
export type VerdictStatus = z.infer<typeof VerdictStatus>;

export const Verdict = z.object({
  status: VerdictStatus,
  /** The word on the screen: "Below benchmark", "Too early: 5 of 8 weeks". */
  headline: z.string(),
  /** One plain sentence why. */
  reason: z.string(),
  /** What is missing and what to do, where it cannot be judged; the rule that said so, and its day as it sorts. */
  missing: z.array(z.object({ rule: z.string(), what: z.string(), knownWhen: z.string().nullable() })),
  qualifiers: z.array(z.object({ key: z.string(), text: z.string() })),
  position: z.enum(["below-floor", "in-band", "between-bands", "above-ceiling", "no-band", "unknown"]),
  probabilities: z
    .object({
      netBenefitPositive: z.number(),
      atLeastFloor: z.number().nullable(),
      atLeastCeiling: z.number().nullable(),
      inBand: z.number().nullable(),
    })
    .nullable(),
});
export type Verdict = z.infer<typeof Verdict>;

/** One period of a KPI against its counterfactual. Ratios; null where there is nothing to show. */
export const KpiPoint = z.object({
  period: PeriodText,
  lastDay: IsoDate,
  side: z.enum(["before", "after"]),
  mature: z.boolean(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  actual: z.number().nullable(),
  expected: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type KpiPoint = z.infer<typeof KpiPoint>;

/** A series that a benefit is compared with, over the window and since the start. */
export const ControlLine = z.object({
  seriesId: Id,
  /** As people call it: "Conversion rate (North)". */
  name: z.string(),
  use: z.enum(["weighed", "subtracted"]),
  /** Its pooled ratio over the window; null without volume. */
  level: z.number().nullable(),
  points: z.array(z.object({ period: PeriodText, ratio: z.number().nullable() })),
  /** Periods since the start that are logged of the benefit's series and not of this one: they do not count yet. */
  waiting: z.array(PeriodText),
});
export type ControlLine = z.infer<typeof ControlLine>;

export const BenefitEvaluation = z.object({
  benefitId: z.string(),
  benefitVersion: z.number().int(),
  seriesId: z.string(),
  kpiKey: z.string(),
  kpi: KpiDefinition.pick({
    name: true,
    sentence: true,
    numerator: true,
    denominator: true,
    direction: true,
    role: true,
    display: true,
    frequency: true,
  }),
  scope: z.string(),
  currency: CurrencyCode.nullable(),
  grade: EvidenceGrade.nullable(),
  gradeReasons: z.array(z.string()),
  baseline: Baseline.nullable(),
  /**
   * The baseline of its series that somebody has to freeze, or to take into use for it, before it can be judged, by whoever
   * drafted or froze it; null where it stands on a frozen one or none waits.
   */
  pendingBaseline: z
    .object({ baselineId: Id, status: z.enum(["draft", "frozen"]), by: z.string(), at: Instant })
    .nullable(),
  /** The control series that its expectation moves with. */
  controls: z.array(ControlLine),
  /** The randomised hold-out the lift is taken from; null where it is the series against its own baseline. */
  holdOut: HoldOut.nullable(),
  placebo: z
    .object({
      folds: z.number().int(),
      falseAlarmRate: z.number(),
      wideningFactor: z.number(),
      passed: z.boolean(),
    })
    .nullable(),
  assumptions: BenefitAssumptions,
  assumptionsVersion: z.number().int(),
  /** Which version counts for which periods, the latest last. */
  stretches: z.array(AssumptionStretch),
  scaled: ScaledShare.nullable(),
  /** Who claims what of the same series or the same money, and what nobody claims. */
  claims: SeriesClaims,
  /** Factors without which the benefit is "not valued yet". */
  notValued: z.array(z.string()),
  /** Why the difference does not count (yet): volume out of range, baseline not frozen, too early. */
  notJudged: z.object({ rule: z.string(), reason: z.string() }).nullable(),
  /** Pooled ratios of the mature periods since the start. */
  actualRatio: z.number().nullable(),
  expectedRatio: z.number().nullable(),
  maturePeriods: z.number().int(),
  incrementalUnits: z.object({ value: z.number(), interval: Interval.nullable() }).nullable(),
  relativeLift: z.number().nullable(),
  probabilityOfGain: z.number().nullable(),
  /** "better", "worse" or "unclear" for a guardrail. */
  guardrail: z.enum(["better", "worse", "unclear"]).nullable(),
  measuredValue: Figure.nullable(),
  realisedValue: Figure.nullable(),
  /** What its KPI showed against what was expected, explained; null where there is nothing to compare yet. */
  figures: z.object({
    actualRatio: Figure.nullable(),
    expectedRatio: Figure.nullable(),
    /** Measured less expected. */
    difference: Figure.nullable(),
    relativeLift: Figure.nullable(),
    chanceOfGain: Figure.nullable(),
    incrementalUnits: Figure.nullable(),
  }),
  points: z.array(KpiPoint),
  findings: z.string(),
  findingsParts: SentenceParts,
});
export type BenefitEvaluation = z.infer<typeof BenefitEvaluation>;

/** One week or month of the initiative: money so far, and ROI so far with its interval. */
export const ToDatePoint = z.object({
  period: PeriodText,
  lastDay: IsoDate,
  value: ToldDecimalText.nullable(),
  valueLow: ToldDecimalText.nullable(),
  valueHigh: ToldDecimalText.nullable(),
  cost: ToldDecimalText,
  roi: z.number().nullable(),
  roiLow: z.number().nullable(),
  roiHigh: z.number().nullable(),
  /** False in the weeks that are too early to judge. */
  judgeable: z.boolean(),
});
export type ToDatePoint = z.infer<typeof ToDatePoint>;

export const BreakEven = z.object({
  /** "To break even this needs 2.08 points more conversion (now 0.60), or …" */
  sentence: z.string(),
  parts: SentenceParts,
  liftNeeded: z.object({ value: z.number(), now: z.number(), display: z.string() }).nullable(),
  unitValueNeeded: ToldDecimalText.nullable(),
  monthlyCostAffordable: MoneyText.nullable(),
});
export type BreakEven = z.infer<typeof BreakEven>;

export const InitiativeEvaluation = z.object({
  initiative: Initiative,
  currency: CurrencyCode,
  until: IsoDate,
  asOf: Instant,
  engineVersion: z.string(),
  headline: z.string(),
  headlineParts: SentenceParts,
  verdict: Verdict,
  /** Why the verdict is what it is, in pieces: where each number of the benchmark comes from. */
  reasonParts: SentenceParts,
  band: Band.nullable(),
  figures: z.object({
    netRoi: Figure,
    cashPlusCapacityRoi: Figure,
    inPhaseRoi: Figure,
    realisedValue: Figure,
    measuredValue: Figure,
    cost: Figure,
    netBenefit: Figure,
    /** Net return less the floor of the phase; its explanation names the benchmark, its version and its source. */
    overFloor: Figure,
    /** What stopping would give up a month, at the pace of the last three; negative where it would save. */
    costOfStopping: Figure,
    /** The chances of the verdict, explained; null while it is not judged, or where the band has no such edge. */
    chanceOfReturn: Figure.nullable(),
    chanceOfFloor: Figure.nullable(),
    chanceOfCeiling: Figure.nullable(),
    /** How much of what has elapsed is recorded. */
    costCoverage: Figure,
    benefitCoverage: Figure,
  }),
  /** The decision its verdict asks for, in words; null where it asks for none. */
  decisionAsked: z.string().nullable(),
  /** The interval were all benefits to move together: the outer bound. */
  dependentInterval: Interval.nullable(),
  coverage: z.object({ cost: z.number(), benefit: z.number(), missingCostMonths: z.array(z.string()) }),
  breakEven: BreakEven,
  benefits: z.array(BenefitEvaluation),
  toDate: z.array(ToDatePoint),
  costs: z.array(
    z.object({
      category: CostCategory,
      name: z.string(),
      actual: ToldDecimalText,
      planned: ToldDecimalText,
      /** Of the actual, what it bears of costs that others share; the rest is direct. */
      shared: ToldDecimalText,
      /** The same three, explained down to their lines. */
      figures: z.object({ actual: Figure, planned: Figure, shared: Figure }),
    }),
  ),
  lastLoggedOn: IsoDate.nullable(),
});
export type InitiativeEvaluation = z.infer<typeof InitiativeEvaluation>;

export const FigureExplanation = z.object({
  figure: Figure,
  /** One plain sentence on what the figure says. */
  sentence: z.string(),
  tree: Explanation,
});
export type FigureExplanation = z.infer<typeof FigureExplanation>;
