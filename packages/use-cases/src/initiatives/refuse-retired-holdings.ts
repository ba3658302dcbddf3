import { latestAdoptionSeries } from "@liftledger/database/adoption-series";
import { listBenefits } from "@liftledger/database/benefits";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { refuseRetiredSeries } from "../series/refuse-retired-series.ts";

/** Refuses to take an initiative up again whose team, or a series that it claims or its adoption is told by, was retired meanwhile. */
export async function refuseRetiredHoldings(
  ctx: Context,
  db: Reader,
  initiative: Pick<NamedInitiative, "initiativeId" | "teamId" | "teamName"> & { movesTo: string | undefined },
): Promise<void> {
  const { initiativeId, teamId, teamName, movesTo = teamName } = initiative;
  const team = { objectId: teamId, name: teamName, field: "status" };
  if (movesTo === teamName)
    await refuseRetired(ctx, db, "team", [team], "name another team, or have an admin restore it");
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds: [initiativeId] });
  const adoption = await latestAdoptionSeries(db, ctx.organisationId, [initiativeId]);
  const told = [...adoption.values()].flatMap(({ seriesId }) => seriesId ?? []);
  const ids = [...new Set([...benefits.map(({ seriesId }) => seriesId), ...told])];
  const series = await listSeriesByIds(db, ctx.organisationId, ids);
  const claimed = series.map((one) => ({ series: one, field: "status" }));
  await refuseRetiredSeries(ctx, db, claimed, "restore it first");
}
