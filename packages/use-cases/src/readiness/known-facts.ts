import { listBusinessCases } from "@liftledger/database/business-cases";
import { latestDataAssetVersions } from "@liftledger/database/data-asset-versions";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { accruedCost } from "@liftledger/roi/cost-tree";
import { dataGaps } from "@liftledger/roi/governance/data-gaps";
import type { MappedSteps } from "@liftledger/roi/governance/propose-from-records";
import type { KnownFacts } from "@liftledger/roi/governance/propose-readiness";
import { caseViews } from "../business-cases/case-view.ts";
import type { Context } from "../context.ts";
import { dataAssetFacts } from "../data-assets/data-asset-facts.ts";
import { kpiOfSeries, type LedgerView } from "../evaluation/read-ledger.ts";
import { seriesQuality } from "../series/get-series-quality.ts";
import { governedInitiatives, type GovernedInitiative } from "../governance/governed-initiatives.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { onlyRow } from "../only-row.ts";
import { keptFacts } from "../production/production-view.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { neededWorkarounds } from "../workflow/needed-workarounds.ts";
import { keptWorkflow } from "../workflow/workflow-view.ts";

/** What the ledger knows of an initiative now that answers a question of readiness. */
export async function knownFacts(ctx: Context, db: Reader, initiative: NamedInitiative): Promise<KnownFacts> {
  const { initiativeId, ownerId, ownerName } = initiative;
  const clocks = { until: ctx.today, asOf: ctx.now };
  const governed = onlyRow(await governedInitiatives(ctx, db, [initiative], clocks));
  const { sentence } = onlyRow(await initiativeViews(ctx, db, [initiative]));
  return {
    outcome: initiative.outcome === null ? null : { initiativeId, text: sentence, hasNumber: true },
    businessCase: await furthestCase(ctx, db, initiativeId),
    baselines: governed.benefits.map(({ benefitId, seriesId }) => {
      const baseline = governed.baselines.get(benefitId);
      const drafted = governed.pendingBaselines.get(benefitId);
      const series = governed.series.find((one) => one.seriesId === seriesId)?.name ?? seriesId;
      if (baseline !== undefined)
        return { baselineId: baseline.row.baselineId, series, status: baseline.status };
      // One that is saved beside it is begun as well; one frozen for another does not answer for this benefit.
      if (drafted?.status === "draft") return { baselineId: drafted.baselineId, series, status: "draft" };
      return { baselineId: "", series, status: "none" };
    }),
    series: governed.series.map(({ seriesId, name, quality }) => ({ seriesId, name, grade: quality.grade })),
    data: await inventoryOf(ctx, db, governed),
    workflow: workflowOf(governed, ctx.today),
    rules: rulesOf(governed, ctx.today),
    owner: { personId: ownerId, name: ownerName },
    handOverOwner: handOverOwner(governed),
    trainingShare: trainingShare(governed, ctx.today),
  };
}

function handOverOwner({ production, nameOf }: GovernedInitiative): KnownFacts["handOverOwner"] {
  const personId = production === undefined ? null : keptFacts(production).handOverOwner;
  return personId === null ? null : { personId, name: nameOf(personId) };
}

/** What the inventory says of the data that it, or a series it claims, draws on. */
async function inventoryOf(
  ctx: Context,
  db: Reader,
  { initiative: { initiativeId }, series }: GovernedInitiative,
): Promise<KnownFacts["data"]> {
  const retiredOf = await retiredViews(ctx, db, "data-asset");
  const claimed = new Set(series.map(({ seriesId }) => seriesId));
  return (await latestDataAssetVersions(db, ctx.organisationId)).flatMap(({ dataAssetId, facts: kept }) => {
    const facts = dataAssetFacts({ facts: kept });
    const isDrawnOn =
      facts.initiativeIds.includes(initiativeId) || facts.seriesIds.some((id) => claimed.has(id));
    if (!isDrawnOn || retiredOf(dataAssetId) !== null) return [];
    return [{ dataAssetId, name: facts.name, isReady: dataGaps(facts).length === 0 }];
  });
}

function workflowOf(
  { initiative: { initiativeId }, workflow }: GovernedInitiative,
  today: string,
): KnownFacts["workflow"] {
  if (workflow === undefined) return null;
  const { before, after } = keptWorkflow(workflow);
  const mapped = ({ steps }: typeof before): MappedSteps => {
    return { steps: steps.length, owned: steps.filter(({ owner }) => owner !== null).length };
  };
  return {
    initiativeId,
    before: mapped(before),
    after: mapped(after),
    workarounds: neededWorkarounds({ after }, today),
  };
}

function rulesOf(
  { initiative: { initiativeId }, production }: GovernedInitiative,
  today: string,
): KnownFacts["rules"] {
  if (production === undefined) return null;
  const facts = keptFacts(production);
  const { securityReview: review, processDocumentedOn: agreedOn } = facts;
  const standing = (rule: object | null) =>
    rule === null ? "missing" : facts.reopened === null ? "written" : "reopened";
  const isOpened = review?.kind === "opened" && review.openedOn <= today;
  return {
    initiativeId,
    dataAccess: standing(facts.dataAccessRule),
    outputReview: standing(facts.outputReviewRule),
    errorHandling: standing(facts.errorHandlingRule),
    securityReview: isOpened
      ? { openedOn: review.openedOn }
      : review?.kind === "not-needed"
        ? "not-needed"
        : null,
    processDocumentedOn: agreedOn !== null && agreedOn <= today ? agreedOn : null,
  };
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
