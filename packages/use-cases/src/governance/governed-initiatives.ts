import { latestProductionFacts, type ProductionFacts } from "@liftledger/database/production-facts";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { latestWorkflowVersions, type WorkflowVersion } from "@liftledger/database/workflow-versions";
import type { DataQuality } from "@liftledger/kpis/data-quality";
import type { CostInput } from "@liftledger/roi/cost-tree";
import type { PhaseEntry } from "@liftledger/roi/phase";
import type { KnownAdoption } from "../adoption/read-adoption.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { engineInput } from "../evaluation/engine-input.ts";
import { kpiOfSeries, readLedger, type LedgerView } from "../evaluation/read-ledger.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { seriesQualities } from "../series/get-series-quality.ts";

/** The day on which initiatives are looked at, and the instant at which what counts was known. */
export interface GovernanceClocks {
  until: string;
  asOf: string;
}

/** A series that an initiative claims, with how good its numbers are and who recorded them. */
export interface GovernedSeries {
  seriesId: string;
  name: string;
  periodType: "week" | "month";
  quality: DataQuality;
  revisions: readonly Snapshot[];
}

/** What the ledger knows of an initiative, for whatever governs it: findings, proposals of readiness, gates. */
export interface GovernedInitiative {
  initiative: NamedInitiative;
  phaseHistory: readonly PhaseEntry[];
  benefits: LedgerView["benefits"];
  baselines: LedgerView["baselines"];
  pendingBaselines: LedgerView["pendingBaselines"];
  series: GovernedSeries[];
  costs: readonly CostInput[];
  /** As recorded, people by id; undefined where nothing is. */
  production: ProductionFacts | undefined;
  workflow: WorkflowVersion | undefined;
  /** Undefined where no series of its adoption was ever named. */
  adoption: KnownAdoption | undefined;
  nameOf: LedgerView["nameOf"];
}

/** Reads what governs initiatives, of all of them at once: as many queries for a thousand as for one. */
export async function governedInitiatives(
  ctx: Context,
  db: Reader,
  initiatives: readonly NamedInitiative[],
  clocks: GovernanceClocks,
): Promise<GovernedInitiative[]> {
  const ids = initiatives.map(({ initiativeId }) => initiativeId);
  const ledger = await readLedger(ctx, db, ids, clocks.asOf);
  const { currency } = await getOrganisation(ctx, db);
  const subjects = [...ledger.series.values()].map((series) => ({
    series,
    kpi: kpiOfSeries(ledger, series),
  }));
  const qualities = await seriesQualities(ctx, db, subjects, clocks);
  const recorded = await latestProductionFacts(db, ctx.organisationId, ids, { asOf: clocks.asOf });
  const workflows = await latestWorkflowVersions(db, ctx.organisationId, ids, { asOf: clocks.asOf });
  const claims = Map.groupBy(ledger.benefits, ({ initiativeId }) => initiativeId);
  return initiatives.map((initiative) => {
    const benefits = claims.get(initiative.initiativeId) ?? [];
    const claimed = new Set(benefits.map(({ seriesId }) => seriesId));
    const input = engineInput(ledger, initiative, { ...clocks, currency, seed: ctx.seed });
    return {
      initiative,
      phaseHistory: input.phaseHistory,
      benefits,
      baselines: ledger.baselines,
      pendingBaselines: ledger.pendingBaselines,
      series: subjects
        .filter(({ series }) => claimed.has(series.seriesId))
        .map(({ series: { seriesId, scope, periodType }, kpi }) => {
          const { quality, revisions } = entryOf(qualities, seriesId);
          return { seriesId, name: `${kpi.name} (${scope})`, periodType, quality, revisions };
        }),
      costs: input.costs,
      production: recorded.get(initiative.initiativeId),
      workflow: workflows.get(initiative.initiativeId),
      adoption: ledger.adoption.get(initiative.initiativeId),
      nameOf: ledger.nameOf,
    };
  });
}
