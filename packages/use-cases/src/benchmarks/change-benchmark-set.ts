import type { BenchmarkSet, ChangeBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import {
  getBenchmarkSet,
  listBenchmarkSetVersions,
  updateBenchmarkSet,
} from "@liftledger/database/benchmark-sets";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";
import { writeSetVersion } from "./write-set-version.ts";

/** Makes the next version of a set: what is judged by it is judged by that version from the day it is valid. */
export async function changeBenchmarkSet(
  ctx: Context,
  { setId, version, ...wanted }: { setId: string } & ChangeBenchmarkSet,
): Promise<BenchmarkSet> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const next = version + 1;
    await updateBenchmarkSet(tx, ctx.organisationId, { setId, version }, { version: next });
    const set = await getBenchmarkSet(tx, ctx.organisationId, setId);
    const thing = { objectId: setId, name: set.name, field: "setId" };
    await refuseRetired(ctx, tx, "benchmark-set", [thing], "restore it to change it");
    const before = (await listBenchmarkSetVersions(tx, ctx.organisationId, { setId })).at(-1) ?? null;
    const after = await writeSetVersion(ctx, tx, audit, { setId, version: next }, wanted);
    audit({ action: "changeBenchmarkSet", noun: "benchmark-set", id: setId, before, after });
    return benchmarkSetView(set, after, { nameOf: await personNames(ctx, tx), retiredOf: () => null });
  });
}
