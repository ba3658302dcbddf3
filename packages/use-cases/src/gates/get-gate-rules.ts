import { GateRulesInForce } from "@liftledger/contracts/gate";
import { listGateRules } from "@liftledger/database/gate-rules";
import { inSnapshot } from "@liftledger/database/transaction";
import { gateCriteria } from "@liftledger/roi/governance/gate-criteria";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { gateRulesView } from "./gate-rules-in-force.ts";

/** What the gates ask now, and every criterion that they may ask. */
export async function getGateRules(ctx: Context): Promise<GateRulesInForce> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const latest = (await listGateRules(db, ctx.organisationId)).at(-1);
    const criteria = Object.entries(gateCriteria).map(([criterion, { question, limit }]) => {
      return { criterion, question, limit };
    });
    return GateRulesInForce.parse({ ...gateRulesView(latest, await personNames(ctx, db)), criteria });
  });
}
