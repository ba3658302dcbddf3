import type { Annotation } from "@liftledger/database/annotations";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { getOwnInitiative, mustOwnSeries } from "../own-things.ts";

/** Throws where what a note is on is not there, and "forbidden" where it is other teams' alone. */
export async function mustOwnAnnotated(
  ctx: Context,
  db: Reader,
  { initiativeId, seriesId }: Pick<Annotation, "initiativeId" | "seriesId">,
): Promise<void> {
  if (initiativeId !== null) await getOwnInitiative(ctx, db, initiativeId);
  if (seriesId === null) return;
  await getSeries(db, ctx.organisationId, seriesId);
  await mustOwnSeries(ctx, db, [seriesId]);
}
