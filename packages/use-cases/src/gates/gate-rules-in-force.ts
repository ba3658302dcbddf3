import { GateRules as WireRules } from "@liftledger/contracts/gate";
import { listGateRules, type GateRuleVersion } from "@liftledger/database/gate-rules";
import { parseJson } from "@liftledger/database/json";
import type { Reader } from "@liftledger/database/transaction";
import type { CriterionKey } from "@liftledger/roi/governance/gate-criteria";
import { defaultGateRules, type GateRules } from "@liftledger/roi/governance/gate-rules";
import type { Context } from "../context.ts";
import type { PersonNames } from "../people/person-names.ts";
import { writableCopy } from "../writable-copy.ts";

/** What the gates of the organisation ask now: the default set until somebody set their own. */
export async function gateRulesInForce(ctx: Context, db: Reader): Promise<GateRules> {
  const latest = (await listGateRules(db, ctx.organisationId)).at(-1);
  return latest === undefined ? defaultGateRules : engineRules(latest.version, keptGates(latest));
}

/** Rules as the engine takes them; `gateRuleProblems` says what of them it does not know. */
export function engineRules(version: number, gates: WireRules["gates"]): GateRules {
  const known = (rules: WireRules["gates"]["pilots"]) =>
    rules.map(({ criterion, least }) => ({ criterion: criterion as CriterionKey, least }));
  const { pilots, scale, transform } = gates;
  return { version, gates: { pilots: known(pilots), scale: known(scale), transform: known(transform) } };
}

/** A version as it crosses the wire; without one, the default set. */
export function gateRulesView(kept: GateRuleVersion | undefined, nameOf: PersonNames): WireRules {
  if (kept === undefined) {
    const { version, gates } = writableCopy(defaultGateRules);
    return { version, gates, source: null, approvedBy: null, recordedAt: null, recordedBy: null };
  }
  const { version, source, recordedAt } = kept;
  const people = { approvedBy: nameOf(kept.approvedBy), recordedBy: nameOf(kept.recordedBy) };
  return { version, gates: keptGates(kept), source, recordedAt, ...people };
}

function keptGates({ gates }: GateRuleVersion): WireRules["gates"] {
  return parseJson(WireRules.shape.gates, gates);
}
