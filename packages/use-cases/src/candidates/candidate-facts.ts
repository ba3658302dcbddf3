import { KeptEstimate } from "@liftledger/contracts/candidate";
import { listBaselinesByIds } from "@liftledger/database/baselines";
import { controlsOfBaselines } from "@liftledger/database/baseline-controls";
import { listBenefits, type Benefit } from "@liftledger/database/benefits";
import { latestCandidateEstimates } from "@liftledger/database/candidate-estimates";
import { holdOutsOfBenefits } from "@liftledger/database/hold-outs";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { parseJson } from "@liftledger/database/json";
import { readinessAnswersOf } from "@liftledger/database/readiness-answers";
import type { Series } from "@liftledger/database/series";
import { latestSnapshotsOfSeries } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { isMature } from "@liftledger/kpis/maturation";
import { firstDay } from "@liftledger/kpis/period";
import type { MeasurableFacts } from "@liftledger/roi/governance/rank-candidates";
import { readiness, readinessOn } from "@liftledger/roi/governance/readiness";
import type { GatePhase } from "@liftledger/roi/phase";
import { listLatestKpis } from "@liftledger/database/kpis";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Context } from "../context.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { answerView } from "../readiness/answer-view.ts";
import { allSeries } from "../series/all-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import type { MeasuredSeries } from "./candidate-value.ts";

/** What the ledger knows that ranks candidates, read once for all of them. */
export interface CandidateLedger {
  estimates: ReadonlyMap<string, KeptEstimate>;
  /** By initiative: what measures its sentence, or null where nothing does or it is not said which. */
  measured: ReadonlyMap<string, MeasuredSeries | null>;
  measurable: ReadonlyMap<string, MeasurableFacts>;
}

/** What is known of one of which nothing is estimated. */
export const noEstimate: KeptEstimate = {
  effortWeeks: null,
  statedValue: null,
  seriesId: null,
  unitWorth: null,
};

/** Reads what ranks some candidates. */
export async function readCandidates(
  ctx: Context,
  db: Reader,
  candidates: readonly NamedInitiative[],
): Promise<CandidateLedger> {
  const { organisationId } = ctx;
  const ids = candidates.map(({ initiativeId }) => initiativeId);
  const kept = await latestCandidateEstimates(db, organisationId, ids);
  const estimates = new Map(
    [...kept].map(([initiativeId, { estimate }]) => [initiativeId, parseJson(KeptEstimate, estimate)]),
  );
  const keys = new Set(candidates.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.kpiKey])));
  const series = (await allSeries(ctx, db)).filter(({ kpiKey }) => keys.has(kpiKey));
  const inUse = await allSeries(ctx, db, { isRetired: false });
  const seriesIds = series.map(({ seriesId }) => seriesId);
  const claims = await listBenefits(db, organisationId, { seriesIds });
  const numerators = await countingNumerators(ctx, db, series);
  const kpis = await kpisOfSeries(ctx, db, series);
  const latest = await listLatestKpis(db, organisationId, [...keys]);
  const roles = new Map(latest.map((kpi) => [kpi.kpiKey, kpiOf(kpi).role]));
  const compared = await comparedBenefits(ctx, db, ids);
  const measured = new Map<string, MeasuredSeries | null>();
  const measurable = new Map<string, MeasurableFacts>();
  for (const { initiativeId, outcome } of candidates) {
    const ofKpi = series.filter(({ kpiKey }) => kpiKey === outcome?.kpiKey);
    const own = ownSeries(initiativeId, estimates.get(initiativeId) ?? noEstimate, {
      ofKpi,
      claims,
      isInUse: (one) => inUse.some(({ seriesId }) => seriesId === one.seriesId),
    });
    const found = own === undefined ? [] : (numerators.get(own.seriesId) ?? []);
    const kpi = own === undefined ? undefined : kpis.get(own.seriesId);
    measured.set(initiativeId, own && kpi ? { series: own, kpi, numerators: found } : null);
    const isUnclaimed = (one: Series) =>
      one.seriesId !== own?.seriesId &&
      one.periodType === own?.periodType &&
      (numerators.get(one.seriesId) ?? []).length > 0 &&
      claims.every(({ seriesId }) => seriesId !== one.seriesId);
    measurable.set(initiativeId, {
      isOutcome: outcome !== null && roles.get(outcome.kpiKey) === "outcome",
      isLogged: found.length > 0,
      periodType: own?.periodType ?? "week",
      periodsBefore: found.length,
      hasComparison: compared.has(initiativeId) || ofKpi.some(isUnclaimed),
    });
  }
  return { estimates, measured, measurable };
}

