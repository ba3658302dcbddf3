import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { Findings } from "@liftledger/contracts/finding";
import { getInitiative, type NamedInitiative } from "@liftledger/database/initiatives";
import { findProductionFacts } from "@liftledger/database/production-facts";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { findWorkflowVersion } from "@liftledger/database/workflow-versions";
import { firstDay } from "@liftledger/kpis/period";
import { accruedCost, type CostInput } from "@liftledger/roi/cost-tree";
import type { FailureFacts } from "@liftledger/roi/governance/failure-facts";
import { findFailures } from "@liftledger/roi/governance/failure-modes";
import { seriesRecordOf } from "@liftledger/roi/governance/series-record";
import type { Context } from "../context.ts";
import { engineInput } from "../evaluation/engine-input.ts";
import { kpiOfSeries, readLedger, type LedgerView } from "../evaluation/read-ledger.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { productionView } from "../production/production-view.ts";
import { seriesQuality } from "../series/get-series-quality.ts";
import { neededWorkarounds } from "../workflow/needed-workarounds.ts";
import { workflowView } from "../workflow/workflow-view.ts";

interface Clocks {
  until: string;
  asOf: string;
}

/** The failure modes found in what is logged of an initiative on a day, as known at an instant. */
export async function getFindings(
  ctx: Context,
  {
    initiativeId,
    until = ctx.today,
    asOf = ctx.now,
  }: { initiativeId: string } & EndpointRequest<"getFindings">["query"],
): Promise<Findings> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    const { facts, notKnown } = await failureFacts(ctx, db, initiative, { until, asOf });
    const findings = findFailures(facts, until);
    return Findings.parse({ initiativeId, until, asOf, findings, notKnown });
  });
}

async function failureFacts(
  ctx: Context,
  db: Reader,
  initiative: NamedInitiative,
  clocks: Clocks,
): Promise<{ facts: FailureFacts; notKnown: string[] }> {
  const { initiativeId, name } = initiative;
  const ledger = await readLedger(ctx, db, [initiativeId], clocks.asOf);
  const { currency } = await getOrganisation(ctx, db);
  const input = engineInput(ledger, initiative, { ...clocks, currency, seed: ctx.seed });
  const kept = await findProductionFacts(db, ctx.organisationId, initiativeId, { asOf: clocks.asOf });
  const production = productionView(initiativeId, kept, ledger.nameOf);
  const mapped = await findWorkflowVersion(db, ctx.organisationId, initiativeId, { asOf: clocks.asOf });
  const workflow = workflowView(initiativeId, mapped, ledger.nameOf);
  const facts: FailureFacts = {
    initiativeId,
    name,
    phaseHistory: input.phaseHistory,
    // Of one that is over nothing is found any more, whichever day it ended.
    endedOn: isUnderWay(initiative) ? null : clocks.until,
    handOverOwner: production.handOverOwner,
    workarounds: neededWorkarounds(workflow, clocks.until),
    series: await recordsOf(ctx, db, ledger, clocks),
    securityReview: production.securityReview,
    training: trainingOf(input.costs, clocks.until),
    contributors: null,
    adoption: null,
  };
  return { facts, notKnown: notKnownOf(facts) };
}

async function recordsOf(
  ctx: Context,
  db: Reader,
  ledger: LedgerView,
  clocks: Clocks,
): Promise<FailureFacts["series"]> {
  const records: FailureFacts["series"][number][] = [];
  for (const series of ledger.series.values()) {
    const kpi = kpiOfSeries(ledger, series);
    const { quality } = await seriesQuality(ctx, db, { series, kpi, ...clocks });
    records.push(seriesRecordOf(`${kpi.name} (${series.scope})`, series.periodType, quality));
  }
  return records;
}

function trainingOf(costs: readonly CostInput[], until: string): FailureFacts["training"] {
  const begun = costs.filter(({ kind, month }) => kind === "actual" && firstDay(month) <= until);
  const spent = accruedCost(begun, until);
  if (spent === 0n) return null;
  const training = begun.filter(({ category }) => category === "training");
  const months = new Set(begun.map(({ month }) => month)).size;
  return { share: Number(accruedCost(training, until)) / Number(spent), months };
}

/** What nothing can be found of, because nobody recorded it: no finding is no proof of health there. */
function notKnownOf({ securityReview, training, series }: FailureFacts): string[] {
  return [
    ...(securityReview === null ? ["Whether a security review is open is not recorded."] : []),
    ...(training === null ? ["There is no cost yet, so training has no share of it."] : []),
    ...(series.length === 0 ? ["It claims no series, so there are no data to look at."] : []),
    "Who is to log, and who uses it, is not recorded: culture is judged by training alone.",
  ];
}
