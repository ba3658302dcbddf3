import type { Organisation } from "@liftledger/contracts/organisation";
import type { Series } from "@liftledger/contracts/series";
import { findOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import { findOrCreatePerson } from "@liftledger/database/people";
import { inTransaction } from "@liftledger/database/transaction";
import { addDays, monthOf } from "@liftledger/kpis/iso-date";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { addPeriods, firstDay, lastDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { seedBuiltInKpisIn } from "../kpis/seed-built-in-kpis.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { deleteDemo, demoOrganisationId } from "./delete-demo.ts";
import { demoInitiatives, type DemoInitiative } from "./demo-initiatives.ts";
import { demoSeries, type DemoSeries } from "./demo-series.ts";
import { generatePeriods, type DemoPeriod } from "./generate-periods.ts";

/** Weeks of history the demo has: a year with initiatives, and a year before to compare with. */
const historyWeeks = 106;
const demoName = "Northwind Outdoor (demo)";
const demoCurrency = "EUR";

/** Something a person of the demo did at an instant. The demo is the sum of such deeds, in the order of time. */
interface Deed {
  at: string;
  act(ctx: Context): Promise<void>;
}

/** What the deeds so far have made, by the keys of the plan. */
interface Made {
  series: Map<string, Series>;
  baselines: Map<string, string>;
}

/**
 * Makes the demo organisation: twelve initiatives over a year, their series with a year before, costs, baselines,
 * by the same use-cases that people call, each at the instant at which somebody would have done it. Refused
 * where a demo exists; a demo that could not be finished is removed.
 */
export async function createDemo(ctx: Context): Promise<Organisation> {
  mustBe(ctx, "admin");
  const demo: Context = { ...ctx, organisationId: demoOrganisationId, idempotency: undefined };
  await createOrganisation(demo);
  try {
    const known: Made = { series: new Map(), baselines: new Map() };
    for (const { at, act } of deedsOf(demo.today, demo.seed, known)) {
      await act({ ...demo, now: at, today: at.slice(0, 10) });
    }
  } catch (error) {
    await deleteDemo(ctx);
    throw error;
  }
  const { length: initiatives } = demoInitiatives;
  return {
    organisationId: demoOrganisationId,
    name: demoName,
    kind: "demo",
    currency: demoCurrency,
    initiatives,
  };
}

async function createOrganisation(ctx: Context): Promise<void> {
  const createdAt = instant(firstDay(addPeriods(periodOf(ctx.today, "week"), -historyWeeks)), "08:00");
  await inTransaction(ctx.db, async (tx) => {
    if ((await findOrganisation(tx, demoOrganisationId)) !== undefined) {
      throw new ProblemError("conflict", "There is a demo already. Delete it first to make it anew.");
    }
    await insertOrganisation(tx, {
      organisationId: demoOrganisationId,
      name: demoName,
      kind: "demo",
      currency: demoCurrency,
      createdAt,
    });
    const { personId, name } = ctx.actor;
    await findOrCreatePerson(tx, demoOrganisationId, { personId, displayName: name });
    await seedBuiltInKpisIn({ ...ctx, now: createdAt }, tx);
  });
}

function deedsOf(today: string, seed: number, known: Made): Deed[] {
  const week = periodOf(today, "week");
  const begin = instant(firstDay(addPeriods(week, -historyWeeks)), "09:00");
  const deeds: Deed[] = [{ at: begin, act: (ctx) => createAllSeries(ctx, known) }];
  deeds.push(...loggingDeeds(today, seed, known));
  for (const plan of demoInitiatives) deeds.push(...initiativeDeeds(plan, today, known));
  return deeds
    .filter(({ at }) => at.slice(0, 10) <= today)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function createAllSeries(ctx: Context, known: Made): Promise<void> {
  for (const { key, kpiKey, scope } of demoSeries)
    known.series.set(key, await createSeries(ctx, { kpiKey, scope }));
}

/** Every period is logged two days after it ended, all series of that day together. */
function loggingDeeds(today: string, seed: number, known: Made): Deed[] {
  const byDay = new Map<string, { key: string; row: DemoPeriod }[]>();
  demoSeries.forEach((series, place) => {
    for (const row of historyOf(series, today, seed + place)) {
      const day = addDays(lastDay(row.period), 2);
      byDay.set(day, [...(byDay.get(day) ?? []), { key: series.key, row }]);
    }
  });
  return [...byDay].map(([day, rows]) => ({
    at: instant(day, "09:30"),
    async act(ctx) {
      const snapshots = rows.map(({ key, row: { period, numerator, denominator } }) => {
        const { seriesId } = seriesOf(known, key);
        return isTotal(key) ? { seriesId, period, numerator } : { seriesId, period, numerator, denominator };
      });
      await logSnapshots(ctx, { snapshots, source: "logged by the team" });
    },
  }));
}

function historyOf(series: DemoSeries, today: string, seed: number): DemoPeriod[] {
  const kpi = findBuiltInKpi(series.kpiKey);
  const mover = demoInitiatives.find((plan) => plan.key === series.movedBy);
  if (kpi === undefined || mover === undefined)
    throw new Error(`the demo's series ${series.key} is not whole`);
  const type = kpi.frequency;
  const present = periodOf(today, type);
  // Two years of months as well, so that a monthly series has the twelve before its start that an interval wants.
  const periods = listPeriods(
    addPeriods(present, type === "week" ? -historyWeeks : -24),
    addPeriods(present, -1),
  );
  const start = periodOf(startOf(mover, today), type);
  const rows = generatePeriods(series, kpi, periods, start, seed);
  const { gap } = series;
  return gap === undefined
    ? rows
    : rows.filter((_, place) => rows.length - place > gap.from || rows.length - place <= gap.to);
}

function initiativeDeeds(plan: DemoInitiative, today: string, known: Made): Deed[] {
  let initiativeId = "";
  const startedOn = startOf(plan, today);
  const [first, ...later] = plan.phases.map(({ phase, weeksAgo }) => ({
    phase,
    enteredOn: weekStart(today, weeksAgo),
  }));
  if (first === undefined) throw new Error(`the demo's initiative ${plan.key} has no phase`);
  const deeds: Deed[] = [
    {
      at: instant(first.enteredOn, "10:00"),
      async act(ctx) {
        const by = addDays(today, 130);
        const { name, owner, team, useCasePattern, status } = plan;
        const made = await createInitiative(ctx, {
          name,
          outcome: { ...plan.outcome, by },
          owner,
          team,
          useCasePattern,
          phase: first.phase,
          startedOn: first.enteredOn,
          status: status ?? "active",
        });
        initiativeId = made.initiativeId;
      },
    },
    {
      at: instant(startedOn, "11:00"),
      act: (ctx) => claimBenefits(ctx, plan, initiativeId, startedOn, known),
    },
  ];
  later.forEach((phase, place) =>
    deeds.push({
      at: instant(phase.enteredOn, "12:00"),
      async act(ctx) {
        await changeInitiative(ctx, { initiativeId, version: place + 1, phase });
      },
    }),
  );
  for (const { at, month, amounts } of costMonths(plan, today, first.enteredOn)) {
    deeds.push({
      at,
      async act(ctx) {
        const costLines = amounts.map(({ category, amount }) => ({
          category,
          month,
          amount: String(amount),
          currency: demoCurrency,
          kind: "actual" as const,
          source: "accounts payable",
        }));
        await addCostLines(ctx, { initiativeId, costLines });
      },
    });
  }
  return deeds;
}

async function claimBenefits(
  ctx: Context,
  plan: DemoInitiative,
  initiativeId: string,
  startedOn: string,
  known: Made,
): Promise<void> {
  for (const { series: key, freeze, assumptions } of plan.benefits) {
    const series = seriesOf(known, key);
    // All claims on a series share one counterfactual, frozen before the first claimant began.
    const baselineId = known.baselines.get(key) ?? (await newBaseline(ctx, series, startedOn, freeze));
    known.baselines.set(key, baselineId);
    await addBenefit(ctx, { initiativeId, seriesId: series.seriesId, baselineId, assumptions });
  }
}

async function newBaseline(
  ctx: Context,
  series: Series,
  startedOn: string,
  freeze: boolean,
): Promise<string> {
  const interventionStart = periodOf(startedOn, series.periodType);
  const { baselineId } = await draftBaseline(ctx, { seriesId: series.seriesId, interventionStart });
  if (freeze) await freezeBaseline(ctx, { baselineId });
  return baselineId;
}

/** What is spent in each month since the start, the present one included: logged on its third day. */
function costMonths(plan: DemoInitiative, today: string, startedOn: string) {
  const first = monthOf(startedOn);
  const present = monthOf(today);
  return listPeriods(first, present).flatMap((month) => {
    const amounts = plan.costs.flatMap(({ category, once = 0, monthly = 0 }) => {
      const amount = monthly + (month === first ? once : 0);
      return amount === 0 ? [] : [{ category, amount }];
    });
    const monthsAgo = listPeriods(month, present).length - 1;
    if (amounts.length === 0 || plan.missingCostMonths?.includes(monthsAgo) === true) return [];
    const from = month === first ? startedOn : firstDay(month);
    return [{ at: instant(addDays(from, 2), "15:00"), month, amounts }];
  });
}

function startOf(plan: DemoInitiative, today: string): string {
  return weekStart(today, plan.startedWeeksAgo);
}

function weekStart(today: string, weeksAgo: number): string {
  return firstDay(addPeriods(periodOf(today, "week"), -weeksAgo));
}

function seriesOf(known: Made, key: string): Series {
  const series = known.series.get(key);
  if (series === undefined) throw new Error(`the demo has no series ${key}`);
  return series;
}

function isTotal(key: string): boolean {
  const kpiKey = demoSeries.find((series) => series.key === key)?.kpiKey ?? "";
  return findBuiltInKpi(kpiKey)?.denominator.kind === "period";
}

function instant(day: string, time: string): string {
  return `${day}T${time}:00.000Z`;
}
