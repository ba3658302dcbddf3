import { ChangeDataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import { examples } from "@liftledger/contracts/examples";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { describe, expect, it } from "vitest";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { changeDataAsset } from "./change-data-asset.ts";
import { createDataAsset } from "./create-data-asset.ts";
import { listDataAssetVersions } from "./list-data-asset-versions.ts";
import { listDataAssets } from "./list-data-assets.ts";
import { restoreDataAsset, retireDataAsset } from "./retire-data-asset.ts";

const example = examples.createDataAsset.body as object;
const dataOf = (differences: object = {}) =>
  DataAssetFields.parse({ ...example, seriesIds: [], initiativeIds: [], ...differences });

describe("DataAssetFields", () => {
  it.each<[object, boolean]>([
    [{ needsCleansing: "yes", cleansing: "" }, false],
    [{ needsCleansing: "no", cleansing: "" }, true],
    [{ seriesIds: ["series-1", "series-1"] }, false],
    [{ consistent: "maybe" }, false],
  ])("takes %j: %s", (differences, isTaken) => {
    const wanted = { ...example, seriesIds: [], initiativeIds: [], ...differences };
    expect(DataAssetFields.safeParse(wanted).success).toBe(isTaken);
    expect(ChangeDataAsset.safeParse({ ...wanted, version: 1 }).success).toBe(isTaken);
  });
});

describeOnEveryDatabase("the inventory of data", (open) => {
  it("keeps data in versions, with their series and initiatives by name and what stands in the way", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const linked = dataOf({ seriesIds: [seriesId], initiativeIds: [initiativeId] });
    const first = await createDataAsset(ctx, linked);
    expect(first).toMatchObject({
      owner: "Ada Vance",
      series: [expect.stringContaining("Lead scoring")],
      initiatives: ["Lead scoring"],
      gaps: [
        "They need cleansing: One in five has no industry.",
        "Systems do not agree on them.",
        "Nobody has said whether they may be used for training.",
      ],
      version: 1,
    });
    const { dataAssetId } = first;
    await expect(createDataAsset(ctx, linked)).rejects.toMatchObject({ kind: "conflict" });
    await createDataAsset(ctx, dataOf({ system: "Warehouse" }));
    const later = at(ctx, secondAfter(ctx));
    const anew = { dataAssetId, version: 1, ...dataOf({ allowedForTraining: "yes" }) };
    expect(await changeDataAsset(later, anew)).toMatchObject({ version: 2, series: [] });
    await expect(changeDataAsset(later, anew)).rejects.toThrow(LostUpdateError);
    const now = at(later, secondAfter(later));
    const { rows: versions } = await listDataAssetVersions(now, { dataAssetId, limit: 9 });
    expect(versions).toMatchObject([
      { version: 2, series: [], allowedForTraining: "yes", recordedBy: "Local administrator" },
      { version: 1, series: first.series, owner: "Ada Vance", recordedAt: first.changedAt },
    ]);
    await expect(listDataAssetVersions(now, { dataAssetId: "none", limit: 9 })).rejects.toThrow(
      NotFoundError,
    );
    const seen = async (query: object) =>
      (await listDataAssets(now, { limit: 9, ...query })).rows.map(({ version, system }) => [
        system,
        version,
      ]);
    expect(await seen({ sort: "system" })).toEqual([
      ["CRM", 2],
      ["Warehouse", 1],
    ]);
    expect(await seen({ allowedForTraining: "yes" })).toEqual([["CRM", 2]]);
    expect(await seen({ asOf: first.changedAt })).toEqual([["CRM", 1]]);
    await retireDataAsset(now, { dataAssetId, version: 2, reason: "Switched off" });
    expect(await seen({ retired: "false" })).toEqual([["Warehouse", 1]]);
    await expect(changeDataAsset(now, { ...anew, version: 2 })).rejects.toMatchObject({ kind: "retired" });
    expect(await restoreDataAsset(now, { dataAssetId, version: 2 })).toMatchObject({ retired: null });
  });

  it("refuses series and initiatives that are not there", async () => {
    const ctx = await openLedger(open);
    await expect(
      createDataAsset(ctx, dataOf({ seriesIds: ["none"], initiativeIds: ["none"] })),
    ).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "seriesIds.0" }, { field: "initiativeIds.0" }],
    });
  });
});
