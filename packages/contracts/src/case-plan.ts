import { z } from "zod";
import { Id } from "./ids.ts";
import { costCategories } from "./initiative-values.ts";
import { CurrencyCode, DecimalText, IsoDate, MonthText } from "./values.ts";

/*
 * A business case as it crosses the wire: what `@liftledger/roi/business-case/case-plan` takes, with people by their
 * names. What is left out is nobody's yet, and never zero.
 */

const Name = z.string().trim().min(1).max(200);
const Reason = z.string().trim().min(1).max(1000);
/** A person by name; null where nobody. */
const PersonName = z.string().trim().min(1).max(200).nullable().default(null);
const Column = z.number().int().min(0).max(1200);

/** A value that holds from its column on until the next step; null while nobody has said what it is. */
const PlanPath = z
  .array(z.strictObject({ from: Column, value: DecimalText.nullable() }))
  .max(1200)
  .default([]);

const shares = {
  adoption: PlanPath,
  attribution: PlanPath,
  confidence: PlanPath,
  realisation: PlanPath,
  overlap: PlanPath,
};

const PlannedValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("money"), gross: PlanPath, ...shares }),
  z.strictObject({
    kind: z.literal("factors"),
    /** Of the lift; by what it rests on where it is left out, as in plans from before it could be said. */
    liftTerms: z.enum(["per-unit", "relative"]).optional(),
    lift: PlanPath,
    volume: PlanPath,
    unitValue: PlanPath,
    ...shares,
  }),
]);

const LineRun = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("one-off"), column: Column }),
  z.strictObject({ kind: z.literal("recurring"), from: Column, to: Column.nullable().default(null) }),
]);

const LineEstimate = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("point") }),
  z.strictObject({
    kind: z.enum(["triangular", "pert"]),
    low: DecimalText,
    mode: DecimalText,
    high: DecimalText,
  }),
]);

const lineFields = [
  "gross",
  "lift",
  "volume",
  "unitValue",
  "adoption",
  "attribution",
  "confidence",
  "realisation",
  "overlap",
  "amount",
] as const;

const PlanAssumption = z.strictObject({
  /** A field of the line, or "line" for all of it that has none of its own. */
  field: z.enum([...lineFields, "line"]),
  source: z.string().trim().max(1000),
  owner: PersonName,
  evidence: z.enum(["measured", "benchmark", "estimate"]),
  /** The published figure it rests on: a key of the benchmark library. */
  benchmarkKey: z.string().max(200).nullable().default(null),
  note: z.string().max(2000).nullable().default(null),
  /** Who accepted an estimate: oneself alone, each by name. */
  signedBy: PersonName,
});

const line = {
  id: Id,
  name: Name,
  owner: PersonName,
  /** Of its money; null for the case's own. */
  currency: CurrencyCode.nullable().default(null),
  run: LineRun,
  estimate: LineEstimate.default({ kind: "point" }),
  risk: z
    .strictObject({ kind: z.enum(["share", "optimism-bias"]), share: DecimalText, reason: Reason })
    .nullable()
    .default(null),
  assumptions: z.array(PlanAssumption).max(20).default([]),
};

const PlannedBenefitLine = z.strictObject({
  ...line,
  /** The measured benefit that it plans. */
  benefitId: Id.nullable().default(null),
  class: z.enum(["revenue-margin", "cash", "cost-avoidance", "capacity", "risk-avoided"]),
  cashMechanism: Reason.nullable().default(null),
  value: PlannedValue,
});

const PlannedCostLine = z.strictObject({ ...line, category: z.enum(costCategories), amount: PlanPath });

const PlanChange = z.union([
  z.strictObject({ to: DecimalText }),
  z.strictObject({ times: DecimalText }),
  z.strictObject({ plus: DecimalText }),
]);

const PlanScenario = z.strictObject({
  name: Name,
  kind: z.enum(["conservative", "optimistic", "own"]),
  changes: z
    .array(
      z.strictObject({
        lineId: Id.nullable().default(null),
        field: z.enum([...lineFields, "delay"]),
        change: PlanChange,
      }),
    )
    .max(500),
});

const PlanDiscountRate = z.strictObject({
  annual: DecimalText,
  prices: z.enum(["nominal", "real"]),
  source: z.string().trim().max(1000),
  setBy: PersonName,
  setOn: IsoDate.nullable().default(null),
  riskPremium: DecimalText.default("0"),
});

/** A whole plan. */
export const CasePlan = z.strictObject({
  format: z.literal(1).default(1),
  currency: CurrencyCode,
  start: MonthText,
  period: z.enum(["month", "year"]),
  horizon: z.number().int().min(1).max(1200),
  timing: z.enum(["t0_then_end", "mid_period", "excel_npv"]).default("t0_then_end"),
  prices: z.enum(["nominal", "real"]).default("nominal"),
  discountRate: PlanDiscountRate,
  /** Effective a year, for the modified rate of return; the discount rate where they are left out. */
  mirrRates: z
    .strictObject({
      finance: DecimalText,
      reinvest: DecimalText,
      source: z.string().trim().max(1000),
    })
    .optional(),
  budgetRates: z
    .array(z.strictObject({ from: CurrencyCode, rate: DecimalText, lockedOn: IsoDate }))
    .max(50)
    .default([]),
  benefits: z.array(PlannedBenefitLine).max(100).default([]),
  costs: z.array(PlannedCostLine).max(100).default([]),
  scenarios: z.array(PlanScenario).max(12).default([]),
  correlations: z
    .array(z.strictObject({ lines: z.tuple([Id, Id]), coefficient: DecimalText, reason: Reason }))
    .max(200)
    .default([]),
});
export type CasePlan = z.infer<typeof CasePlan>;

/** A plan that is to be written: at the organisation's own discount rate where none is named. */
export const NewCasePlan = CasePlan.extend({ discountRate: PlanDiscountRate.optional() });
export type NewCasePlan = z.infer<typeof NewCasePlan>;
