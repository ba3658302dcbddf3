import { z } from "zod";
import {
  ChangeGateReview,
  Gate,
  GateCounts,
  GateReview,
  GateRules,
  GateRulesInForce,
  NewGateReview,
  SetGateRules,
  SignGateReview,
  WithdrawGateReview,
} from "./gate.ts";
import { Id } from "./ids.ts";
import { KillRule, NewKillRule, WithdrawKillRule } from "./kill-rule.ts";
import { lists } from "./lists.ts";

const initiativeParams = z.object({ initiativeId: Id });
const reviewParams = z.object({ reviewId: Id });

/** What goes into the endpoints of gates and kill rules and what comes out; a part of the table in `endpoints.ts`. */
export const gateEndpoints = {
  getGate: {
    summary: "What the next gate of an initiative asks, answered from what is known now, and the open review",
    params: initiativeParams,
    output: Gate,
    status: 200,
  },
  openGateReview: {
    summary: "Ask for a decision at the next gate: to advance, hold, stop, graduate or retire",
    params: initiativeParams,
    body: NewGateReview,
    output: GateReview,
    status: 201,
    idempotent: true,
  },
  listGateReviews: {
    summary: "The reviews of gates with what was decided, who signed and what was let pass",
    ...lists.listGateReviews,
    status: 200,
  },
  getGateReview: {
    summary: "A review with its evidence: as things are while nobody signed it, then as it was signed",
    params: reviewParams,
    output: GateReview,
    status: 200,
  },
  changeGateReview: {
    summary:
      "Ask for something else, or let a criterion pass by name and with a reason, before anybody signed",
    params: reviewParams,
    body: ChangeGateReview,
    output: GateReview,
    status: 200,
    idempotent: true,
  },
  signGateReview: {
    summary:
      "Sign a review as it was read; the last signature decides it. Answers 422 with every criterion in the way",
    params: reviewParams,
    body: SignGateReview,
    output: GateReview,
    status: 200,
    idempotent: true,
  },
  withdrawGateReview: {
    summary: "Take a review back that is not decided, with a reason",
    params: reviewParams,
    body: WithdrawGateReview,
    output: GateReview,
    status: 200,
    idempotent: true,
  },
  getGateCounts: {
    summary: "What gates decided and what was let pass, of an initiative or of all",
    query: z.strictObject({ initiativeId: Id.optional() }),
    output: GateCounts,
    status: 200,
  },
  getGateRules: {
    summary: "What the gates ask now, and what they may ask",
    output: GateRulesInForce,
    status: 200,
  },
  setGateRules: {
    summary: "Set what the gates ask from now on, as the next version",
    body: SetGateRules,
    output: GateRules,
    status: 201,
    idempotent: true,
  },
  listGateRules: {
    summary: "Every version of what the gates ask that the organisation set, the latest first",
    ...lists.listGateRules,
    status: 200,
  },
  listKillRules: {
    summary: "The rules that end an initiative, declared before a phase, and how each stands today",
    ...lists.listKillRules,
    status: 200,
  },
  declareKillRule: {
    summary: "Declare what would end an initiative in a phase",
    params: initiativeParams,
    body: NewKillRule,
    output: KillRule,
    status: 201,
    idempotent: true,
  },
  withdrawKillRule: {
    summary: "Withdraw a rule that would end an initiative, with a reason",
    params: z.object({ killRuleId: Id }),
    body: WithdrawKillRule,
    output: KillRule,
    status: 200,
    idempotent: true,
  },
} as const;
