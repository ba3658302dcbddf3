import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { at, openLedger } from "./open-ledger.ts";
import { makeValuedInitiative } from "./valued-initiative.ts";

/** A cost that comes late. */
export const lateCost = {
  category: "people",
  amount: "70.10",
  currency: "EUR",
  kind: "actual",
  source: "late",
} as const;
/** The same ledger, by somebody of another role. */
export const inRole = (ctx: Context, role: Context["actor"]["role"]): Context => ({
  ...ctx,
  actor: { ...ctx.actor, role },
});
/** So many hours after the ledger's noon. */
export const later = (ctx: Context, hours: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + hours * 3_600_000).toISOString());

/** The example in August, logged and paid for up to the end of July. */
export async function openSummer(open: Parameters<typeof openLedger>[0]) {
  const ctx = at(await openLedger(open), "2026-08-24T12:00:00.000Z");
  const valued = await makeValuedInitiative(ctx);
  for (let week = 26; week <= 32; week++) await logPeriod(ctx, valued.seriesId, `2026-W${week}`, "30");
  const costLines = ["2026-06", "2026-07"].map((month) => ({ ...lateCost, month }));
  await addCostLines(ctx, { initiativeId: valued.initiativeId, costLines });
  return { ctx, ...valued };
}

/** Logs one period of a series. */
export function logPeriod(ctx: Context, seriesId: string, period: string, numerator = "5") {
  return logSnapshots(ctx, {
    snapshots: [{ seriesId, period, numerator, denominator: "400" }],
    source: "shop system",
  });
}