/** The series that its sentence is about: the one that was chosen, that it claims, or the only one there is. */
function ownSeries(
  initiativeId: string,
  { seriesId: chosen }: KeptEstimate,
  known: { ofKpi: readonly Series[]; claims: readonly Benefit[]; isInUse: (series: Series) => boolean },
): Series | undefined {
  const { ofKpi, claims, isInUse } = known;
  if (chosen !== null) return ofKpi.find(({ seriesId }) => seriesId === chosen);
  const own = claims.filter((claim) => claim.initiativeId === initiativeId);
  const claimed = ofKpi.find(({ seriesId }) => own.some((claim) => claim.seriesId === seriesId));
  const left = ofKpi.filter(isInUse);
  return claimed ?? (left.length === 1 ? left[0] : undefined);
}

/** The numerators of the periods that are over and ripe: what still fills up would make the year too small. */
async function countingNumerators(
  ctx: Context,
  db: Reader,
  series: readonly Series[],
): Promise<Map<string, string[]>> {
  const ids = series.map(({ seriesId }) => seriesId);
  const snapshots = await latestSnapshotsOfSeries(db, ctx.organisationId, ids);
  const kpis = await kpisOfSeries(ctx, db, series);
  return new Map(
    [...snapshots].map(([seriesId, rows]) => {
      const kpi = kpis.get(seriesId) as Kpi;
      const ripe = rows.filter(({ period }) => isMature(period, kpi, ctx.today));
      const inOrder = ripe.toSorted((a, b) => (firstDay(a.period) < firstDay(b.period) ? -1 : 1));
      return [seriesId, inOrder.map(({ numerator }) => numerator)];
    }),
  );
}

/** The initiatives of which a benefit has a part that goes without, or a baseline that is compared with other series. */
async function comparedBenefits(
  ctx: Context,
  db: Reader,
  initiativeIds: readonly string[],
): Promise<Set<string>> {
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds });
  const benefitIds = benefits.map(({ benefitId }) => benefitId);
  const holdOuts = await holdOutsOfBenefits(db, ctx.organisationId, benefitIds);
  const ids = benefits.flatMap(({ baselineId }) => (baselineId === null ? [] : [baselineId]));
  const baselines = await listBaselinesByIds(db, ctx.organisationId, ids);
  const controls = await controlsOfBaselines(
    db,
    ctx.organisationId,
    baselines.map(({ baselineId }) => baselineId),
  );
  const isCompared = ({ benefitId, baselineId }: Benefit) =>
    holdOuts.has(benefitId) || (controls.get(baselineId ?? "") ?? []).length > 0;
  return new Set(benefits.filter(isCompared).map(({ initiativeId }) => initiativeId));
}

/** Points of readiness for a phase reached of all points, as answered by now, and the gaps that are still open. */
export async function readinessFor(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  into: GatePhase,
): Promise<{ score: string; open: readonly string[] }> {
  const kept = await readinessAnswersOf(db, ctx.organisationId, initiativeId, { asOf: ctx.now });
  const history = kept.map((answer) => {
    const { answeredAt: on, answeredBy: by, ...rest } = answerView(answer, (personId) => personId);
    return { ...rest, on, by };
  });
  const { score, open } = readiness(into, readinessOn(history, ctx.now));
  return { score, open };
}
