import { readSeriesFigureId } from "@liftledger/contracts/series-figure-id";
import { findSeries } from "@liftledger/database/series";
import { latestSnapshots } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { isMature } from "@liftledger/kpis/maturation";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { pooledRatioFigure } from "@liftledger/roi/pooled-ratio-figure";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { snapshotValue } from "../evaluation/engine-input.ts";
import { readImports } from "../evaluation/read-ledger.ts";
import { dayOf } from "../organisations/day-of.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { kpisOfSeries } from "./series-view.ts";

/**
 * A number over several periods of a series by its id ("series/…/2026-W10/2026-W17"), down to the snapshots; of those that
 * count on the day, as the list of them says. Undefined where there is no such series, or nothing that counts.
 */
export async function seriesFigure(
  ctx: Context,
  db: Reader,
  { figureId, asOf }: { figureId: string; asOf?: string | undefined },
): Promise<ExplainedFigure | undefined> {
  const asked = readSeriesFigureId(figureId);
  const series = asked && (await findSeries(db, ctx.organisationId, asked.seriesId));
  if (asked === undefined || series === undefined) return undefined;
  const { from, to } = asked;
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), series.seriesId);
  const day = asOf === undefined ? ctx.today : dayOf(ctx, asOf);
  const known = await latestSnapshots(db, ctx.organisationId, series.seriesId, { from, to, asOf });
  const mature = known.filter(({ period }) => isMature(period, kpi, day));
  if (mature.length === 0) return undefined;
  const ledger = { imports: await readImports(ctx, db, mature), nameOf: await personNames(ctx, db) };
  const currency = series.currency ?? (await getOrganisation(ctx, db)).currency;
  return pooledRatioFigure(
    {
      figureId,
      kpi,
      scope: series.scope,
      from,
      to,
      snapshots: mature.map((snapshot) => snapshotValue(ledger, snapshot)),
    },
    { until: day, asOf: asOf ?? ctx.now, grade: null, currency, places: currencyExponent(currency) },
  );
}
