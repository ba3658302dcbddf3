import { listBusinessCases } from "@liftledger/database/business-cases";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { accruedCost } from "@liftledger/roi/cost-tree";
import type { KnownFacts } from "@liftledger/roi/governance/propose-readiness";
import { caseViews } from "../business-cases/case-view.ts";
import type { Context } from "../context.ts";
import { kpiOfSeries, type LedgerView } from "../evaluation/read-ledger.ts";
import { seriesQuality } from "../series/get-series-quality.ts";
import { governedInitiatives, type GovernedInitiative } from "../governance/governed-initiatives.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { onlyRow } from "../only-row.ts";
import { keptFacts } from "../production/production-view.ts";

/** What the ledger knows of an initiative now that answers a question of readiness. */
export async function knownFacts(ctx: Context, db: Reader, initiative: NamedInitiative): Promise<KnownFacts> {
  const { initiativeId, ownerId, ownerName } = initiative;
  const clocks = { until: ctx.today, asOf: ctx.now };
  const governed = onlyRow(await governedInitiatives(ctx, db, [initiative], clocks));
  const { sentence } = onlyRow(await initiativeViews(ctx, db, [initiative]));
  return {
    outcome: initiative.outcome === null ? null : { initiativeId, text: sentence, hasNumber: true },
    businessCase: await furthestCase(ctx, db, initiativeId),
    baselines: governed.benefits.map(({ benefitId }) => {
      const baseline = governed.baselines.get(benefitId);
      return { baselineId: baseline?.row.baselineId ?? "", status: baseline?.status ?? "none" };
    }),
    series: governed.series.map(({ seriesId, name, quality }) => ({ seriesId, name, grade: quality.grade })),
    owner: { personId: ownerId, name: ownerName },
    handOverOwner: handOverOwner(governed),
    trainingShare: trainingShare(governed, ctx.today),
  };
}

function handOverOwner({ production, nameOf }: GovernedInitiative): KnownFacts["handOverOwner"] {
  const personId = production === undefined ? null : keptFacts(production).handOverOwner;
  return personId === null ? null : { personId, name: nameOf(personId) };
}

/** How far a version is that is no longer on its way has no bearing: it begins again as a draft. */
const statusOf = {
  draft: "draft",
  submitted: "submitted",
  returned: "returned",
  approved: "approved",
  withdrawn: "draft",
  superseded: "draft",
} as const;
const order = ["draft", "returned", "submitted", "approved"] as const;

async function furthestCase(
  ctx: Context,
  db: Reader,
  initiativeId: string,
): Promise<KnownFacts["businessCase"]> {
  const kept = await listBusinessCases(db, ctx.organisationId, { initiativeId });
  const views = await caseViews(ctx, db, kept);
  const cases = views
    .filter(({ retired }) => retired === null)
    .map(({ caseId, name, latestStatus, approvedNumber }) => {
      return { caseId, name, status: approvedNumber === null ? statusOf[latestStatus] : "approved" } as const;
    });
  return cases.toSorted((a, b) => order.indexOf(b.status) - order.indexOf(a.status))[0] ?? null;
}

function trainingShare(
  { initiative: { initiativeId }, costs }: GovernedInitiative,
  until: string,
): KnownFacts["trainingShare"] {
  const spent = accruedCost(costs, until);
  if (spent === 0n) return null;
  const training = costs.filter(({ category }) => category === "training");
  return { initiativeId, share: Number(accruedCost(training, until)) / Number(spent) };
}

/** The data quality of every series that an initiative draws on, today. */
export async function gradedSeries(
  ctx: Context,
  db: Reader,
  ledger: LedgerView,
): Promise<KnownFacts["series"]> {
  const graded: { seriesId: string; name: string; grade: KnownFacts["series"][number]["grade"] }[] = [];
  for (const series of ledger.series.values()) {
    const kpi = kpiOfSeries(ledger, series);
    const asked = { series, kpi, until: ctx.today, asOf: ctx.now };
    const { quality } = await seriesQuality(ctx, db, asked);
    graded.push({ seriesId: series.seriesId, name: `${kpi.name} (${series.scope})`, grade: quality.grade });
  }
  return graded;
}
