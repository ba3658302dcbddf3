import type { Adoption, SetAdoption } from "@liftledger/contracts/adoption";
import { insertAdoptionSeries, latestAdoptionSeries } from "@liftledger/database/adoption-series";
import { LostUpdateError } from "@liftledger/database/errors";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import { tellsAdoption } from "@liftledger/roi/governance/adoption";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetiredSeries } from "../series/refuse-retired-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { adoptionView } from "./adoption-view.ts";

/**
 * Names the series that tells the adoption of one's own initiative, or none any more, as the next version after the one
 * that was read. Refused of a series that counts no share of people week by week.
 */
export async function setAdoption(
  ctx: Context,
  { initiativeId, version, seriesId, sameAsCase }: { initiativeId: string } & SetAdoption,
): Promise<Adoption> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const before =
      (await latestAdoptionSeries(tx, ctx.organisationId, [initiativeId])).get(initiativeId) ?? null;
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("series of adoption", initiativeId, version, found);
    if (seriesId !== null) await refuseOther(ctx, tx, seriesId);
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, seriesId, sameAsCase, ...by };
    await insertAdoptionSeries(tx, ctx.organisationId, after);
    audit({ action: "setAdoption", noun: "adoption", id: initiativeId, before, after });
    return adoptionView(ctx, tx, initiative, { until: ctx.today, asOf: ctx.now });
  });
}

/** Refuses a series that is not there, is retired, or counts something else than a weekly share of people. */
async function refuseOther(ctx: Context, tx: Writer, seriesId: string): Promise<void> {
  const [series] = await listSeriesByIds(tx, ctx.organisationId, [seriesId]);
  const refuse = (message: string) => {
    throw new ProblemError("invalid-request", message, [{ field: "seriesId", message, seen: seriesId }]);
  };
  if (series === undefined) return refuse(`There is no series ${seriesId}.`);
  await refuseRetiredSeries(ctx, tx, [{ series, field: "seriesId" }], "restore it to log it again");
  const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), seriesId);
  if (tellsAdoption(kpi, series.periodType)) return;
  refuse(
    `${seriesName(kpi, series)} does not tell adoption: it takes a weekly share of which more is better, such as Tool adoption (people who used it, of those who could). Add a series of that KPI.`,
  );
}
