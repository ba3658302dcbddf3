import type { ProductionFacts, SetProductionFacts } from "@liftledger/contracts/production-facts";
import { LostUpdateError } from "@liftledger/database/errors";
import { jsonText } from "@liftledger/database/json";
import { findProductionFacts, insertProductionFacts } from "@liftledger/database/production-facts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { keptFacts, peopleIn, productionView, withPeople } from "./production-view.ts";

/** Records what lets one's own initiative run in production, as the next version after the one that was read. */
export async function setProductionFacts(
  ctx: Context,
  { initiativeId, version, ...wanted }: { initiativeId: string } & SetProductionFacts,
): Promise<ProductionFacts> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    const before = (await findProductionFacts(tx, ctx.organisationId, initiativeId)) ?? null;
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("production facts", initiativeId, version, found);
    const ids = new Map<string, string>();
    for (const name of peopleIn(wanted)) ids.set(name, await personIdByName(ctx, tx, audit, name));
    // What another scope reopened waits until it is approved, whatever is written in the meantime.
    const reopened = before === null ? null : keptFacts(before).reopened;
    const facts = jsonText({ ...withPeople(wanted, (name) => entryOf(ids, name)), reopened });
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, facts, ...by };
    await insertProductionFacts(tx, ctx.organisationId, after);
    audit({ action: "setProductionFacts", noun: "production-facts", id: initiativeId, before, after });
    return productionView(initiativeId, after, await personNames(ctx, tx));
  });
}
