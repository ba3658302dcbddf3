import { loggedByHand } from "@liftledger/contracts/series";
import { addDays } from "@liftledger/kpis/iso-date";
import { lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { closePeriod } from "../periods/close-period.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { caseDeeds } from "./demo-case-deeds.ts";
import { companyDeeds } from "./demo-company-deeds.ts";
import { nothingMade, seriesOf, type Deed, type Made } from "./demo-deed.ts";
import { gateDeeds } from "./demo-gate-deeds.ts";
import { governanceDeeds } from "./demo-governance-deeds.ts";
import { planDeeds } from "./demo-plan-deeds.ts";
import { registerDeeds } from "./demo-register-deeds.ts";
import { demoHistory } from "./demo-history.ts";
import { initiativeDeeds } from "./demo-initiative-deeds.ts";
import { demoInitiatives } from "./demo-initiatives.ts";
import { demoSeries } from "./demo-series.ts";
import { demoCloses, historyWeeks, instant, weekStart } from "./demo-time.ts";
import type { DemoPeriod } from "./generate-periods.ts";

const contestedWeeks = 4;

/** Everything that happened in the demo up to now, in the order of time. */
export function demoDeeds({ now, today, seed }: Context, currency: string): Deed[] {
  const made = nothingMade();
  const begin = instant(weekStart(today, historyWeeks), "09:00");
  const deeds = [
    { at: begin, act: (ctx: Context) => createAllSeries(ctx, made) },
    ...loggingDeeds(today, seed, made),
    ...demoInitiatives.flatMap((plan) => initiativeDeeds(plan, { now, today, currency }, made)),
    ...companyDeeds({ now, today }, made),
    ...caseDeeds(today, made),
    ...governanceDeeds(today, made),
    ...gateDeeds(today, made),
    ...planDeeds(today, made),
    ...registerDeeds({ now, today }, made),
    ...closingDeeds(today),
    secondSourceDeed({ now, today }, seed, made),
  ];
  return deeds.filter(({ at }) => at <= now).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function createAllSeries(ctx: Context, made: Made): Promise<void> {
  for (const { key, kpiKey, scope } of demoSeries)
    made.series.set(key, await createSeries(ctx, { kpiKey, scope }));
}

function closingDeeds(today: string): Deed[] {
  return demoCloses(today).map(({ month, at }) => ({
    at,
    async act(ctx) {
      await closePeriod(ctx, { month });
    },
  }));
}

/** An export of the web analytics tells of the last weeks of one series, a little otherwise than its team does. */
function secondSourceDeed({ now, today }: Pick<Context, "now" | "today">, seed: number, made: Made): Deed {
  const series = demoSeries.find(({ kpiKey }) => kpiKey === "conversion-rate");
  if (series === undefined) throw new Error("the demo has no conversion rate");
  const { rows } = demoHistory(series, today, seed);
  return {
    at: now,
    async act(ctx) {
      const { seriesId } = seriesOf(made, series.key);
      const snapshots = rows.slice(-contestedWeeks).map(({ period, numerator, denominator }, week) => ({
        seriesId,
        period,
        // The first week agrees; later ones miss an order or two.
        numerator: String(Math.max(0, Number(numerator) - week)),
        denominator,
      }));
      await logSnapshots(ctx, { snapshots, source: "web analytics" });
    },
  };
}

/** Every period is logged two days after it ended, all series of that day together. */
function loggingDeeds(today: string, seed: number, made: Made): Deed[] {
  const byDay = new Map<string, { key: string; isTotal: boolean; row: DemoPeriod }[]>();
  demoSeries.forEach((series) => {
    const { isTotal, rows } = demoHistory(series, today, seed);
    for (const row of rows) {
      const day = addDays(lastDay(row.period), 2);
      byDay.set(day, [...(byDay.get(day) ?? []), { key: series.key, isTotal, row }]);
    }
  });
  return [...byDay].map(([day, logged]) => ({
    at: instant(day, "09:30"),
    async act(ctx) {
      const snapshots = logged.map(({ key, isTotal, row: { period, numerator, denominator } }) => {
        const { seriesId } = seriesOf(made, key);
        return isTotal ? { seriesId, period, numerator } : { seriesId, period, numerator, denominator };
      });
      await logSnapshots(ctx, { snapshots, source: loggedByHand });
    },
  }));
}
