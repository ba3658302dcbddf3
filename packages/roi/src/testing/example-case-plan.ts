import type {
  CasePlan,
  LineField,
  PlanAssumption,
  PlannedBenefitLine,
  PlannedCostLine,
} from "../business-case/case-plan.ts";
import { linePaths, type PlanLine } from "../business-case/plan-line.ts";
import { constantPath } from "../business-case/plan-path.ts";

/** Shares that leave a benefit as it is. */
const wholeShares = {
  adoption: constantPath("1"),
  attribution: constantPath("1"),
  confidence: constantPath("1"),
  realisation: constantPath("1"),
  overlap: constantPath("0"),
};

const line = {
  ownerId: "ines",
  currency: null,
  run: { kind: "recurring", from: 1, to: null },
  estimate: { kind: "point" },
  risk: null,
  assumptions: [],
} as const;

function assumption(field: LineField): PlanAssumption {
  return {
    field,
    source: "CRM, 2025",
    ownerId: "ines",
    evidence: "measured",
    benchmarkKey: null,
    note: null,
    signedBy: null,
  };
}

/** The line with a measured source and an owner for each of its fields, unless it has its own. */
function withSources<Line extends PlanLine>(given: Line): Line {
  if (given.assumptions !== line.assumptions) return given;
  return { ...given, assumptions: linePaths(given).map(([field]) => assumption(field)) };
}

/** A benefit in money, the same in every column after the start, with sources. */
export function moneyBenefit(
  id: string,
  gross: string | readonly string[],
  more: Partial<PlannedBenefitLine> = {},
): PlannedBenefitLine {
  const path = typeof gross === "string" ? constantPath(gross) : columnPath(gross);
  return withSources({
    ...line,
    id,
    name: id,
    benefitId: null,
    class: "cash",
    cashMechanism: null,
    ...(typeof gross !== "string" && { run: { kind: "recurring", from: 0, to: null } }),
    value: { kind: "money", gross: path, ...wholeShares },
    ...more,
  });
}

/** A cost in money, the same in every column after the start or a list from the start on, with a source. */
export function plannedCost(
  id: string,
  amount: string | readonly string[],
  more: Partial<PlannedCostLine> = {},
): PlannedCostLine {
  const path = typeof amount === "string" ? constantPath(amount) : columnPath(amount);
  return withSources({
    ...line,
    id,
    name: id,
    category: "licences",
    ...(typeof amount !== "string" && { run: { kind: "recurring", from: 0, to: null } }),
    amount: path,
    ...more,
  });
}

/** A path with a step for each column. */
function columnPath(values: readonly string[]) {
  return values.map((value, from) => ({ from, value }));
}

/** A plan over so many years, without scenarios and with the rate of Total Economic Impact unless told otherwise. */
export function planOf(given: Partial<CasePlan>): CasePlan {
  return {
    format: 1,
    currency: "EUR",
    start: "2026-01",
    period: "year",
    horizon: 3,
    timing: "t0_then_end",
    prices: "nominal",
    discountRate: {
      annual: "0.1",
      prices: "nominal",
      source: "Forrester, Total Economic Impact",
      setBy: null,
      setOn: null,
      riskPremium: "0",
    },
    budgetRates: [],
    benefits: [],
    costs: [],
    scenarios: [],
    correlations: [],
    ...given,
  };
}

/**
 * Lead scoring over a year by month: 0.6 points more of 4,000 leads become opportunities of 180 each, 60% of them ours,
 * and adoption comes in three steps; licences of 9,000 a month after 20,000 at the start.
 */
export function leadScoringPlan(): CasePlan {
  const adoption = [
    { from: 1, value: "0.5" },
    { from: 4, value: "0.8" },
    { from: 7, value: "1" },
  ];
  const leads = withSources<PlannedBenefitLine>({
    ...line,
    id: "leads",
    name: "More opportunities",
    benefitId: "benefit-1",
    class: "revenue-margin",
    cashMechanism: null,
    estimate: { kind: "pert", low: "0.5", mode: "1", high: "1.3" },
    risk: { kind: "share", share: "0.15", reason: "Slow adoption by the sales team" },
    value: {
      kind: "factors",
      lift: constantPath("0.006"),
      volume: constantPath("40000"),
      unitValue: constantPath("180"),
      ...wholeShares,
      adoption,
      attribution: constantPath("0.6"),
    },
  });
  const hours = moneyBenefit("hours", "2000", { name: "Hours saved", class: "capacity" });
  const setUp = plannedCost("set-up", "20000", {
    name: "Set-up",
    category: "integration",
    run: { kind: "one-off", column: 0 },
    risk: { kind: "share", share: "0.1", reason: "Interfaces that nobody documented" },
  });
  const licences = plannedCost("licences", "9000", {
    name: "Licences",
    estimate: { kind: "triangular", low: "0.9", mode: "1", high: "1.2" },
  });
  return planOf({
    period: "month",
    horizon: 12,
    benefits: [leads, hours],
    costs: [setUp, licences],
    scenarios: [
      {
        name: "Conservative",
        kind: "conservative",
        changes: [
          { lineId: null, field: "adoption", change: { times: "0.7" } },
          { lineId: "leads", field: "delay", change: { plus: "2" } },
        ],
      },
      {
        name: "Optimistic",
        kind: "optimistic",
        changes: [{ lineId: "leads", field: "lift", change: { to: "0.008" } }],
      },
    ],
  });
}

/** A set of one's own whose bands are of a phase alone, with which a cumulative return is not comparable. */
export const inPhaseBands = {
  setId: "own",
  name: "Own",
  version: 1,
  validFrom: "2026-01-01",
  basis: "net" as const,
  span: "in-phase" as const,
  publisher: "Finance",
  caveat: "",
  approvedBy: "omar",
  bands: [{ phase: "pilots" as const, floor: "0.2", ceiling: null }],
  source: { kind: "benchmark" as const, text: "Finance" },
};
