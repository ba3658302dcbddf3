import type { Database } from "@liftledger/database/open-database";
import type { Context } from "../context.ts";
import { ensureDefaultOrganisation } from "../organisations/ensure-default-organisation.ts";

/** A Wednesday: the week 2026-W26 is under way, and the months up to May have ended. */
const testDay = "2026-06-24";

/** A context on a fresh database with the default organisation in EUR and its catalogue of KPIs. */
export async function openLedger(open: () => Promise<Database>): Promise<Context> {
  const ctx = contextOn(await open());
  await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
  return ctx;
}

/** A context of a local admin at noon of the test day, with ids that count up. */
export function contextOn(db: Database): Context {
  let made = 0;
  return {
    db,
    actor: { personId: "local-administrator", name: "Local administrator", role: "admin" },
    organisationId: "default",
    requestId: "request-1",
    now: `${testDay}T12:00:00.000Z`,
    today: testDay,
    newId: () => `id-${String(++made).padStart(6, "0")}`,
    seed: 1,
  };
}

/** The same ledger with somebody else at it, who approves what the first one made. */
export function colleague(ctx: Context): Context {
  return { ...ctx, actor: { personId: "colleague", name: "colleague", role: "finance" } };
}

/** A second after a context's instant. Changes of one instant are known a millisecond after each other; by then all are. */
export function secondAfter(ctx: Context): string {
  return new Date(Date.parse(ctx.now) + 1000).toISOString();
}

/** The same ledger at another instant. */
export function at(ctx: Context, now: string): Context {
  return { ...ctx, now, today: now.slice(0, 10) };
}
