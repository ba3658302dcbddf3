import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { loggedByHand } from "@liftledger/contracts/series";
import type { SeriesQuality } from "@liftledger/contracts/series-quality";
import { getSeries, type Series } from "@liftledger/database/series";
import { isValue, revisionsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import { revisionsBeside } from "@liftledger/database/snapshots-beside";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { dataQuality, type DataQuality } from "@liftledger/kpis/data-quality";
import type { QualityPoint } from "@liftledger/kpis/data-quality/quality-input";
import type { Kpi } from "@liftledger/kpis/kpi";
import { isMature } from "@liftledger/kpis/maturation";
import { claimingBenefits } from "../baselines/claim-starts.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { mustBe } from "../permissions.ts";
import { comparingBaselines } from "./comparing-baselines.ts";
import { kpisOfSeries } from "./series-view.ts";

type Query = EndpointRequest<"getSeriesQuality">["query"];

/** How good the numbers of a series are on a day, as known at an instant, and which initiatives stand on them. */
export async function getSeriesQuality(
  ctx: Context,
  { seriesId, until = ctx.today, asOf = ctx.now }: { seriesId: string } & Query,
): Promise<SeriesQuality> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const series = await getSeries(db, ctx.organisationId, seriesId);
    const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), seriesId);
    const { quality, periods } = await seriesQuality(ctx, db, { series, kpi, until, asOf });
    const uses = await claimingBenefits(ctx, db, new Map([[seriesId, series]]), asOf);
    return {
      ...qualityView(quality),
      seriesId,
      until,
      asOf,
      immature: periods.filter((period) => !isMature(period, kpi, until)),
      usedBy: uses.map(({ benefit, initiative, from }) => {
        return { benefitId: benefit.benefitId, initiativeId: benefit.initiativeId, initiative, from };
      }),
      comparedBy: await comparingBaselines(ctx, db, { seriesId, asOf }),
    };
  });
}

/** A series with the KPI it was logged under. */
export interface QualitySubject {
  series: Series;
  kpi: Kpi;
}

/** How good the numbers of a series are, the periods that have a value, and every revision that was known. */
export interface SeriesQualityFound {
  quality: DataQuality;
  periods: string[];
  revisions: Snapshot[];
}

/** The data quality of a series on a day, as known at an instant, and the periods that have a value. */
export async function seriesQuality(
  ctx: Context,
  db: Reader,
  { until, asOf, ...subject }: QualitySubject & { until: string; asOf: string },
): Promise<SeriesQualityFound> {
  const found = await seriesQualities(ctx, db, [subject], { until, asOf });
  return entryOf(found, subject.series.seriesId);
}

/** The same of several series, by their ids, read in two queries however many they are. */
export async function seriesQualities(
  ctx: Context,
  db: Reader,
  subjects: readonly QualitySubject[],
  { until, asOf }: { until: string; asOf: string },
): Promise<Map<string, SeriesQualityFound>> {
  const ids = subjects.map(({ series }) => series.seriesId);
  const bySeries = async (read: Promise<Snapshot[]>) => Map.groupBy(await read, ({ seriesId }) => seriesId);
  const revisions = await bySeries(revisionsOfSeries(db, ctx.organisationId, ids, { asOf }));
  const told = await bySeries(revisionsBeside(db, ctx.organisationId, ids, { asOf }));
  return new Map(
    subjects.map((subject) => {
      const { seriesId } = subject.series;
      const own = revisions.get(seriesId) ?? [];
      return [seriesId, qualityOf(subject, own, told.get(seriesId) ?? [], until)];
    }),
  );
}

function qualityOf(
  { series: { periodType, sourceOfRecord }, kpi }: QualitySubject,
  revisions: Snapshot[],
  told: readonly Snapshot[],
  until: string,
): SeriesQualityFound {
  const counted = standing(revisions, ({ period }) => period);
  const beside = standing(told, ({ period, source }) => `${period} ${source}`);
  const points = [...counted.map((one) => pointOf(one, false)), ...beside.map((one) => pointOf(one, true))];
  const quality = dataQuality(points, {
    kpi,
    periodType,
    asOf: until,
    ...(sourceOfRecord === null ? {} : { sourceOfRecord }),
  });
  return { quality, periods: [...new Set(counted.map(({ period }) => period))], revisions };
}

/** The revisions that say a value, of places where the last one does so: what was taken back is gone. */
function standing(revisions: readonly Snapshot[], placeOf: (snapshot: Snapshot) => string): Snapshot[] {
  return [...Map.groupBy(revisions, placeOf).values()].flatMap((rows) =>
    rows.slice(-1).every(isValue) ? rows.filter(isValue) : [],
  );
}

function pointOf(snapshot: Snapshot, isBeside: boolean): QualityPoint {
  const { period, numerator, denominator, recordedAt, source, importId } = snapshot;
  const origin = importId !== null ? "imported" : source === loggedByHand ? "typed" : "measured";
  return { period, numerator, denominator, recordedAt, source, origin, isBeside };
}

function qualityView({ provenance, timeliness, completeness, checks, ...quality }: DataQuality) {
  const { grade, sentence, periods } = quality;
  return {
    grade,
    sentence,
    periods,
    completeness: { ...completeness, missing: [...completeness.missing] },
    timeliness: { ...timeliness, late: [...timeliness.late] },
    sources: [...provenance.sources],
    disagreements: [...new Set(provenance.disagreements.map(({ period }) => period))],
    checks: checks.map(({ check, status, sentence: words, findings }) => ({
      check,
      status,
      sentence: words,
      findings: findings.map(({ severity, periods: concerned, sentence: found }) => {
        return { severity, periods: [...concerned], sentence: found };
      }),
    })),
  };
}
