import { listBenefits, type Benefit } from "@liftledger/database/benefits";
import { listCostLines, type CostLine } from "@liftledger/database/cost-lines";
import { latestExchangeRates, type ExchangeRate } from "@liftledger/database/exchange-rates";
import { holdOutsOfBenefits, type HoldOut } from "@liftledger/database/hold-outs";
import { getImport, type ListedImport } from "@liftledger/database/imports";
import { listInitiativePhases, type InitiativePhase } from "@liftledger/database/initiative-phases";
import { getKpiVersion } from "@liftledger/database/kpis";
import { closesInForce } from "@liftledger/database/periods";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import { latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { readAdoption, type KnownAdoption } from "../adoption/read-adoption.ts";
import { knownStretches, type AssumptionStretch } from "../benefits/assumption-stretches.ts";
import { readBenchmarks, type KnownBenchmarks } from "../benchmarks/known-benchmarks.ts";
import type { Context } from "../context.ts";
import { readSharedCosts, type SharedCosts } from "../cost-pools/read-shared-costs.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import type { BaselineInput } from "@liftledger/roi/benefit-input";
import { readBaselines, type KnownBaseline } from "./known-baselines.ts";
import { readPendingBaselines, type KnownPending } from "./pending-baselines.ts";

/** Everything the ledger knew at an instant of some initiatives, read in a handful of queries. */
export interface LedgerView {
  benefits: readonly Benefit[];
  /** By benefit id: which version of its assumptions counts for which periods, the latest last. */
  assumptions: ReadonlyMap<string, readonly AssumptionStretch[]>;
  series: ReadonlyMap<string, Series>;
  kpis: ReadonlyMap<string, Kpi>;
  snapshots: ReadonlyMap<string, readonly Snapshot[]>;
  /** By benefit id. */
  baselines: ReadonlyMap<string, KnownBaseline>;
  /** By benefit id: the baseline that somebody has to freeze or take into use before it is judged. */
  pendingBaselines: ReadonlyMap<string, KnownPending>;
  /** What the engine is given of baselines, as far as it was made of them; gone with this view, as no WeakMap would be. */
  baselineInputs: Map<KnownBaseline, { until: string; input: BaselineInput }>;
  /** By benefit id: what a benefit takes its lift from where it has one. */
  holdOuts: ReadonlyMap<string, HoldOut>;
  phases: ReadonlyMap<string, readonly InitiativePhase[]>;
  costLines: readonly CostLine[];
  exchangeRates: readonly ExchangeRate[];
  sharedCosts: SharedCosts;
  /** The organisation's own, and the choices among them. */
  benchmarks: KnownBenchmarks;
  imports: ReadonlyMap<string, ListedImport>;
  /** By initiative: the series that tells its adoption, with what was logged of it. */
  adoption: ReadonlyMap<string, KnownAdoption>;
  /** The months that were closed. */
  closedMonths: readonly string[];
  nameOf: PersonNames;
}

/** Reads what was known of initiatives at `asOf`: rows recorded later do not exist for it. */
export async function readLedger(
  ctx: Context,
  db: Reader,
  initiativeIds: readonly string[],
  asOf: string,
): Promise<LedgerView> {
  const { organisationId } = ctx;
  const known = { asOf };
  const benefits = await listBenefits(db, organisationId, { initiativeIds, asOf });
  const seriesIds = [...new Set(benefits.map((benefit) => benefit.seriesId))];
  const series = new Map(
    (await listSeriesByIds(db, organisationId, seriesIds)).map((row) => [row.seriesId, row]),
  );
  const snapshots = await latestSnapshotsOfSeries(db, organisationId, seriesIds, known);
  const baselines = await readBaselines(ctx, db, { asOf, benefits, series, snapshots });
  const benefitIds = benefits.map((benefit) => benefit.benefitId);
  const nameOf = await personNames(ctx, db);
  const holdOuts = await holdOutsOfBenefits(db, organisationId, benefitIds, known);
  const pendingBaselines = await readPendingBaselines(ctx, db, {
    asOf,
    benefits,
    baselines,
    holdOuts,
    nameOf,
  });
  return {
    benefits,
    assumptions: await knownStretches(ctx, db, benefitIds, known),
    series,
    kpis: await readKpis(ctx, db, [...series.values()]),
    snapshots,
    baselines,
    pendingBaselines,
    baselineInputs: new Map(),
    holdOuts,
    phases: await listInitiativePhases(db, organisationId, initiativeIds, known),
    costLines: await listCostLines(db, organisationId, initiativeIds, known),
    sharedCosts: await readSharedCosts(ctx, db, known),
    exchangeRates: await latestExchangeRates(db, organisationId, known),
    benchmarks: await readBenchmarks(ctx, db, asOf),
    imports: await readImports(ctx, db, importedSnapshots(snapshots, baselines)),
    closedMonths: [...(await closesInForce(db, organisationId, known)).keys()],
    adoption: await readAdoption(ctx, db, initiativeIds, { asOf, nameOf }),
    nameOf,
  };
}

/** The KPI a series was logged under: its own version, whatever the catalogue says since. */
export function kpiOfSeries(ledger: Pick<LedgerView, "kpis">, series: Series): Kpi {
  const kpi = ledger.kpis.get(`${series.kpiKey} ${series.kpiVersion}`);
  if (kpi === undefined)
    throw new Error(`the KPI ${series.kpiKey} of series ${series.seriesId} was not read`);
  return kpi;
}

async function readKpis(ctx: Context, db: Reader, series: readonly Series[]): Promise<Map<string, Kpi>> {
  const kpis = new Map<string, Kpi>();
  for (const { kpiKey, kpiVersion } of series) {
    const key = `${kpiKey} ${kpiVersion}`;
    if (kpis.has(key)) continue;
    kpis.set(key, kpiOf(await getKpiVersion(db, ctx.organisationId, kpiKey, kpiVersion)));
  }
  return kpis;
}

function importedSnapshots(
  snapshots: ReadonlyMap<string, readonly Snapshot[]>,
  baselines: ReadonlyMap<string, KnownBaseline>,
): Snapshot[] {
  const standing = [...baselines.values()];
  const compared = standing.flatMap(({ controls }) =>
    controls.flatMap(({ before, since }) => [before, since]),
  );
  return [...snapshots.values(), ...standing.map(({ before }) => before), ...compared].flat();
}

/** The files that snapshots came in, by the id of their import. */
export async function readImports(
  ctx: Context,
  db: Reader,
  snapshots: readonly Pick<Snapshot, "importId">[],
): Promise<Map<string, ListedImport>> {
  const ids = new Set(snapshots.flatMap(({ importId }) => (importId === null ? [] : [importId])));
  const imports = new Map<string, ListedImport>();
  for (const id of ids) imports.set(id, await getImport(db, ctx.organisationId, id));
  return imports;
}
