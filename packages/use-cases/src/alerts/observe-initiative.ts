import { controlsCorrectedSince } from "@liftledger/database/baseline-controls";
import { periodsCorrectedSince } from "@liftledger/database/baseline-snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { defaultLimits } from "@liftledger/kpis/data-quality/quality-input";
import { addDays } from "@liftledger/kpis/iso-date";
import { missingPeriods } from "@liftledger/kpis/missing-periods";
import { addPeriods, comparePeriods, lastDay, periodOf, type PeriodType } from "@liftledger/kpis/period";
import { benchmarkOf } from "@liftledger/roi/benchmark";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import { recentChanceOfGain } from "@liftledger/roi/governance/recent-gain";
import { addMonths } from "@liftledger/roi/phase-duration";
import { phaseOn } from "@liftledger/roi/phase";
import { seriesName } from "../claims/claims-book.ts";
import type { KnownAdoption } from "../adoption/read-adoption.ts";
import type { Context } from "../context.ts";
import type { EvaluatedInitiative, EvaluatedOrganisation } from "../evaluation/evaluate-organisation.ts";
import { observed, type Observed } from "./observed.ts";

interface About {
  today: string;
  initiativeIds: readonly string[];
}

/** What the rules look at in one evaluated initiative that is under way. */
export async function observeInitiative(
  ctx: Context,
  db: Reader,
  evaluated: EvaluatedOrganisation,
  initiative: EvaluatedInitiative,
): Promise<Observed[]> {
  const { row, input, result } = initiative;
  const { initiativeId, name } = row;
  const about = { today: ctx.today, initiativeIds: [initiativeId] };
  const { verdict, benefits } = result;
  const said = { initiative: name, verdict: verdict.status, headline: verdict.headline };
  const { phase, enteredOn } = phaseOn(input.phaseHistory, ctx.today).current;
  const [, longest] = phase === "transform" ? [] : benchmarkOf(phase).durationMonths;
  const gateOn = longest === undefined ? null : addMonths(enteredOn, longest);
  return [
    ...benefits.flatMap((benefit) => missingWeek(benefit, about)),
    ...missingAdoption(evaluated.ledger.adoption.get(initiativeId), about),
    observed("late-cost", initiativeId, { initiative: name, ...bookedCost(about, initiative) }, about),
    observed("verdict-changed", initiativeId, said, about),
    ...benefits.flatMap((benefit) => liftGone(name, benefit, about)),
    ...(await disturbed(ctx, db, evaluated, initiative, about)),
    observed("gate-due", initiativeId, { initiative: name, dueOn: gateOn }, about),
  ];
}

/** One alert a series, about the first period that is missing: a series of gaps is one thing to do. */
function missingWeek({ input }: EvaluatedBenefit, about: About): Observed[] {
  const { claimFrom, claimUntil, seriesId, after, kpi, scope, periodType } = input;
  const due = dueBy(about, periodType);
  const to = claimUntil !== undefined && comparePeriods(claimUntil, due) < 0 ? claimUntil : due;
  // What brings its own comparison needs no series.
  if (input.measurement !== undefined) return [];
  const logged = after.map(({ period }) => period);
  return missingOf({ seriesId, series: seriesName(kpi, { scope }), logged }, { from: claimFrom, to }, about);
}

/** The series that tells adoption is due from the first week that was ever logged of it. */
function missingAdoption(known: KnownAdoption | undefined, about: About): Observed[] {
  const logged = (known?.weeks ?? []).map(({ period }) => period);
  const [from] = logged;
  if (known === undefined || known.series === null || from === undefined) return [];
  const { row, name } = known.series;
  const to = dueBy(about, row.periodType);
  return missingOf({ seriesId: row.seriesId, series: name, logged }, { from, to }, about);
}

/** The last period that should be there by now. */
function dueBy({ today }: About, periodType: PeriodType): string {
  return addPeriods(periodOf(addDays(today, -defaultLimits.lateAfterDays), periodType), -1);
}

function missingOf(
  { seriesId, series, logged }: { seriesId: string; series: string; logged: readonly string[] },
  { from, to }: { from: string; to: string },
  about: About,
): Observed[] {
  if (comparePeriods(from, to) > 0) return [];
  const [missing] = missingPeriods(logged, { from, to });
  const period = missing ?? to;
  const dueOn = addDays(lastDay(period), defaultLimits.lateAfterDays);
  const facts = { series, period, dueOn, isLogged: missing === undefined };
  return [observed("missing-week", seriesId, facts, about)];
}

/** The first month that has ended and has no cost on record; the last that has ended where all have one. */
function bookedCost({ today }: About, { result }: EvaluatedInitiative): { month: string; isBooked: boolean } {
  const { coverage, waitingForCostOf } = result;
  const [missing] = [...coverage.missingCostMonths, ...waitingForCostOf].toSorted();
  return { month: missing ?? addPeriods(periodOf(today, "month"), -1), isBooked: missing === undefined };
}

/** A guardrail carries no gain that could be gone, nor does what carries no money. */
function liftGone(name: string, benefit: EvaluatedBenefit, about: About): Observed[] {
  if (benefit.value.kind === "no-money") return [];
  const { benefitId, kpi } = benefit.input;
  const chanceOfGain = recentChanceOfGain(benefit, about.today);
  return [observed("lift-gone", benefitId, { initiative: name, kpi: kpi.name, chanceOfGain }, about)];
}

async function disturbed(
  ctx: Context,
  db: Reader,
  { ledger }: EvaluatedOrganisation,
  { result }: EvaluatedInitiative,
  about: About,
): Promise<Observed[]> {
  const found: Observed[] = [];
  for (const { input } of result.benefits) {
    const baseline = ledger.baselines.get(input.benefitId);
    if (baseline?.status !== "frozen") continue;
    const { baselineId } = baseline.row;
    const own = await periodsCorrectedSince(db, ctx.organisationId, baselineId);
    const controls = await controlsCorrectedSince(db, ctx.organisationId, baselineId);
    const corrected = [own, ...controls.values()].reduce((count, periods) => count + periods.length, 0);
    const facts = { series: seriesName(input.kpi, input), corrected };
    found.push(observed("baseline-disturbed", baselineId, facts, about));
  }
  return found;
}
