import type { BenchmarkChoice as WireChoice } from "@liftledger/contracts/benchmark-set";
import { wholeOrganisation, type BenchmarkChoice } from "@liftledger/database/benchmark-choices";
import { listBenchmarkSets } from "@liftledger/database/benchmark-sets";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";

/** Choices as they cross the wire, with the names of initiatives and sets. */
export async function choiceViews(
  ctx: Context,
  db: Reader,
  choices: readonly BenchmarkChoice[],
): Promise<WireChoice[]> {
  const ids = [...new Set(choices.map(({ subject }) => subject))].filter((id) => id !== wholeOrganisation);
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const initiativeNames = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const sets = await listBenchmarkSets(db, ctx.organisationId);
  const setNames = new Map(sets.map(({ setId, name }) => [setId, name]));
  const nameOf = await personNames(ctx, db);
  return choices.map(({ subject, position, setId, ...choice }) => ({
    ...choice,
    initiativeId: subject === wholeOrganisation ? null : subject,
    initiative: initiativeNames.get(subject) ?? null,
    version: position,
    setId,
    set: setNames.get(setId ?? "") ?? null,
    recordedBy: nameOf(choice.recordedBy),
  }));
}
