import type { Reading } from "@liftledger/contracts/reading";
import { readingOfMember, setReadingOfMember } from "@liftledger/database/members";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";

/** Sets in which language one reads, and how one's numbers and days are written; null for as the browser says. */
export async function setReading(ctx: Context, reading: Reading): Promise<Reading> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { personId } = ctx.actor;
    const before = await readingOfMember(tx, ctx.organisationId, personId);
    await setReadingOfMember(tx, ctx.organisationId, { personId, ...reading });
    audit({ action: "setReading", noun: "member", id: personId, before, after: reading });
    return reading;
  });
}
