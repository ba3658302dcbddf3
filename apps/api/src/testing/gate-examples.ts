import type { Context } from "@liftledger/use-cases/context";
import { openGateReview } from "@liftledger/use-cases/gates/open-gate-review";
import { declareKillRule } from "@liftledger/use-cases/kill-rules/declare-kill-rule";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { colleague } from "@liftledger/use-cases/testing/open-ledger";

type Prepare = () => Promise<{ ids: Record<string, string> }>;

/** Makes what each example of gates is about: a review that a colleague opened, and a rule that was declared. */
export function gatePreparations(ctx: Context): Record<string, Prepare> {
  const ofReview = async () => {
    const author = colleague(ctx);
    const { initiativeId } = await makeInitiative(author, `Effort ${ctx.newId()}`);
    const asked = { decision: "hold", reason: "The case is written anew", overrides: [] } as const;
    const { reviewId, seen } = await openGateReview(author, { initiativeId, ...asked, overrides: [] });
    return { ids: { reviewId, seenDigest: seen ?? "" } };
  };
  const ofRule = async () => {
    const { initiativeId } = await makeInitiative(ctx, `Effort ${ctx.newId()}`);
    const rule = { phase: "scale", measure: "spend", when: "above", limit: "5000", afterMonths: 0 } as const;
    const { killRuleId } = await declareKillRule(ctx, { initiativeId, ...rule });
    return { ids: { killRuleId } };
  };
  return {
    getGateReview: ofReview,
    changeGateReview: ofReview,
    signGateReview: ofReview,
    withdrawGateReview: ofReview,
    withdrawKillRule: ofRule,
  };
}
