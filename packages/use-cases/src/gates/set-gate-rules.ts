import type { GateRules, SetGateRules } from "@liftledger/contracts/gate";
import { insertGateRules, listGateRules } from "@liftledger/database/gate-rules";
import { jsonText } from "@liftledger/database/json";
import { gateRuleProblems } from "@liftledger/roi/governance/gate-rules";
import { phaseNames } from "@liftledger/roi/phase";
import { nextApprovedVersion } from "../approvals/next-approved-version.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { engineRules, gateRulesView } from "./gate-rules-in-force.ts";

/**
 * Sets what the gates ask from now on, as the next version: what was signed before keeps the version it was signed under.
 * Refused with every rule that cannot be used, and where who records and who approved them are one person.
 */
export async function setGateRules(ctx: Context, wanted: SetGateRules): Promise<GateRules> {
  mustBe(ctx, "finance");
  refuseUnusable(wanted.gates);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = (await listGateRules(tx, ctx.organisationId)).at(-1) ?? null;
    const next = { what: "rules of the gates", before, wanted };
    const after = {
      ...(await nextApprovedVersion(ctx, tx, audit, next)),
      gates: jsonText(wanted.gates),
    };
    await insertGateRules(tx, ctx.organisationId, after);
    audit({ action: "setGateRules", noun: "gate-rules", id: ctx.organisationId, before, after });
    return gateRulesView(after, await personNames(ctx, tx));
  });
}

function refuseUnusable(gates: SetGateRules["gates"]): void {
  refuseIfAny(
    gateRuleProblems(engineRules(0, gates)).map(({ gate, place, reason }) => ({
      field: gates[gate].length === 0 ? `gates.${gate}` : `gates.${gate}.${place}`,
      message: `The gate into ${phaseNames[gate]}: ${reason}`,
      ...(gates[gate][place] === undefined ? {} : { seen: seenRule(gates[gate][place]) }),
    })),
  );
}

const seenRule = ({ criterion, least }: SetGateRules["gates"]["pilots"][number]) =>
  least === null ? criterion : `${criterion}: ${least}`;
