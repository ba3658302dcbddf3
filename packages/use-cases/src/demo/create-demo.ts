import type { Organisation } from "@liftledger/contracts/organisation";
import { findOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import { findOrCreatePerson } from "@liftledger/database/people";
import { inTransaction } from "@liftledger/database/transaction";
import { firstDay, addPeriods, periodOf } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { seedBuiltInKpisIn } from "../kpis/seed-built-in-kpis.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { deleteDemo, demoOrganisationId } from "./delete-demo.ts";
import { demoDeeds } from "./demo-deeds.ts";
import { demoInitiatives } from "./demo-initiatives.ts";
import { historyWeeks, instant } from "./demo-time.ts";

const demoName = "Northwind Outdoor (demo)";
const demoCurrency = "EUR";

/**
 * Makes the demo organisation: twelve initiatives over a year, their series with a year before, costs, baselines,
 * by the same use-cases that people call, each at the instant at which somebody would have done it. Refused
 * where a demo exists; a demo that could not be finished is removed.
 */
export async function createDemo(ctx: Context): Promise<Organisation> {
  mustBe(ctx, "admin");
  const demo: Context = { ...ctx, organisationId: demoOrganisationId, idempotency: undefined };
  await createOrganisation(demo);
  try {
    for (const { at, act } of demoDeeds(demo, demoCurrency)) {
      await act({ ...demo, now: at, today: at.slice(0, 10) });
    }
  } catch (error) {
    await deleteDemo(ctx);
    throw error;
  }
  const { length: initiatives } = demoInitiatives;
  return {
    organisationId: demoOrganisationId,
    name: demoName,
    kind: "demo",
    currency: demoCurrency,
    initiatives,
  };
}

async function createOrganisation(ctx: Context): Promise<void> {
  const createdAt = instant(firstDay(addPeriods(periodOf(ctx.today, "week"), -historyWeeks)), "08:00");
  await inTransaction(ctx.db, async (tx) => {
    if ((await findOrganisation(tx, demoOrganisationId)) !== undefined) {
      throw new ProblemError("conflict", "There is a demo already. Delete it first to make it anew.");
    }
    await insertOrganisation(tx, {
      organisationId: demoOrganisationId,
      name: demoName,
      kind: "demo",
      currency: demoCurrency,
      createdAt,
    });
    const { personId, name } = ctx.actor;
    await findOrCreatePerson(tx, demoOrganisationId, { personId, displayName: name });
    await seedBuiltInKpisIn({ ...ctx, now: createdAt }, tx);
  });
}
