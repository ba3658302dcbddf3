import type { ServiceKey } from "@liftledger/contracts/access";
import { NotFoundError } from "@liftledger/database/errors";
import { findServiceKey, updateServiceKey } from "@liftledger/database/service-keys";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { serviceKeyViews } from "./service-key-views.ts";

/** Ends a key from the next request on. One that ended stays as it is. */
export async function revokeServiceKey(ctx: Context, { keyId }: { keyId: string }): Promise<ServiceKey> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await findServiceKey(tx, ctx.organisationId, keyId);
    if (before === undefined) throw new NotFoundError("service key", keyId);
    const revokedAt = before.revokedAt ?? ctx.now;
    await updateServiceKey(tx, ctx.organisationId, keyId, { revokedAt });
    if (before.revokedAt === null) {
      const [was, is] = [{ revokedAt: null }, { revokedAt }];
      audit({ action: "revokeServiceKey", noun: "service-key", id: keyId, before: was, after: is });
    }
    return onlyRow(await serviceKeyViews(ctx, tx, [{ ...before, revokedAt }]));
  });
}
