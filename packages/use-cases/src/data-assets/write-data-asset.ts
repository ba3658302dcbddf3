import type { DataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import {
  insertDataAssetVersion,
  latestDataAssetVersions,
  type DataAssetVersion,
} from "@liftledger/database/data-asset-versions";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { jsonText } from "@liftledger/database/json";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { dataAssetFacts } from "./data-asset-facts.ts";
import { dataAssetViews } from "./data-asset-views.ts";

/** Writes the next version of data in the inventory, the first where there is none before, and tells it. */
export async function writeDataAsset(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { wanted, before }: { wanted: DataAssetFields; before: DataAssetVersion | null },
): Promise<DataAsset> {
  await refuseTakenName(ctx, tx, wanted, before);
  await refuseUnknown(ctx, tx, wanted);
  const owner = wanted.owner === null ? null : await personIdByName(ctx, tx, audit, wanted.owner);
  const after: DataAssetVersion = {
    dataAssetId: before?.dataAssetId ?? ctx.newId(),
    version: (before?.version ?? 0) + 1,
    facts: jsonText({ ...wanted, owner }),
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertDataAssetVersion(tx, ctx.organisationId, after);
  const action = before === null ? "createDataAsset" : "changeDataAsset";
  audit({ action, noun: "data-asset", id: after.dataAssetId, before, after });
  return onlyRow(await dataAssetViews(ctx, tx, [after]));
}

/** Refuses the name of other data in the same system. */
async function refuseTakenName(
  ctx: Context,
  db: Reader,
  { name, system }: DataAssetFields,
  before: DataAssetVersion | null,
): Promise<void> {
  const taken = (await latestDataAssetVersions(db, ctx.organisationId)).find((asset) => {
    const facts = dataAssetFacts(asset);
    return asset.dataAssetId !== before?.dataAssetId && facts.name === name && facts.system === system;
  });
  if (taken === undefined) return;
  const thing = { objectId: taken.dataAssetId, name, field: "name" };
  await refuseRetired(ctx, db, "data-asset", [thing], "restore it, or choose another name");
  const details = [{ field: "name", message: "taken", seen: name }];
  throw new ProblemError("conflict", `"${name}" in ${system} is in the inventory already.`, details);
}

async function refuseUnknown(
  ctx: Context,
  db: Reader,
  { seriesIds, initiativeIds }: DataAssetFields,
): Promise<void> {
  const series = await listSeriesByIds(db, ctx.organisationId, seriesIds);
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, initiativeIds);
  const missing = (field: string, ids: readonly string[], found: readonly string[], message: string) =>
    ids.flatMap((seen, place) =>
      found.includes(seen) ? [] : [{ field: `${field}.${place}`, message, seen }],
    );
  refuseIfAny([
    ...missing(
      "seriesIds",
      seriesIds,
      series.map(({ seriesId }) => seriesId),
      "There is no such series.",
    ),
    ...missing(
      "initiativeIds",
      initiativeIds,
      initiatives.map(({ initiativeId }) => initiativeId),
      "There is no such initiative.",
    ),
  ]);
}
