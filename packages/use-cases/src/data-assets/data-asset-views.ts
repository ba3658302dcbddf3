import type { DataAsset } from "@liftledger/contracts/data-asset";
import type { DataAssetVersion } from "@liftledger/database/data-asset-versions";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { dataGaps } from "@liftledger/roi/governance/data-gaps";
import { namedSeries } from "../approvals/waiting.ts";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { dataAssetFacts } from "./data-asset-facts.ts";

/** Versions of data with their facts: people, series and initiatives by name, but whoever recorded them. */
export async function namedDataAssets(ctx: Context, db: Reader, versions: readonly DataAssetVersion[]) {
  const assets = versions.map(({ facts, ...version }) => ({ version, facts: dataAssetFacts({ facts }) }));
  const ids = [...new Set(assets.flatMap(({ facts }) => facts.initiativeIds))];
  const found = await listInitiativesByIds(db, ctx.organisationId, ids);
  const initiatives = new Map(found.map(({ initiativeId, name }) => [initiativeId, name]));
  const series = await namedSeries(
    ctx,
    db,
    assets.flatMap(({ facts }) => facts.seriesIds),
  );
  const nameOf = await personNames(ctx, db);
  return assets.map(({ version, facts }) => ({
    ...facts,
    ...version,
    owner: facts.owner === null ? null : nameOf(facts.owner),
    series: facts.seriesIds.map((id) => series.get(id)?.name ?? id),
    initiatives: facts.initiativeIds.map((id) => initiatives.get(id) ?? id),
  }));
}

/** Data as they cross the wire, with their series and initiatives by name and what stands in the way of using them. */
export async function dataAssetViews(
  ctx: Context,
  db: Reader,
  versions: readonly DataAssetVersion[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<DataAsset[]> {
  const named = await namedDataAssets(ctx, db, versions);
  const nameOf = await personNames(ctx, db);
  const retiredOf = await retiredViews(ctx, db, "data-asset", undefined, asOf);
  return named.map(({ recordedAt, recordedBy, ...asset }) => ({
    ...asset,
    gaps: dataGaps(asset),
    changedAt: recordedAt,
    changedBy: nameOf(recordedBy),
    retired: retiredOf(asset.dataAssetId),
  }));
}
