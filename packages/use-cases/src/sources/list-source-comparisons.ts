import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import type { SourceComparison } from "@liftledger/contracts/source-of-record";
import { sameQuantities } from "@liftledger/database/place-cell";
import { listSeriesByIds } from "@liftledger/database/series";
import { isValue, latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import { latestBeside, listContestedPeriods } from "@liftledger/database/snapshots-beside";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { subtractDecimals } from "@liftledger/numerics/decimal";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";

type Query = EndpointRequest<"listSourceComparisons">["query"];

/** The periods that several sources reported, with what counts, what stands beside it and the difference. */
export async function listSourceComparisons(
  ctx: Context,
  query: Query,
): Promise<EndpointOutput<"listSourceComparisons">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const page = await listContestedPeriods(db, ctx.organisationId, query);
    const ids = [...new Set(page.rows.map(({ seriesId }) => seriesId))];
    const series = await listSeriesByIds(db, ctx.organisationId, ids);
    const kpis = await kpisOfSeries(ctx, db, series);
    const known = await knownOf(ctx, db, ids, query);
    const nameOf = await personNames(ctx, db);
    const heads = new Map(series.map((one) => [one.seriesId, one]));
    const rows = page.rows.flatMap(({ seriesId, period }): SourceComparison[] => {
      const { kpiKey, scope, sourceOfRecord, version: seriesVersion } = entryOf(heads, seriesId);
      const compared = compare(known, { seriesId, period, sourceOfRecord }, nameOf);
      if (compared === undefined) return [];
      const kpiName = entryOf(kpis, seriesId).name;
      return [{ seriesId, kpiKey, kpiName, scope, seriesVersion, period, ...compared }];
    });
    return { rows, nextCursor: page.nextCursor };
  });
}

/** What counts and what stands beside, by place. */
interface Known {
  counted: ReadonlyMap<string, Snapshot>;
  beside: ReadonlyMap<string, readonly Snapshot[]>;
}

async function knownOf(ctx: Context, db: Reader, ids: readonly string[], { asOf }: Query): Promise<Known> {
  const latest = await latestSnapshotsOfSeries(db, ctx.organisationId, ids, { asOf });
  const beside = await latestBeside(db, ctx.organisationId, ids, { asOf });
  return {
    counted: new Map([...latest.values()].flat().map((snapshot) => [placeOf(snapshot), snapshot])),
    beside: Map.groupBy(beside.filter(isValue), placeOf),
  };
}

/** Undefined where nothing of another source stands beside any more. */
function compare(
  known: Known,
  place: { seriesId: string; period: string; sourceOfRecord: string | null },
  nameOf: PersonNames,
): Pick<SourceComparison, "counted" | "beside"> | undefined {
  const counted = known.counted.get(placeOf(place));
  const all = known.beside.get(placeOf(place)) ?? [];
  if (counted === undefined)
    return all.length === 0 ? undefined : { counted: null, beside: alone(all, nameOf) };
  // Where the source of record agreed with another, the number is its own.
  const agreed = all.find((one) => one.source === place.sourceOfRecord && sameQuantities(one, counted));
  const ofRecord = agreed ?? counted;
  const others = all.filter(({ source }) => source !== ofRecord.source);
  const isTold = [ofRecord, ...others].some(({ source }) => source === counted.source);
  const beside = isTold ? others : [...others, counted];
  if (beside.length === 0) return undefined;
  const of = toldBy(ofRecord, nameOf);
  return {
    counted: of,
    beside: beside.map((one) => {
      const told = toldBy(one, nameOf);
      const difference = {
        numerator: subtractDecimals(told.numerator, of.numerator),
        denominator: subtractDecimals(told.denominator, of.denominator),
        ratio: told.ratio === null || of.ratio === null ? null : told.ratio - of.ratio,
      };
      return { ...told, difference };
    }),
  };
}

/** Of a period in which nothing counts, what others said of it. */
function alone(told: readonly Snapshot[], nameOf: PersonNames): SourceComparison["beside"] {
  return told.map((one) => ({ ...toldBy(one, nameOf), difference: null }));
}

function toldBy(snapshot: Snapshot, nameOf: PersonNames): NonNullable<SourceComparison["counted"]> {
  const { source, numerator, denominator, recordedAt, importId } = snapshot;
  const ratio = pooledRatio([{ numerator: Number(numerator), denominator: Number(denominator) }]);
  return {
    source,
    numerator,
    denominator,
    ratio: ratio.kind === "value" ? ratio.value : null,
    recordedAt,
    recordedBy: nameOf(snapshot.recordedBy),
    importId,
  };
}

function placeOf({ seriesId, period }: { seriesId: string; period: string }): string {
  return `${seriesId} ${period}`;
}
