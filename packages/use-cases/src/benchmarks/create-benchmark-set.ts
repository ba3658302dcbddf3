import type { BenchmarkSet, NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { getBenchmarkSet, insertBenchmarkSet, listBenchmarkSets } from "@liftledger/database/benchmark-sets";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";
import { writeSetVersion } from "./write-set-version.ts";

/** Adds benchmarks of one's own at version 1. Nothing is judged by them until they are chosen. */
export async function createBenchmarkSet(
  ctx: Context,
  { name, ...wanted }: NewBenchmarkSet,
): Promise<BenchmarkSet> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const sets = await listBenchmarkSets(tx, ctx.organisationId);
    const taken = sets.find((set) => set.name === name);
    if (taken !== undefined) {
      const thing = { objectId: taken.setId, name, field: "name" };
      await refuseRetired(ctx, tx, "benchmark-set", [thing], "restore them, or choose another name");
      const details = [{ field: "name", message: "taken", seen: name }];
      throw new ProblemError("conflict", `There are benchmarks named "${name}" already.`, details);
    }
    const setId = ctx.newId();
    const created = { createdAt: ctx.now, createdBy: ctx.actor.personId };
    await insertBenchmarkSet(tx, ctx.organisationId, { setId, name, ...created });
    const version = await writeSetVersion(ctx, tx, audit, { setId, version: 1 }, wanted);
    const after = { ...version, name };
    audit({ action: "createBenchmarkSet", noun: "benchmark-set", id: setId, before: null, after });
    const set = await getBenchmarkSet(tx, ctx.organisationId, setId);
    return benchmarkSetView(set, version, {
      nameOf: await personNames(ctx, tx),
      retiredOf: () => null,
    });
  });
}
