import { listLatestKpis } from "@liftledger/database/kpis";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseIfAny } from "../problem.ts";

/** Refuses keys of KPIs that are not in the catalogue, each by its place. One that is retired was measured once, and counts. */
export async function refuseUnknownKpis(ctx: Context, db: Reader, kpiKeys: readonly string[]): Promise<void> {
  const known = new Set((await listLatestKpis(db, ctx.organisationId, kpiKeys)).map(({ kpiKey }) => kpiKey));
  refuseIfAny(
    kpiKeys.flatMap((kpiKey, place) =>
      known.has(kpiKey)
        ? []
        : [
            {
              field: `kpiKeys.${place}`,
              message: `There is no KPI "${kpiKey}" in the catalogue.`,
              seen: kpiKey,
            },
          ],
    ),
  );
}
