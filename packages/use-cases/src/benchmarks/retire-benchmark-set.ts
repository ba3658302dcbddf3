import type { BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { listBenchmarkChoices, wholeOrganisation } from "@liftledger/database/benchmark-choices";
import { getBenchmarkSet, listBenchmarkSetVersions } from "@liftledger/database/benchmark-sets";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";

const kind: Retirable<RetirableThing, BenchmarkSet> = {
  noun: "benchmark-set",
  called: "benchmark set",
  needs: "finance",
  actions: { retire: "retireBenchmarkSet", restore: "restoreBenchmarkSet" },
  async get(ctx, tx, setId) {
    const set = await getBenchmarkSet(tx, ctx.organisationId, setId);
    return { objectId: setId, name: set.name, version: set.version, facts: set };
  },
  async refuseInUse(ctx, tx, { objectId: setId, name }) {
    const last = new Map(
      (await listBenchmarkChoices(tx, ctx.organisationId)).map((choice) => [
        `${choice.subject} ${choice.purpose}`,
        choice,
      ]),
    );
    const subjects = [...last.values()]
      .filter((choice) => choice.setId === setId)
      .map(({ subject }) => subject);
    const initiatives = await listInitiativesByIds(tx, ctx.organisationId, subjects);
    const holders = [
      ...(subjects.includes(wholeOrganisation) ? ["the organisation"] : []),
      ...initiatives.map((initiative) => initiative.name),
    ];
    refuseHeld(name, holders, "choose other benchmarks there first");
  },
  async view(ctx, db, setId) {
    const set = await getBenchmarkSet(db, ctx.organisationId, setId);
    const latest = onlyRow((await listBenchmarkSetVersions(db, ctx.organisationId, { setId })).slice(-1));
    const nameOf = await personNames(ctx, db);
    const retiredOf = await retiredViews(ctx, db, "benchmark-set", [setId]);
    return benchmarkSetView(set, latest, { nameOf, retiredOf });
  },
};

/** Takes a set out of what can be chosen. Refused while something is judged by it; what was judged stays readable. */
export async function retireBenchmarkSet(
  ctx: Context,
  request: { setId: string } & RetireThing,
): Promise<BenchmarkSet> {
  return retireThing(ctx, kind, { id: request.setId, ...request });
}

/** Brings a retired set back, to be chosen again. */
export async function restoreBenchmarkSet(
  ctx: Context,
  request: { setId: string } & RestoreThing,
): Promise<BenchmarkSet> {
  return restoreThing(ctx, kind, { id: request.setId, ...request });
}
