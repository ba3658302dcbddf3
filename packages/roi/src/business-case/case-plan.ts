import type { FlowTiming, PeriodType, PriceBasis } from "@liftledger/finance/cash-flow";
import type { CostCategory } from "@liftledger/finance/cost-category";
import type { PlannedEvidence } from "@liftledger/finance/planned-benefit";

/**
 * A business case as plain values, the way it is stored and sent: decimals are text in the major unit, months
 * are "2026-01", what nobody has said yet is null and never zero. `planProblems` says what is wrong with one,
 * `evaluateCase` what it comes to.
 *
 * Columns: 0 is the start, undiscounted; column k is the k-th period after it. With the timing `excel_npv` there is
 * no start column: columns begin at 1.
 */
export interface CasePlan {
  /** Of the words in which this is stored. */
  format: 1;
  currency: string;
  /** The first month of column 1; column 0 is its first day, with all that was spent before it. */
  start: string;
  period: PeriodType;
  /** How many periods follow the start. */
  horizon: number;
  timing: FlowTiming;
  /** What the amounts' prices are; the discount rate's must be the same. */
  prices: PriceBasis;
  discountRate: PlanDiscountRate;
  /** What the modified rate of return is reckoned with; the discount rate where it is left out. */
  mirrRates?: PlanMirrRates | undefined;
  /** To the plan's currency, locked for the whole plan; one for each other currency of a line. */
  budgetRates: readonly PlanBudgetRate[];
  benefits: readonly PlannedBenefitLine[];
  costs: readonly PlannedCostLine[];
  /** Over the base, which is the plan itself: none is called "Base". */
  scenarios: readonly PlanScenario[];
  /** Between estimates of lines in a simulation; lines of which none is stated are independent. */
  correlations: readonly PlanCorrelation[];
}

export interface PlanDiscountRate {
  /** Effective a year: "0.1" is 10%. */
  annual: string;
  prices: PriceBasis;
  source: string;
  /** Who set it and on which day, where it is an organisation's own. */
  setBy: string | null;
  setOn: string | null;
  /** What it holds above the time value of money, "0" where nothing: then no line may allow for a risk as well. */
  riskPremium: string;
}

/** Effective a year, in the plan's prices: "0.06" is 6%. */
export interface PlanMirrRates {
  /** What is paid out is financed at it. */
  finance: string;
  /** What comes in earns it until the end. */
  reinvest: string;
  /** Whose rates they are. */
  source: string;
}

/** How much of the plan's currency one unit of `from` is worth in this plan, whatever the market does. */
export interface PlanBudgetRate {
  from: string;
  rate: string;
  lockedOn: string;
}

/** A value that holds from its column on, until the next step: a target that changes over time is a path. */
export interface PathStep {
  from: number;
  /** Null while nobody has said what it is. */
  value: string | null;
}

/** Steps by rising column. Before the first one there is no value. */
export type PlanPath = readonly PathStep[];

/** In which columns a line comes: in one, or from one to another ("to" included; null: to the horizon). */
export type LineRun =
  | { kind: "one-off"; column: number }
  | { kind: "recurring"; from: number; to: number | null };

/**
 * What a benefit is. *Cash* ROI counts revenue margin, cash and cost avoidance, and capacity only where it says how it
 * becomes cash; *risk-avoided* is the expectation of a loss that stays away, and stands apart from both.
 */
export type BenefitClass = "revenue-margin" | "cash" | "cost-avoidance" | "capacity" | "risk-avoided";

/** The shares by which a benefit is multiplied, 0 to 1 each; of `overlap`, which another benefit counts, 1 less it. */
export interface PlannedShares {
  adoption: PlanPath;
  attribution: PlanPath;
  confidence: PlanPath;
  realisation: PlanPath;
  overlap: PlanPath;
}

/** Money a period, gross, or what makes it: lift × volume × unit value. Either is then multiplied by the shares. */
export type PlannedValue =
  | ({ kind: "money"; gross: PlanPath } & PlannedShares)
  | ({
      kind: "factors";
      /**
       * In which words the lift is planned: so much for each unit of volume, as the KPI has it, or a share of what there
       * would have been. A plan that does not say it is read by what its lift rests on (`liftTermsOf`).
       */
      liftTerms?: "per-unit" | "relative" | undefined;
      lift: PlanPath;
      volume: PlanPath;
      unitValue: PlanPath;
    } & PlannedShares);

/** How sure a line is: what its amounts are multiplied by at the least, most likely and at the most. 1 is the plan. */
export type LineEstimate =
  | { kind: "point" }
  | { kind: "triangular" | "pert"; low: string; mode: string; high: string };

/**
 * What a line allows for: a share (a benefit × (1 − share), a cost × (1 + share)), or for a cost the uplift of optimism
 * bias, which may exceed 1.
 */
export interface LineRisk {
  kind: "share" | "optimism-bias";
  share: string;
  reason: string;
}

/** Where the value of a field comes from and who stands for it. */
export interface PlanAssumption {
  /** `line`: of every field of the line that has no assumption of its own. */
  field: LineField | "line";
  source: string;
  ownerId: string | null;
  evidence: PlannedEvidence;
  /** The published figure it rests on: a key of the benchmark library. */
  benchmarkKey: string | null;
  note: string | null;
  /** Who accepted an estimate; null while nobody has, and then the benefit is credited at nothing. */
  signedBy: string | null;
}

/** The fields of a benefit that are paths. */
export type BenefitField = "gross" | "lift" | "volume" | "unitValue" | keyof PlannedShares;

/** The fields of any line that are paths; `amount` is that of a cost. */
export type LineField = BenefitField | "amount";

interface PlannedLine {
  /** Unique among all lines of the case; kept from version to version. */
  id: string;
  name: string;
  /** Who stands for the line when its actual is held against it. */
  ownerId: string | null;
  /** Of its money; null for the case's own. */
  currency: string | null;
  run: LineRun;
  estimate: LineEstimate;
  risk: LineRisk | null;
  /** At most one a field. */
  assumptions: readonly PlanAssumption[];
}

export interface PlannedBenefitLine extends PlannedLine {
  /** The measured benefit that it plans; null while there is none. */
  benefitId: string | null;
  class: BenefitClass;
  /** How saved capacity becomes cash (a hire avoided, overtime cut, output sold); null while nothing does. */
  cashMechanism: string | null;
  value: PlannedValue;
}

export interface PlannedCostLine extends PlannedLine {
  category: CostCategory;
  /** Gross, a period: a saving is a benefit. */
  amount: PlanPath;
}

/** What a scenario does to one field in all its columns: another value, a multiple of the base, or so much more. */
export type PlanChange = { to: string } | { times: string } | { plus: string };

/** One override; without a line it is made to every line that has the field. */
export interface ScenarioChange {
  lineId: string | null;
  /** `delay` moves a line's run by so many columns, later with `plus: "3"`. */
  field: LineField | "delay";
  change: PlanChange;
}

export interface PlanScenario {
  name: string;
  kind: "conservative" | "optimistic" | "own";
  /** Over the base, never over another scenario; a field is changed once a line. */
  changes: readonly ScenarioChange[];
}

export interface PlanCorrelation {
  /** Two lines, and how their estimates go together: from -1 to 1. */
  lines: readonly [string, string];
  coefficient: string;
  reason: string;
}
