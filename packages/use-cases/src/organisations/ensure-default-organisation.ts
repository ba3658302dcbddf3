import { findOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import { findOrCreatePerson } from "@liftledger/database/people";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { seedBuiltInKpisIn } from "../kpis/seed-built-in-kpis.ts";
import { mustBe } from "../permissions.ts";

export interface DefaultOrganisationSettings {
  readonly name: string;
  /** The currency its money is counted in. Read on the first start only. */
  readonly currency: string;
}

/**
 * Makes the organisation of the context with its catalogue of KPIs where it does not exist, and brings the
 * built-in KPIs of an older version up to date. Answers whether it was made now, which is the first start.
 */
export async function ensureDefaultOrganisation(
  ctx: Context,
  settings: DefaultOrganisationSettings,
): Promise<{ isNew: boolean }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx) => {
    const found = await findOrganisation(tx, ctx.organisationId);
    if (found === undefined) {
      await insertOrganisation(tx, {
        organisationId: ctx.organisationId,
        kind: "default",
        createdAt: ctx.now,
        ...settings,
      });
      const { personId, name } = ctx.actor;
      await findOrCreatePerson(tx, ctx.organisationId, { personId, displayName: name });
    }
    await seedBuiltInKpisIn(ctx, tx);
    return { isNew: found === undefined };
  });
}
