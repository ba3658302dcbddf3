import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { insertServiceKey } from "@liftledger/database/service-keys";
import { newSecret, secretDigest } from "../access/secret.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { refuseUnknownTeams } from "../people/known-teams.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { serviceKeyViews } from "./service-key-views.ts";

const dayMilliseconds = 86_400_000;

/** What every key begins with, so that one that got somewhere it should not be can be found by a search. */
export const serviceKeyPrefix = "llkey_";

/** Makes a key for a program. The key itself is answered once; its digest is kept. */
export async function createServiceKey(
  ctx: Context,
  { name, scopes, teamIds, days }: EndpointRequest<"createServiceKey">["body"],
): Promise<EndpointOutput<"createServiceKey">> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    if (teamIds !== null) refuseUnbound(scopes);
    await refuseUnknownTeams(ctx, tx, teamIds ?? []);
    const secret = newSecret();
    const keyId = ctx.newId();
    const kept = {
      keyId,
      name,
      scopes: [...new Set(scopes)],
      teamIds,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
      expiresAt: new Date(Date.parse(ctx.now) + days * dayMilliseconds).toISOString(),
    };
    await insertServiceKey(tx, ctx.organisationId, { ...kept, digest: secretDigest(secret) });
    audit({ action: "createServiceKey", noun: "service-key", id: keyId, before: null, after: kept });
    const views = await serviceKeyViews(ctx, tx, [
      { ...kept, digest: "", revokedAt: null, lastUsedOn: null },
    ]);
    return { serviceKey: onlyRow(views), key: `${serviceKeyPrefix}${keyId}.${secret}` };
  });
}

/** What is approved is the whole organisation's: a key for one team's things cannot be held to them there. */
function refuseUnbound(scopes: readonly string[]): void {
  if (!scopes.includes("approve")) return;
  const message = '"approve" is about every team\'s things: leave it out, or make the key for all teams.';
  throw new ProblemError("invalid-request", message, [{ field: "scopes", message, seen: "approve" }]);
}
