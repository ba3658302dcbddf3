import { monthOf } from "@liftledger/kpis/iso-date";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan, PlannedBenefitLine } from "./case-plan.ts";
import { pathValue, runsIn } from "./plan-path.ts";
import { columnOfPeriod } from "./plan-to-date.ts";

/** The adoption that a line of a case assumes for a day, and where that comes from. */
export interface AssumedAdoption {
  lineId: string;
  line: string;
  /** A ratio of 1, decimal text. */
  share: string;
  /** As the case says it; null where it does not say. */
  source: string | null;
}

/** Whether a line assumes that not everybody uses it, in some period: a share other than 1 is then adoption of its own. */
export function assumesAdoption({ value }: Pick<PlannedBenefitLine, "value">): boolean {
  return value.adoption.some(({ value: share }) => share !== null && compareDecimals(share, "1") !== 0);
}

/**
 * What a case assumes of adoption on a day, line by line; of lines that do not run then, and of those that assume
 * everybody, nothing.
 *
 * @example assumedAdoption(plan, "2026-06-30") // [{ lineId: "leads", line: "Lead scoring", share: "0.8", … }]
 */
export function assumedAdoption(plan: CasePlan, day: string): AssumedAdoption[] {
  const column = columnOfPeriod(plan, monthOf(day));
  if (column < 1 || column > plan.horizon) return [];
  return plan.benefits
    .filter((line) => assumesAdoption(line) && runsIn(line.run, column))
    .flatMap(({ id: lineId, name: line, value, assumptions }) => {
      const share = pathValue(value.adoption, column);
      if (share === null) return [];
      const said = assumptions.find(({ field }) => field === "adoption");
      const source = (said ?? assumptions.find(({ field }) => field === "line"))?.source ?? null;
      return [{ lineId, line, share, source }];
    });
}
