import { listRetirements } from "@liftledger/database/retirements";
import type { Series } from "@liftledger/database/series";
import { latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { isMature } from "@liftledger/kpis/maturation";
import { coversSegment } from "@liftledger/roi/value-pool";
import { poolPlaces, seriesName } from "../claims/claims-book.ts";
import type { PoolPlace } from "../claims/held-claim.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { claimSpans, type ClaimSpan } from "./claim-spans.ts";

/** What a control series has to fit: the series of a baseline, and the periods it stands on. */
export interface ControlQuestion {
  readonly own: Series;
  readonly pre: readonly Snapshot[];
  /** Whether its movement would be subtracted as it is, which only the same KPI allows. */
  readonly subtracts: boolean;
}

/** A series by the rules of control series: what it shows in the window, and why it does not fit where it does not. */
export interface JudgedControl {
  readonly series: Series;
  /** As people call it, and told from every other one that was judged with it. */
  readonly name: string;
  readonly kpi: Kpi;
  readonly before: readonly Snapshot[];
  readonly fault: string | null;
}

/** What is known of the series that are judged together. */
interface Known {
  kpis: ReadonlyMap<string, Kpi>;
  retired: ReadonlyMap<string, unknown>;
  pools: ReadonlyMap<string, PoolPlace>;
  claims: ReadonlyMap<string, readonly ClaimSpan[]>;
}

/**
 * Judges series by the rules of control series, in the order given. A control shows what would have happened, so no
 * initiative may work on it in the window or after it; it is not the same money; it is logged by the same kind of
 * period; and it has a number for each period of the window.
 */
export async function judgeControls(
  ctx: Context,
  db: Reader,
  question: ControlQuestion,
  candidates: readonly Series[],
): Promise<JudgedControl[]> {
  const all = [question.own, ...candidates];
  const ids = candidates.map(({ seriesId }) => seriesId);
  const known: Known = {
    kpis: await kpisOfSeries(ctx, db, all),
    retired: await listRetirements(db, ctx.organisationId, "series", ids),
    pools: await poolPlaces(ctx, db, all),
    claims: await claimSpans(ctx, db, candidates),
  };
  const faults = new Map(candidates.map((one) => [one.seriesId, faultOf(question, one, known)]));
  const sound = ids.filter((id) => faults.get(id) === null);
  const range = { from: question.pre[0]?.period, to: question.pre.at(-1)?.period };
  const snapshots = await latestSnapshotsOfSeries(db, ctx.organisationId, sound, range);
  const names = candidates.map((one) => seriesName(entryOf(known.kpis, one.seriesId), one));
  return candidates.map((series, place) => {
    const { seriesId, kpiKey } = series;
    const kpi = entryOf(known.kpis, seriesId);
    const values = new Map((snapshots.get(seriesId) ?? []).map((one) => [one.period, one]));
    const before = question.pre.flatMap(({ period }) => {
      const value = values.get(period);
      return value !== undefined && Number(value.denominator) > 0 && isMature(period, kpi, ctx.today)
        ? [value]
        : [];
    });
    const name = names[place] ?? seriesId;
    const isTaken = names.indexOf(name) !== names.lastIndexOf(name);
    return {
      series,
      name: isTaken ? `${name}, ${kpiKey}` : name,
      kpi,
      before,
      fault: faults.get(seriesId) ?? gapIn(question, before),
    };
  });
}

function faultOf({ own, pre, subtracts }: ControlQuestion, series: Series, known: Known): string | null {
  const { seriesId, periodType } = series;
  if (seriesId === own.seriesId) return "It is the series itself.";
  if (known.retired.has(seriesId)) return "It is retired: restore it to go on logging it.";
  if (periodType !== own.periodType) {
    return `It is logged by the ${periodType}, and this one by the ${own.periodType}.`;
  }
  const [place, ownPlace] = [known.pools.get(seriesId), known.pools.get(own.seriesId)];
  if (place !== undefined && ownPlace !== undefined && isSameMoney(place, ownPlace)) {
    return `It is the same money as this one (${place.pool}), so the initiative moves it too.`;
  }
  const first = pre[0]?.period;
  const touching = (known.claims.get(seriesId) ?? []).filter(
    ({ until }) => until === null || first === undefined || until >= first,
  );
  if (touching.length > 0) {
    const names = [...new Set(touching.map(({ initiative }) => initiative))].join(" and ");
    return `${names} claims it, so it does not show what happens without an initiative. Choose one that nobody works on.`;
  }
  return subtracts && series.kpiKey !== own.kpiKey
    ? "Its movement would be subtracted as it is, which needs the same KPI: over more periods before the start any series can be weighed."
    : null;
}

/** A parent and its segments are the same money; two segments of one whole are not. */
function isSameMoney(one: PoolPlace, other: PoolPlace): boolean {
  const isWithin = coversSegment(one.segment, other.segment) || coversSegment(other.segment, one.segment);
  return one.poolId === other.poolId && isWithin;
}

/** The most periods that a gap names one by one. */
const mostNamed = 4;

function gapIn({ own, pre }: ControlQuestion, before: readonly Snapshot[]): string | null {
  const has = new Set(before.map(({ period }) => period));
  const missing = pre.filter(({ period }) => !has.has(period)).map(({ period }) => period);
  if (missing.length === 0) return null;
  if (missing.length === pre.length) return "It has no numbers for the periods this one stands on.";
  const rest = missing.length - mostNamed;
  const named = missing.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  const toDo =
    missing.length === 1
      ? `log it, leave the ${own.periodType} out`
      : "log them, leave them out, choose a window that it has numbers for";
  return `It has no number for ${named}: ${toDo}, or choose another series.`;
}
