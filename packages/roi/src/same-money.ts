import type { BenefitInput } from "./benefit-input.ts";
import { checkValuePools } from "./value-pool.ts";

/**
 * Why benefits of one initiative are the same money: they draw on one value pool in the same periods (its hours and
 * the cost of those hours, its conversion and its acquisition cost) for more than the whole of it. Null where none
 * do. Benefits without a share are not valued and take nothing.
 */
export function sameMoneyTwice(benefits: readonly BenefitInput[]): string | null {
  const claims = benefits.flatMap(({ valuePool, kpi, scope, after, factors: { attribution } }) =>
    valuePool === undefined || attribution === undefined
      ? []
      : after.map(({ period }) => ({
          holder: `${kpi.name} (${scope})`,
          ...valuePool,
          series: kpi.name,
          period,
          share: attribution,
        })),
  );
  const check = checkValuePools(claims);
  return check.kind === "accepted" ? null : (check.conflicts[0]?.reason ?? null);
}
