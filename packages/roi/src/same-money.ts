import { compareDecimals } from "@liftledger/numerics/decimal";
import type { BenefitInput } from "./benefit-input.ts";
import { sharePercent } from "./claim-shares.ts";
import { checkClaims } from "./claims.ts";
import { checkValuePools } from "./value-pool.ts";

/**
 * Why benefits of one initiative are the same money: they claim one series in one period for more than the whole of its
 * lift, or draw on one value pool (its hours and the cost of those hours, its conversion and its acquisition cost) for
 * more than the whole of it. Null where none do. Benefits without a share are not valued and take nothing.
 */
export function sameMoneyTwice(benefits: readonly BenefitInput[]): string | null {
  return sameLiftTwice(benefits) ?? samePoolTwice(benefits);
}

function sameLiftTwice(benefits: readonly BenefitInput[]): string | null {
  const claims = benefits
    .filter(mayExceed)
    .flatMap(({ seriesId, benefitId, after, factors: { attribution } }) =>
      attribution === undefined
        ? []
        : after.map(({ period }) => ({ holder: benefitId, series: seriesId, period, share: attribution })),
    );
  const check = checkClaims(claims);
  const [first] = check.kind === "refused" ? check.exceeded : [];
  if (first === undefined) return null;
  const claimed = benefits.find(({ seriesId }) => seriesId === first.series);
  return (
    `${claimed?.kpi.name} (${claimed?.scope}) in ${first.period} is claimed at ${sharePercent(first.claimed)} by ` +
    `${first.held.length} benefits of this initiative: they divide one lift.`
  );
}

/** A benefit that has its series for itself claims too much of no period unless its own share says so. */
function mayExceed(
  { seriesId, factors: { attribution } }: BenefitInput,
  place: number,
  benefits: readonly BenefitInput[],
): boolean {
  const isShared = benefits.some((other, at) => at !== place && other.seriesId === seriesId);
  return isShared || compareDecimals(attribution ?? "0", "1") > 0;
}

function samePoolTwice(benefits: readonly BenefitInput[]): string | null {
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
