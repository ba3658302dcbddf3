import { Learning as WireLearning } from "@liftledger/contracts/learning";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listLatestKpis } from "@liftledger/database/kpis";
import type { Learning } from "@liftledger/database/learnings";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { personNames } from "../people/person-names.ts";

/** Learnings as they cross the wire: with the names of their initiative, its sentence, their KPIs and authors. */
export async function learningViews(
  ctx: Context,
  db: Reader,
  learnings: readonly Learning[],
): Promise<WireLearning[]> {
  const ids = [...new Set(learnings.map(({ initiativeId }) => initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const views = new Map(
    (await initiativeViews(ctx, db, initiatives)).map((view) => [view.initiativeId, view]),
  );
  const keys = [...new Set(learnings.flatMap(({ kpiKeys }) => kpiKeys))];
  const kept = keys.length === 0 ? [] : await listLatestKpis(db, ctx.organisationId, keys);
  const names = new Map(kept.map((kpi) => [kpi.kpiKey, kpiOf(kpi).name]));
  const nameOf = await personNames(ctx, db);
  return learnings.map(({ kpiKeys, ...learning }) => {
    const { name: initiative, sentence } = entryOf(views, learning.initiativeId);
    const kpis = kpiKeys.map((kpiKey) => ({ kpiKey, name: names.get(kpiKey) ?? kpiKey }));
    const people = { createdBy: nameOf(learning.createdBy), changedBy: nameOf(learning.changedBy) };
    return WireLearning.parse({ ...learning, ...people, initiative, sentence, kpis });
  });
}
