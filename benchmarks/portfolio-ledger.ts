import { insertBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { insertBenefit } from "@liftledger/database/benefits";
import { freezeBaseline, insertDraftBaseline } from "@liftledger/database/baselines";
import { insertCostLines } from "@liftledger/database/cost-lines";
import { insertInitiative } from "@liftledger/database/initiatives";
import { insertInitiativePhase } from "@liftledger/database/initiative-phases";
import { insertSeries } from "@liftledger/database/series";
import { insertSnapshots, type Snapshot } from "@liftledger/database/snapshots";
import { findOrCreateTeam } from "@liftledger/database/teams";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { recordAudit } from "@liftledger/database/audit-entries";
import type { Context } from "@liftledger/use-cases/context";

/** How big a portfolio is made. */
export interface PortfolioSize {
  initiatives: number;
  benefitsEach: number;
  weeks: number;
  /** The weeks of these that lie before the start. */
  weeksBefore: number;
}

/** A series that a benchmark may correct, and its last week. */
export interface LoggedSeries {
  seriesId: string;
  lastPeriod: string;
}

const recordedAt = "2026-01-01T00:00:00.000Z";

/**
 * Fills an organisation with initiatives whose benefits stand each on a series and a frozen baseline of its own, logged
 * up to the last full week, and with a cost line each month since the start. Written row by row into the tables, as
 * the use-cases would write them, because only reading is measured. Answers each series with its last week.
 */
export async function makePortfolioLedger(ctx: Context, size: PortfolioSize): Promise<LoggedSeries[]> {
  const lastPeriod = addPeriods(periodOf(ctx.today, "week"), -1);
  const series: LoggedSeries[] = [];
  for (let place = 0; place < size.initiatives; place += 1) {
    await inTransaction(ctx.db, async (tx) => {
      const initiativeId = await makeInitiative(ctx, tx, size, place);
      for (let benefit = 0; benefit < size.benefitsEach; benefit += 1)
        series.push({
          seriesId: await makeBenefit(ctx, tx, size, initiativeId, place * 100 + benefit),
          lastPeriod,
        });
      recordAudit(tx, ctx.organisationId, [
        {
          recordedAt,
          actorId: ctx.actor.personId,
          action: "makePortfolioLedger",
          noun: "organisation",
          objectId: ctx.organisationId,
          before: null,
          after: { initiativeId },
          reason: null,
          requestId: ctx.requestId,
        },
      ]);
    });
  }
  return series;
}

async function makeInitiative(ctx: Context, tx: Writer, size: PortfolioSize, place: number): Promise<string> {
  const { organisationId } = ctx;
  const initiativeId = ctx.newId();
  const started = startWeek(ctx, size);
  const team = await findOrCreateTeam(tx, organisationId, {
    teamId: `team-${place % 20}`,
    name: `Team ${place % 20}`,
  });
  await insertInitiative(tx, organisationId, {
    initiativeId,
    name: `Initiative ${place}`,
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "8", by: "2027-04-01" },
    ownerId: ctx.actor.personId,
    teamId: team.teamId,
    useCasePattern: "personalisation",
    status: "active",
    startedOn: firstDay(started),
    createdAt: recordedAt,
  });
  const enteredOn = firstDay(started);
  await insertInitiativePhase(tx, organisationId, { initiativeId, phase: "pilots", enteredOn, recordedAt });
  const months = listPeriods(monthOf(firstDay(started)), monthOf(ctx.today));
  const costLines = months.map((month) => ({
    costLineId: ctx.newId(),
    initiativeId,
    category: "licences",
    month,
    amountMinor: BigInt(200_000 + place * 100),
    currency: "EUR",
    kind: "actual" as const,
    source: "accounts payable",
    recordedAt,
    recordedBy: ctx.actor.personId,
  }));
  await insertCostLines(tx, organisationId, costLines);
  return initiativeId;
}

async function makeBenefit(
  ctx: Context,
  tx: Writer,
  size: PortfolioSize,
  initiativeId: string,
  seed: number,
): Promise<string> {
  const { organisationId } = ctx;
  const [seriesId, baselineId, benefitId] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const kpi = { kpiKey: "conversion-rate", kpiVersion: 1 };
  const series = {
    seriesId,
    ...kpi,
    scope: `Shop ${seed}`,
    periodType: "week" as const,
    currency: null,
    createdAt: recordedAt,
    sourceOfRecord: null,
    version: 1,
  };
  await insertSeries(tx, organisationId, [series]);
  const snapshots = snapshotsOf(ctx, size, seriesId, seed);
  await insertSnapshots(tx, organisationId, snapshots);
  const before = snapshots.slice(0, size.weeksBefore);
  await insertDraftBaseline(tx, organisationId, {
    baselineId,
    seriesId,
    preFrom: before[0]?.period ?? null,
    preTo: before.at(-1)?.period ?? null,
    interventionStart: startWeek(ctx, size),
    windowTo: null,
    leftOut: [],
    trendDeclaredOn: null,
    controls: [],
    controlMethod: null,
    design: { kind: "flat" },
    rung: "year",
    reasons: [],
    redraftOf: null,
    createdAt: recordedAt,
    createdBy: ctx.actor.personId,
  });
  const freeze = {
    digest: baselineId,
    frozenAt: recordedAt,
    frozenBy: "approver",
    snapshots: before,
  };
  await freezeBaseline(tx, organisationId, baselineId, freeze);
  await insertBenefit(tx, organisationId, {
    benefitId,
    initiativeId,
    seriesId,
    baselineId,
    createdAt: recordedAt,
  });
  await insertBenefitAssumptions(tx, organisationId, {
    benefitId,
    version: 1,
    unitValue: "30",
    currency: "EUR",
    attribution: "0.5",
    confidence: "1",
    realisedAccepted: "0",
    realisedRedeployed: "0",
    realisedCashed: "1",
    basis: "",
    approvedBy: null,
    claimUntil: null,
    attributionAsked: null,
    attributionReason: null,
    validFrom: null,
    recordedAt,
    recordedBy: ctx.actor.personId,
  });
  return seriesId;
}

function startWeek(ctx: Context, { weeks, weeksBefore }: PortfolioSize): string {
  return addPeriods(periodOf(ctx.today, "week"), weeksBefore - weeks);
}

function snapshotsOf(
  ctx: Context,
  { weeks, weeksBefore }: PortfolioSize,
  seriesId: string,
  seed: number,
): Snapshot[] {
  const random = seededRandom(seed);
  const first = addPeriods(periodOf(ctx.today, "week"), -weeks);
  return Array.from({ length: weeks }, (_, week) => {
    const visits = 4000 + Math.round(400 * random.normal());
    const rate = (week < weeksBefore ? 0.025 : 0.0265) * (1 + 0.06 * random.normal());
    return {
      seriesId,
      period: addPeriods(first, week),
      revision: 1,
      numerator: String(Math.max(0, Math.round(visits * rate))),
      denominator: String(visits),
      source: "shop",
      recordedAt,
      recordedBy: ctx.actor.personId,
      importId: null,
      lineFirst: null,
      lineLast: null,
      rowCount: null,
    };
  });
}
