import type { Series } from "@liftledger/contracts/series";
import { addDays, monthOf } from "@liftledger/kpis/iso-date";
import { firstPeriodAfter } from "@liftledger/kpis/first-period-from";
import { comparePeriods, firstDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { closedMonths } from "../periods/closed-months.ts";
import { benefitKey, seriesOf, type Deed, type Made } from "./demo-deed.ts";
import type { DemoInitiative } from "./demo-initiatives.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { demoCloses, instant, weekStart } from "./demo-time.ts";

interface Present {
  now: string;
  today: string;
  currency: string;
}

type PhaseEntry = { phase: DemoInitiative["phases"][number]["phase"]; enteredOn: string };

/** How the owner of one initiative brought it to where it is: stated, claimed, moved on, paid for. */
export function initiativeDeeds(plan: DemoInitiative, present: Present, made: Made): Deed[] {
  const { today } = present;
  const startedOn = weekStart(today, plan.startedWeeksAgo);
  const [first, ...later] = plan.phases.map(({ phase, weeksAgo }) => ({
    phase,
    enteredOn: weekStart(today, weeksAgo),
  }));
  if (first === undefined) throw new Error(`the demo's initiative ${plan.key} has no phase`);
  let initiativeId = "";
  return [
    {
      at: instant(first.enteredOn, "10:00"),
      async act(ctx) {
        initiativeId = await stateInitiative(ctx, plan, first, today);
        made.initiatives.set(plan.key, initiativeId);
      },
    },
    {
      // What waits for finance was claimed lately, from the first open period on: to freeze it moves no closed month.
      at: waits(plan) ? latelyBefore(present) : instant(weekStart(today, plan.startedWeeksAgo), "11:00"),
      act: (ctx) =>
        claimBenefits(
          waits(plan) ? { ...ctx, actor: demoAnalyst } : ctx,
          plan,
          { initiativeId, startedOn },
          made,
        ),
    },
    ...later.map((phase, place) => ({
      at: instant(phase.enteredOn, "12:00"),
      async act(ctx: Context) {
        const withoutGate = "Entered before gates were kept here";
        await changeInitiative(ctx, { initiativeId, version: place + 1, phase: { ...phase, withoutGate } });
      },
    })),
    ...spendings(plan, present, first.enteredOn).map(({ at, month, amounts }) => ({
      at,
      async act(ctx: Context) {
        const costLines = amounts.map(({ category, amount }) => ({
          category,
          month,
          amount: String(amount),
          currency: present.currency,
          kind: "actual" as const,
          source: "accounts payable",
        }));
        await addCostLines(ctx, { initiativeId, costLines });
      },
    })),
  ];
}

async function stateInitiative(
  ctx: Context,
  plan: DemoInitiative,
  first: PhaseEntry,
  today: string,
): Promise<string> {
  const { name, outcome, owner, team, useCasePattern, status = "active" } = plan;
  const { initiativeId } = await createInitiative(ctx, {
    name,
    outcome: { ...outcome, by: addDays(today, 130) },
    owner,
    team,
    useCasePattern,
    phase: first.phase,
    startedOn: first.enteredOn,
    status,
  });
  return initiativeId;
}

/** Nine days ago, but after the last month was closed. */
function latelyBefore({ now, today }: Present): string {
  const closed = demoCloses(today).filter(({ at }) => at < now);
  const afterClose = new Date(
    Date.parse(closed.at(-1)?.at ?? instant(today, "00:00")) + 60_000,
  ).toISOString();
  const lately = instant(addDays(today, -9), "11:00");
  const at = lately > afterClose ? lately : afterClose;
  return at < now ? at : now;
}

const waits = (plan: DemoInitiative): boolean => plan.benefits.some(({ freeze }) => !freeze);

async function claimBenefits(
  ctx: Context,
  plan: DemoInitiative,
  { initiativeId, startedOn }: { initiativeId: string; startedOn: string },
  made: Made,
): Promise<void> {
  const { months } = await closedMonths(ctx, ctx.db.read);
  for (const { series: key, freeze, control, assumptions: assumed } of plan.benefits) {
    const series = seriesOf(made, key);
    const { periodType } = series;
    const controls = control === undefined ? [] : [seriesOf(made, control).seriesId];
    // What is claimed once the month of its start is closed counts from the next on.
    const open = firstPeriodAfter(months, periodType);
    const isLate = open !== null && comparePeriods(open, periodOf(startedOn, periodType)) > 0;
    const assumptions = isLate ? { ...assumed, validFrom: open } : assumed;
    // All claims on a series share one counterfactual, frozen before the first claimant began.
    const baselineId =
      made.baselines.get(key) ?? (await newBaseline(ctx, series, startedOn, { freeze, controls }));
    made.baselines.set(key, baselineId);
    const wanted = { initiativeId, seriesId: series.seriesId, baselineId, assumptions };
    const { benefitId } = await addBenefit(ctx, wanted);
    made.benefits.set(benefitKey(plan.key, key), benefitId);
  }
}

async function newBaseline(
  ctx: Context,
  series: Series,
  startedOn: string,
  { freeze, controls }: { freeze: boolean; controls: string[] },
): Promise<string> {
  const interventionStart = periodOf(startedOn, series.periodType);
  const analyst = { ...ctx, actor: demoAnalyst };
  const { baselineId } = await draftBaseline(analyst, {
    seriesId: series.seriesId,
    interventionStart,
    ...(controls.length === 0 ? {} : { controlSeriesIds: controls }),
  });
  if (freeze) await freezeBaseline({ ...ctx, actor: demoFinance }, { baselineId });
  return baselineId;
}

interface Spending {
  at: string;
  month: string;
  amounts: { category: DemoInitiative["costs"][number]["category"]; amount: number }[];
}

/**
 * What is spent: one-off costs are logged two days after the start, those of a month on its third day, the present
 * month included, so that value never runs ahead of cost. Whatever is due is logged by now, since a demo made
 * on the first day of a month should not begin with missing costs.
 */
function spendings(plan: DemoInitiative, { now, today }: Present, startedOn: string): Spending[] {
  const byNow = (at: string) => (at < now ? at : now);
  const amountsOf = (kind: "once" | "monthly") =>
    plan.costs.flatMap(({ category, [kind]: amount = 0 }) => (amount === 0 ? [] : [{ category, amount }]));
  const present = monthOf(today);
  const monthly = listPeriods(monthOf(startedOn), present)
    .filter((month) => plan.missingCostMonths?.includes(listPeriods(month, present).length - 1) !== true)
    .map((month) => ({
      at: byNow(instant(addDays(firstDay(month) > startedOn ? firstDay(month) : startedOn, 2), "15:00")),
      month,
      amounts: amountsOf("monthly"),
    }));
  const once = {
    at: byNow(instant(addDays(startedOn, 2), "15:00")),
    month: monthOf(startedOn),
    amounts: amountsOf("once"),
  };
  return [once, ...monthly].filter(({ amounts }) => amounts.length > 0);
}
