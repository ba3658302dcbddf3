import type { BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { listBenchmarkChoices, wholeOrganisation } from "@liftledger/database/benchmark-choices";
import {
  getBenchmarkSet,
  listBenchmarkSetVersions,
  updateBenchmarkSet,
} from "@liftledger/database/benchmark-sets";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";

/** Takes a set out of what can be chosen. Refused while something is judged by it; what was judged stays readable. */
export async function retireBenchmarkSet(
  ctx: Context,
  { setId, version }: { setId: string; version: number },
): Promise<BenchmarkSet> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getBenchmarkSet(tx, ctx.organisationId, setId);
    if (before.retiredAt !== null) throw new ProblemError("conflict", `${before.name} is retired already.`);
    await refuseChosen(ctx, tx, before);
    await updateBenchmarkSet(tx, ctx.organisationId, { setId, version }, { retiredAt: ctx.now });
    const after = await getBenchmarkSet(tx, ctx.organisationId, setId);
    audit({ action: "retireBenchmarkSet", noun: "benchmark-set", id: setId, before, after });
    const latest = onlyRow((await listBenchmarkSetVersions(tx, ctx.organisationId, { setId })).slice(-1));
    return benchmarkSetView(after, latest, await personNames(ctx, tx));
  });
}

async function refuseChosen(
  ctx: Context,
  tx: Writer,
  { setId, name }: { setId: string; name: string },
): Promise<void> {
  const last = new Map(
    (await listBenchmarkChoices(tx, ctx.organisationId)).map((choice) => [
      `${choice.subject} ${choice.purpose}`,
      choice,
    ]),
  );
  const subjects = [...last.values()]
    .filter((choice) => choice.setId === setId)
    .map(({ subject }) => subject);
  if (subjects.length === 0) return;
  const initiatives = await listInitiativesByIds(tx, ctx.organisationId, subjects);
  const who = [
    ...(subjects.includes(wholeOrganisation) ? ["the organisation"] : []),
    ...initiatives.map((initiative) => initiative.name),
  ];
  throw new ProblemError(
    "conflict",
    `${name} is in use by ${who.join(", ")}: choose other benchmarks there first.`,
  );
}
