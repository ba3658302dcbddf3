import type { Organisation } from "@liftledger/contracts/organisation";
import { findOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import { inTransaction } from "@liftledger/database/transaction";
import { firstDay, addPeriods, periodOf } from "@liftledger/kpis/period";
import { usualAlertSettings } from "../alerts/alert-settings.ts";
import { lookForAlerts } from "../alerts/look-for-alerts.ts";
import { setAlertSettings } from "../alerts/set-alert-settings.ts";
import { auditIn } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { seedBuiltInKpisIn } from "../kpis/seed-built-in-kpis.ts";
import { defaultOrganisationId } from "../local/local-actor.ts";
import { findOrMakePerson } from "../people/person-by-name.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { deleteDemo, demoOrganisationId } from "./delete-demo.ts";
import { demoDeeds } from "./demo-deeds.ts";
import { demoIdeas } from "./demo-plan-deeds.ts";
import { demoInitiatives } from "./demo-initiatives.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { historyWeeks, instant } from "./demo-time.ts";

const demoName = "Northwind Outdoor (demo)";
const demoCurrency = "EUR";

/**
 * Makes the demo organisation: twelve initiatives over a year and three ideas, their series with a year before, costs, baselines,
 * by the same use-cases that people call, each at the instant at which somebody would have done it. Refused
 * where a demo exists; a demo that could not be finished is removed.
 */
export async function createDemo(ctx: Context): Promise<Organisation> {
  mustBe(ctx, "admin");
  const demo: Context = { ...ctx, organisationId: demoOrganisationId, idempotency: undefined };
  await createOrganisation(demo, ctx);
  try {
    for (const { at, act } of demoDeeds(demo, demoCurrency)) {
      await act({ ...demo, now: at, today: at.slice(0, 10) });
    }
    await tellDemoAlerts(demo);
  } catch (error) {
    await deleteDemo(ctx);
    throw error;
  }
  return {
    organisationId: demoOrganisationId,
    name: demoName,
    kind: "demo",
    currency: demoCurrency,
    timeZone: "UTC",
    initiatives: demoInitiatives.length + demoIdeas.length,
    version: 1,
  };
}

/** What is wrong in the demo is told at once, whatever hour it is made at. */
async function tellDemoAlerts(demo: Context): Promise<void> {
  await setAlertSettings(demo, { ...usualAlertSettings, quietHours: null, version: 0 }, null);
  await lookForAlerts(demo, new AbortController().signal);
}

/** Told in the demo's own chain, which goes with it, and in the chain of the organisation that made it. */
async function createOrganisation(demo: Context, { now }: Context): Promise<void> {
  const createdAt = instant(firstDay(addPeriods(periodOf(demo.today, "week"), -historyWeeks)), "08:00");
  const organisationId = demoOrganisationId;
  const made = { organisationId, name: demoName, kind: "demo" as const, currency: demoCurrency, createdAt };
  const ctx = { ...demo, now: createdAt };
  await inTransaction(ctx.db, async (tx) => {
    if ((await findOrganisation(tx, organisationId)) !== undefined) {
      throw new ProblemError("conflict", "There is a demo already. Delete it first to make it anew.");
    }
    await insertOrganisation(tx, made);
    const change = { action: "createDemo", noun: "organisation", id: organisationId };
    const audit = auditIn(ctx, tx);
    audit({ ...change, before: null, after: made });
    for (const { personId, name } of [ctx.actor, demoAnalyst, demoFinance]) {
      await findOrMakePerson(ctx, tx, audit, { personId, displayName: name });
    }
    await seedBuiltInKpisIn(ctx, tx, audit);
    const home = { ...demo, now, organisationId: defaultOrganisationId };
    auditIn(home, tx)({ ...change, before: null, after: made });
  });
}
