import type { BenchmarkChoice as WireChoice, ChooseBenchmarks } from "@liftledger/contracts/benchmark-set";
import {
  insertBenchmarkChoice,
  listBenchmarkChoices,
  wholeOrganisation,
  type BenchmarkChoice,
} from "@liftledger/database/benchmark-choices";
import { getBenchmarkSet, listBenchmarkSetVersions } from "@liftledger/database/benchmark-sets";
import { LostUpdateError } from "@liftledger/database/errors";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { refuseClosedFrom } from "../periods/closed-months.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { choiceViews } from "./choice-views.ts";

/**
 * Chooses by which benchmarks initiatives are judged from a day on: those of a set, or the published ones; for the
 * organisation, or for one initiative. What was chosen before stays readable, and counts for the days before. Refused
 * from a day in or before a closed month, and from another choice than the last one.
 */
export async function chooseBenchmarks(ctx: Context, wanted: ChooseBenchmarks): Promise<WireChoice> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiativeId, purpose, judgedBy, reason, validFrom = ctx.today } = wanted;
    const subject = initiativeId ?? wholeOrganisation;
    if (initiativeId !== undefined) await getInitiative(tx, ctx.organisationId, initiativeId);
    await refuseUnfit(ctx, tx, wanted);
    await refuseClosedFrom(ctx, tx, { day: validFrom, field: "validFrom" });
    const earlier = await listBenchmarkChoices(tx, ctx.organisationId, { subject });
    const before = earlier.findLast((choice) => choice.purpose === purpose) ?? null;
    const version = before?.position ?? 0;
    if (version !== wanted.version)
      throw new LostUpdateError("choice of benchmarks", subject, wanted.version, version);
    const choice: BenchmarkChoice = {
      subject,
      purpose,
      position: version + 1,
      judgedBy,
      setId: wanted.setId ?? null,
      validFrom,
      reason,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    };
    await insertBenchmarkChoice(tx, ctx.organisationId, choice);
    const after = { ...choice, ...(initiativeId === undefined ? {} : { initiativeId }) };
    audit({ action: "chooseBenchmarks", noun: "benchmark-choice", id: subject, before, after, reason });
    return onlyRow(await choiceViews(ctx, tx, [choice]));
  });
}

async function refuseUnfit(
  ctx: Context,
  tx: Writer,
  { initiativeId, purpose, judgedBy, setId }: ChooseBenchmarks,
): Promise<void> {
  const refuse = (field: string, message: string) => {
    throw new ProblemError("invalid-request", message, [{ field, message }]);
  };
  if (judgedBy === "organisation" && initiativeId === undefined)
    refuse(
      "judgedBy",
      "The organisation cannot follow its own choice: name a set, or the published benchmarks.",
    );
  if (judgedBy !== "own") {
    if (setId !== undefined) refuse("setId", "A set is named only where one's own benchmarks are chosen.");
    return;
  }
  if (setId === undefined) return refuse("setId", "Name the set of benchmarks.");
  const set = await getBenchmarkSet(tx, ctx.organisationId, setId);
  const thing = { objectId: setId, name: set.name, field: "setId" };
  await refuseRetired(ctx, tx, "benchmark-set", [thing], "choose other benchmarks, or restore these");
  const latest = (await listBenchmarkSetVersions(tx, ctx.organisationId, { setId })).at(-1);
  if (purpose === "beside" && latest?.span !== "cumulative")
    refuse("setId", `${set.name} is ${latest?.span}: only what is cumulative can be told beside a verdict.`);
}
