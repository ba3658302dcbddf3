import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import { Findings } from "@liftledger/contracts/finding";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import { findFailures } from "@liftledger/roi/governance/failure-modes";
import type { Context } from "../context.ts";
import { governedInitiatives } from "../governance/governed-initiatives.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { failureFactsOf, notKnownOf } from "./failure-facts-of.ts";

/** The failure modes found in what is logged of an initiative on a day, as known at an instant. */
export async function getFindings(
  ctx: Context,
  {
    initiativeId,
    until = ctx.today,
    asOf = ctx.now,
  }: { initiativeId: string } & EndpointRequest<"getFindings">["query"],
): Promise<Findings> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
    const governed = onlyRow(await governedInitiatives(ctx, db, [initiative], { until, asOf }));
    const facts = failureFactsOf(ctx, governed, until);
    const findings = findFailures(facts, until);
    return Findings.parse({ initiativeId, until, asOf, findings, notKnown: notKnownOf(facts, until) });
  });
}
