import type { Client } from "@liftledger/contracts/client";
import { examples } from "@liftledger/contracts/examples";
import type { gatePaths } from "@liftledger/contracts/gate-paths";
import { expect } from "vitest";
import { makeInitiative, type ChangingOf, type Play } from "./play.ts";

const { gates } = examples.setGateRules.body as { gates: never };
const hold = { decision: "hold", reason: "The case is written anew" } as const;
const standing = (status: string) => expect.objectContaining({ status });

async function openReview(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const review = await client.call("openGateReview", { params: { initiativeId }, body: hold });
  const { reviewId, seen } = review;
  return { initiativeId, params: { reviewId }, objectId: reviewId, seen: seen ?? "" };
}

async function declareRule(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const body = { phase: "scale", measure: "spend", when: "above", limit: "50000" } as const;
  const { killRuleId } = await client.call("declareKillRule", { params: { initiativeId }, body });
  return { initiativeId, killRuleId };
}

/** One play for each changing endpoint of gates and kill rules: what is called, and what the chain should say of it. */
export const gatePlays: Record<ChangingOf<typeof gatePaths>, Play> = {
  async openGateReview(client) {
    const { objectId, initiativeId } = await openReview(client);
    const after = expect.objectContaining({ status: "open", decision: "hold", initiativeId });
    return { noun: "gate-review", objectId, before: null, after };
  },
  async changeGateReview(client) {
    const { params, objectId } = await openReview(client);
    await client.call("changeGateReview", { params, body: { version: 1, ...hold, decision: "stop" } });
    const asked = (decision: string) => expect.objectContaining({ decision });
    return { noun: "gate-review", objectId, before: asked("hold"), after: asked("stop") };
  },
  async signGateReview(client, colleague) {
    const { params, objectId, seen } = await openReview(colleague);
    await client.call("signGateReview", { params, body: { version: 1, seen } });
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    const after = expect.objectContaining({ status: "decided", digest });
    return { noun: "gate-review", objectId, before: standing("open"), after };
  },
  async withdrawGateReview(client) {
    const { params, objectId } = await openReview(client);
    const reason = "Another review";
    await client.call("withdrawGateReview", { params, body: { version: 1, reason } });
    return { noun: "gate-review", objectId, before: standing("open"), after: standing("withdrawn"), reason };
  },
  async setGateRules(client) {
    const body = { version: 0, gates, source: "Board paper", approvedBy: "Grace" };
    await client.call("setGateRules", { body });
    const after = expect.objectContaining({ version: 1, source: "Board paper" });
    return { noun: "gate-rules", objectId: "default", before: null, after };
  },
  async declareKillRule(client) {
    const { initiativeId, killRuleId } = await declareRule(client);
    const after = expect.objectContaining({ initiativeId, phase: "scale", limit: "50000" });
    return { noun: "kill-rule", objectId: killRuleId, before: null, after };
  },
  async withdrawKillRule(client) {
    const { killRuleId } = await declareRule(client);
    const reason = "Counted elsewhere";
    await client.call("withdrawKillRule", { params: { killRuleId }, body: { version: 1, reason } });
    const withdrawn = (withdrawReason: string | null) => expect.objectContaining({ withdrawReason });
    return {
      noun: "kill-rule",
      objectId: killRuleId,
      before: withdrawn(null),
      after: withdrawn(reason),
      reason,
    };
  },
};
