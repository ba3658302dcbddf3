import { caseFigureId, type CaseFigureKey } from "@liftledger/contracts/case-figure-id";
import type { CaseResult } from "@liftledger/contracts/case-evaluation";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { inSnapshot } from "@liftledger/database/transaction";
import type { CaseMetrics } from "@liftledger/roi/business-case/case-totals";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";

type Metrics = CaseMetrics["adjusted"];

/** A figure, or why there is none. */
type Told = { value: string } | { reason: string };

const bases = ["cash", "cash-plus-capacity", "all"] as const;

/** The results of a case in the order in which finance reads them. */
const metrics: readonly {
  key: CaseFigureKey;
  name: string;
  unit: CaseResult["unit"];
  of: (metrics: Metrics) => Told;
}[] = [
  { key: "benefits", name: "Benefits", unit: "money", of: (m) => ({ value: m.totalBenefits }) },
  { key: "costs", name: "Costs", unit: "money", of: (m) => ({ value: m.totalCosts }) },
  { key: "net-benefit", name: "Net benefit", unit: "money", of: (m) => ({ value: m.netBenefit }) },
  {
    key: "net-present-value",
    name: "Net present value",
    unit: "money",
    of: (m) => ({ value: m.netPresentValue }),
  },
  { key: "net-roi", name: "ROI (net)", unit: "ratio", of: (m) => ratio(m.netRoi) },
  {
    key: "net-roi-pv",
    name: "ROI (net, present values)",
    unit: "ratio",
    of: (m) => ratio(m.netRoiOnPresentValue),
  },
  { key: "gross-multiple", name: "Benefits over costs", unit: "ratio", of: (m) => ratio(m.grossMultiple) },
  {
    key: "benefit-cost-ratio",
    name: "Benefit-cost ratio",
    unit: "ratio",
    of: (m) => ratio(m.benefitCostRatio),
  },
  { key: "payback", name: "Payback, first", unit: "periods", of: (m) => time(m.payback.first) },
  { key: "durable-payback", name: "Payback, durable", unit: "periods", of: (m) => time(m.payback.durable) },
  {
    key: "discounted-payback",
    name: "Payback, discounted",
    unit: "periods",
    of: (m) => time(m.discountedPayback.first),
  },
  {
    key: "durable-discounted-payback",
    name: "Payback, discounted, durable",
    unit: "periods",
    of: (m) => time(m.discountedPayback.durable),
  },
  {
    key: "internal-rate-of-return",
    name: "Internal rate of return, a year",
    unit: "ratio",
    of: ({ annualInternalRateOfReturn: found }) =>
      found.status === "unique" ? { value: String(found.rate) } : { reason: found.reason },
  },
  {
    key: "modified-rate-of-return",
    name: "Modified rate of return, a period",
    unit: "ratio",
    of: ({ modifiedInternalRateOfReturn: found }) =>
      found.kind === "rate" ? { value: found.rate } : { reason: found.reason },
  },
  {
    key: "equivalent-annuity",
    name: "Equivalent annual annuity",
    unit: "money",
    of: ({ equivalentAnnualAnnuity: found }) =>
      found.kind === "value" ? { value: found.amount } : { reason: found.reason },
  },
];

/** Every result of a version as rows: per scenario and basis, before the risk of lines and after it. */
export async function listCaseResults(
  ctx: Context,
  { caseId, number, ...query }: CasePlace & Partial<EndpointRequest<"listCaseResults">["query"]>,
): Promise<EndpointOutput<"listCaseResults">> {
  mustBe(ctx, "viewer");
  const { unsignedEstimates, asOf } = query;
  const { plan } = await inSnapshot(ctx.db, (db) => evaluatedVersion(ctx, db, { caseId, number, asOf }));
  const { currency, scenarios } = evaluateCase(plan, unsignedEstimates && { unsignedEstimates });
  const rows = scenarios.flatMap(({ name: scenario, totals }, place) =>
    bases.flatMap((basis) => {
      const found = totals[basis];
      const whole = found.kind === "whole" ? found : null;
      return metrics.map(({ key, name, unit, of }) => {
        const [before, after] = [whole?.unadjusted, whole?.adjusted].map((given) =>
          given === undefined ? { reason: found.kind === "partial" ? found.reason : "" } : of(given),
        );
        const notes = [before, after].flatMap((told) =>
          told !== undefined && "reason" in told ? [told.reason] : [],
        );
        const figure = { caseId, number, scenario: place, basis, key, unsignedEstimates };
        return {
          beforeRiskFigureId: caseFigureId({ ...figure, risk: "unadjusted" }),
          afterRiskFigureId: caseFigureId({ ...figure, risk: "adjusted" }),
          scenario,
          basis,
          metric: key,
          name,
          unit,
          currency,
          beforeRisk: valueOf(before),
          afterRisk: valueOf(after),
          note: notes.length === 0 ? null : [...new Set(notes)].join(" "),
        };
      });
    }),
  );
  return pageRows(
    lists.listCaseResults.list,
    rows.map((row, index): CaseResult => ({ position: index + 1, ...row })),
    query,
  );
}

function ratio(found: Metrics["netRoi"]): Told {
  return found.kind === "value" ? { value: found.ratio } : { reason: found.reason };
}

function time(found: Metrics["payback"]["first"]): Told {
  return found.kind === "reached" ? { value: found.periods } : { reason: found.reason };
}

function valueOf(told: Told | undefined): string | null {
  return told !== undefined && "value" in told ? told.value : null;
}
