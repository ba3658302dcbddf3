import { listCaseSettings, type CaseSettings } from "@liftledger/database/case-settings";
import type { Reader } from "@liftledger/database/transaction";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";

type DiscountRate = CasePlan["discountRate"];

/** The organisation's rules for cases as they are now; undefined where none were set. */
export async function caseSettingsInForce(ctx: Context, db: Reader): Promise<CaseSettings | undefined> {
  return (await listCaseSettings(db, ctx.organisationId)).at(-1);
}

/** The organisation's discount rate as a plan states it, with who set it and when; undefined where there is none. */
export function defaultRateOf(
  ctx: Pick<Context, "timeZone">,
  settings: CaseSettings | undefined,
): DiscountRate | undefined {
  if (settings === undefined || settings.discountRate === null || settings.prices === null) return undefined;
  const { version, source, recordedBy, recordedAt } = settings;
  return {
    annual: settings.discountRate,
    prices: settings.prices,
    source: `Organisation's rate, version ${version}: ${source}`,
    setBy: recordedBy,
    setOn: dayOf(ctx, recordedAt),
    riskPremium: "0",
  };
}

/** Whether an instant was on a day by some clock on earth: a plan keeps the day that the clock of its time showed. */
export function wasOn(day: string, instant: string): boolean {
  const [west, east] = [-12, 14].map((hours) =>
    new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 10),
  );
  return west !== undefined && east !== undefined && west <= day && day <= east;
}

/** Whether a plan is discounted at the rate that stands in these settings. */
export function isRateOf(rate: Pick<DiscountRate, "annual" | "prices">, settings: CaseSettings): boolean {
  const { discountRate, prices } = settings;
  return discountRate !== null && prices === rate.prices && compareDecimals(discountRate, rate.annual) === 0;
}
