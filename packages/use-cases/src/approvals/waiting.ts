import type { Approval } from "@liftledger/contracts/approval";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** Something that waits for approval: its author and its initiative by their ids. */
export interface Waiting extends Omit<Approval, "initiative" | "askedBy" | "decision" | "approvers"> {
  readonly authorId: string;
  /** All who do not approve it, where that is not the author alone. */
  readonly barredIds?: readonly string[];
}

/** A series by the name a person knows it by, "Conversion rate, Web shop", and its KPI. */
interface NamedSeries {
  readonly name: string;
  readonly kpi: Kpi;
}

/** The series of these ids, by id. */
export async function namedSeries(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
): Promise<Map<string, NamedSeries>> {
  const series = await listSeriesByIds(db, ctx.organisationId, [...new Set(seriesIds)]);
  const kpis = await kpisOfSeries(ctx, db, series);
  return new Map(
    series.map(({ seriesId, scope }) => {
      const kpi = entryOf(kpis, seriesId);
      return [seriesId, { name: `${kpi.name}, ${scope}`, kpi }];
    }),
  );
}
