import { gateDecisions } from "@liftledger/roi/governance/gate-decision";
import { gateCriteria } from "@liftledger/roi/governance/gate-criteria";
import { defaultGateRules } from "@liftledger/roi/governance/gate-rules";
import { killMeasures } from "@liftledger/roi/governance/kill-rules";
import * as fc from "fast-check";
import { command, keptVersion, post, put, readVersion, which } from "./command.ts";

const criteria = Object.keys(gateCriteria);
const decision = fc.constantFrom(...gateDecisions, "hold", "hold", "advance");

/** Criteria that somebody lets pass: none, some, one twice, all. */
const overrides = fc.oneof(
  fc.constant<string[]>([]),
  fc.constant(criteria),
  fc.array(fc.constantFrom(...criteria), { maxLength: 3 }),
);

interface Asked {
  decision: string;
  overrides: string[];
}

const asking = ({ decision, overrides }: Asked) => ({
  decision,
  reason: "It pays, and sales wants it",
  overrides: overrides.map((criterion) => ({ criterion, reason: "Next week" })),
});

/** The gates between phases, and the rules that end an initiative. */
export const gateCommands = {
  openGateReview: command<{ initiative: number } & Asked>(
    5,
    { initiative: fc.constantFrom(0, 0, 0, 1), decision, overrides },
    ({ initiative, ...asked }, made) =>
      post(`/initiatives/${made.at("initiativeId", initiative)}/gate-reviews`, asking(asked)),
  ),
  changeGateReview: command<{ review: number; version: number } & Asked>(
    3,
    { review: which, version: readVersion, decision, overrides },
    ({ review, version, ...asked }, made) =>
      put(`/gate-reviews/${made.at("reviewId", review)}`, { version, ...asking(asked) }),
  ),
  readGateReview: command<{ review: number }>(2, { review: which }, ({ review }, made) => ({
    method: "GET",
    path: `/gate-reviews/${made.at("reviewId", review)}`,
  })),
  signGateReview: command<{ review: number; version: number; comment: string }>(
    6,
    { review: which, version: readVersion, comment: fc.constantFrom("", "As discussed") },
    ({ review, version, comment }, made) =>
      post(`/gate-reviews/${made.at("reviewId", review)}/sign`, { version, seen: made.seen, comment }),
  ),
  withdrawGateReview: command<{ review: number; version: number }>(
    1,
    { review: which, version: readVersion },
    ({ review, version }, made) =>
      post(`/gate-reviews/${made.at("reviewId", review)}/withdraw`, { version, reason: "Another review" }),
  ),
  setGateRules: command<{ version: number; asked: string[]; least: string | null }>(
    2,
    {
      version: keptVersion,
      asked: fc.subarray([...criteria, "no-such-criterion"], { maxLength: 3 }),
      least: fc.constantFrom(null, null, "good", "0.1"),
    },
    ({ version, asked, least }) =>
      post("/gate-rules", {
        version,
        gates: { ...defaultGateRules.gates, scale: asked.map((criterion) => ({ criterion, least })) },
        source: "Board paper",
        approvedBy: "Grace",
      }),
  ),
  declareKillRule: command<{
    initiative: number;
    phase: string;
    measure: string;
    when: string;
    limit: string;
    afterMonths: number;
  }>(
    2,
    {
      initiative: which,
      phase: fc.constantFrom("pilots", "scale", "transform"),
      measure: fc.constantFrom(...Object.keys(killMeasures)),
      when: fc.constantFrom("under", "above"),
      limit: fc.constantFrom("0.3", "-0.2", "50000", "1e9"),
      afterMonths: fc.constantFrom(0, 1, 6, 121),
    },
    ({ initiative, ...rule }, made) =>
      post(`/initiatives/${made.at("initiativeId", initiative)}/kill-rules`, rule),
  ),
  withdrawKillRule: command<{ rule: number; version: number }>(
    1,
    { rule: which, version: readVersion },
    ({ rule, version }, made) =>
      post(`/kill-rules/${made.at("killRuleId", rule)}/withdraw`, { version, reason: "Counted elsewhere" }),
  ),
};
