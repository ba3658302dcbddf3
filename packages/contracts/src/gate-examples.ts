import { defaultGateRules } from "@liftledger/roi/governance/gate-rules";

const reviewId = "0198f2a0-7c00-7000-8000-0000000000b1";
const killRuleId = "0198f2a0-7c00-7000-8000-0000000000b2";
const seenDigest = "5a".repeat(32);

/** Ids that stand in the examples of gates, and the digest of what was read. */
export const gateExampleIds = { reviewId, killRuleId, seenDigest } as const;

const ofReview = { params: { reviewId } };
const asked = {
  decision: "advance",
  reason: "The pilot pays, and sales wants it for every team",
  overrides: [{ criterion: "training", reason: "The last four are trained on Monday" }],
};

/** Examples of the endpoints of gates and kill rules, of an initiative; a part of the table in `examples.ts`. */
export const gateExamples = (initiativeId: string) => ({
  getGate: { params: { initiativeId } },
  openGateReview: { params: { initiativeId }, body: { ...asked, decision: "hold", overrides: [] } },
  listGateReviews: { query: { limit: 20, status: "decided" } },
  getGateReview: ofReview,
  changeGateReview: { ...ofReview, body: { version: 1, ...asked } },
  signGateReview: { ...ofReview, body: { version: 1, seen: seenDigest, comment: "As discussed" } },
  withdrawGateReview: { ...ofReview, body: { version: 1, reason: "The case is written anew" } },
  getGateCounts: {},
  getGateRules: {},
  setGateRules: {
    body: {
      version: 0,
      gates: {
        ...defaultGateRules.gates,
        pilots: [
          { criterion: "owner", least: null },
          { criterion: "approved-case", least: null },
          { criterion: "data-quality", least: "good" },
        ],
      },
      source: "Board paper 2026-07",
      approvedBy: "Grace Okoro",
    },
  },
  listGateRules: { query: { limit: 20 } },
  listKillRules: { query: { limit: 20, result: "met" } },
  declareKillRule: {
    params: { initiativeId },
    body: { phase: "scale", measure: "net-roi", when: "under", limit: "0.3", afterMonths: 6 },
  },
  withdrawKillRule: { params: { killRuleId }, body: { version: 1, reason: "The band of the phase counts" } },
});
