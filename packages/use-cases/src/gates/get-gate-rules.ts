import type { GateRules } from "@liftledger/contracts/gate";
import { listGateRules } from "@liftledger/database/gate-rules";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { gateRulesView } from "./gate-rules-in-force.ts";

/** What the gates ask now. */
export async function getGateRules(ctx: Context): Promise<GateRules> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const latest = (await listGateRules(db, ctx.organisationId)).at(-1);
    return gateRulesView(latest, await personNames(ctx, db));
  });
}
