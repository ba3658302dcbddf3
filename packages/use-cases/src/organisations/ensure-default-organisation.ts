import { findOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { seedBuiltInKpisIn } from "../kpis/seed-built-in-kpis.ts";
import { findOrMakePerson } from "../people/person-by-name.ts";
import { mustBe } from "../permissions.ts";
import { knownCurrency } from "../series/series-currency.ts";

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
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await findOrganisation(tx, ctx.organisationId);
    if (found === undefined) {
      // In one that there is not no figure could ever be told.
      knownCurrency(settings.currency);
      const { organisationId, now: createdAt } = ctx;
      const made = { organisationId, kind: "default" as const, createdAt, ...settings };
      await insertOrganisation(tx, made);
      const action = "ensureDefaultOrganisation";
      audit({ action, noun: "organisation", id: organisationId, before: null, after: made });
      const { personId, name } = ctx.actor;
      await findOrMakePerson(ctx, tx, audit, { personId, displayName: name });
    }
    await seedBuiltInKpisIn(ctx, tx, audit);
    return { isNew: found === undefined };
  });
}
