import type { ProblemDetail } from "@liftledger/contracts/errors";
import type {
  Responsibility,
  ResponsibilityFields,
  SetResponsibility,
} from "@liftledger/contracts/responsibility";
import { LostUpdateError } from "@liftledger/database/errors";
import { jsonText } from "@liftledger/database/json";
import { findResponsibility, insertResponsibility } from "@liftledger/database/responsibilities";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { peopleIn, responsibilityVersion, withDuties, withPeople } from "./responsibility-view.ts";

/** Records who answers for what of one's own initiative, as the next version after the one that was read. */
export async function setResponsibility(
  ctx: Context,
  { initiativeId, version, ...wanted }: { initiativeId: string } & SetResponsibility,
): Promise<Responsibility> {
  mustBe(ctx, "contributor");
  refuseIfAny(daysToCome(wanted, ctx.today));
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    const before = (await findResponsibility(tx, ctx.organisationId, initiativeId)) ?? null;
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("responsibility", initiativeId, version, found);
    const ids = new Map<string, string>();
    for (const name of peopleIn(wanted)) ids.set(name, await personIdByName(ctx, tx, audit, name));
    const facts = jsonText(withPeople(wanted, (name) => entryOf(ids, name)));
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, facts, ...by };
    await insertResponsibility(tx, ctx.organisationId, after);
    audit({ action: "setResponsibility", noun: "responsibility", id: initiativeId, before, after });
    return withDuties(responsibilityVersion(initiativeId, after, await personNames(ctx, tx)), ctx.today);
  });
}

/** What is recorded as done lies behind us. */
function daysToCome({ lastBiasAudit, riskClass }: ResponsibilityFields, today: string): ProblemDetail[] {
  const days = [
    ["lastBiasAudit.on", lastBiasAudit?.on],
    ["riskClass.judgedOn", riskClass?.judgedOn],
  ] as const;
  return days.flatMap(([field, day]) =>
    day !== undefined && day > today
      ? [{ field, message: `${day} lies in the future: give the day on which it was done.`, seen: day }]
      : [],
  );
}
