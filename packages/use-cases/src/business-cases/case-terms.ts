import type { CaseTerms } from "@liftledger/contracts/business-case";
import type { CaseSettings } from "@liftledger/database/case-settings";
import type { Reader } from "@liftledger/database/transaction";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { engineVersion } from "@liftledger/roi/engine-version";
import { benchmarksInForce, readBenchmarks } from "../benchmarks/known-benchmarks.ts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { caseSettingsInForce, isRateOf } from "./case-settings-in-force.ts";
import { spendOf } from "./planned-spend.ts";

/**
 * By which rules a plan would be approved now: its spend against what the organisation set, the organisation's discount
 * rate, and the benchmarks its initiative is judged by. People stand by their ids. Where the spend is not known, the
 * stricter rules count.
 */
export async function caseTerms(
  ctx: Context,
  db: Reader,
  { plan, initiativeId }: { plan: CasePlan; initiativeId: string },
): Promise<CaseTerms> {
  const { currency } = await getOrganisation(ctx, db);
  const settings = await caseSettingsInForce(ctx, db);
  const spends = await spendOf(ctx, db, plan, currency);
  const spent = spends.spendHere?.amount ?? null;
  const { onePageBelow = null, twoSignaturesFrom = null } = settings ?? {};
  const isOnePage = onePageBelow !== null && spent !== null && compareDecimals(spent, onePageBelow) < 0;
  const isTwice =
    twoSignaturesFrom !== null && (spent === null || compareDecimals(spent, twoSignaturesFrom) >= 0);
  const inMoney = (amount: string | null) => (amount === null ? null : { amount, currency });
  return {
    ...spends,
    isOnePage,
    signatures: isTwice ? 2 : 1,
    settings: settings?.version ?? null,
    twoSignaturesFrom: inMoney(twoSignaturesFrom),
    onePageBelow: inMoney(onePageBelow),
    defaultRate: defaultRateIn(settings),
    isAtDefaultRate: settings !== undefined && isRateOf(plan.discountRate, settings),
    benchmarks: await benchmarksOf(ctx, db, initiativeId),
    engineVersion,
  };
}

function defaultRateIn(settings: CaseSettings | undefined): CaseTerms["defaultRate"] {
  if (settings === undefined || settings.discountRate === null || settings.prices === null) return null;
  const { discountRate: annual, prices, recordedBy: setBy, recordedAt: setAt, version } = settings;
  return { annual, prices, setBy, setAt, version };
}

async function benchmarksOf(
  ctx: Context,
  db: Reader,
  initiativeId: string,
): Promise<CaseTerms["benchmarks"]> {
  const known = await readBenchmarks(ctx, db, ctx.now);
  const { benchmarks } = benchmarksInForce(known, initiativeId, { until: ctx.today, nameOf: (id) => id });
  return benchmarks === undefined
    ? null
    : { setId: benchmarks.setId, name: benchmarks.name, version: benchmarks.version };
}
