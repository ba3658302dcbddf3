import { reviewStall } from "./benchmark-library/programme-figures.ts";
import type { VerdictStatus } from "./judgement.ts";
import { benchmarkOf } from "./benchmark.ts";
import { monthsBetween, monthsText } from "./phase-duration.ts";
import { phaseNames, type Phase } from "./phase.ts";

/** What is known at a gate; null is "not known", which is neither met nor unmet. */
export interface GateFacts {
  /** The outcome in one sentence, and whether a number is in it. */
  outcomeSentence: { text: string; hasNumber: boolean } | null;
  owner: string | null;
  /** The baseline of every benefit. */
  baselines: readonly ("none" | "draft" | "frozen")[];
  /** Closed gaps of readiness. */
  readiness: { ready: number; of: number; open: readonly string[] } | null;
  /** The day on which the security review was opened, and the day on which the pilot began or is to begin. */
  securityReviewOpenedOn: string | null;
  pilotBeginsOn: string | null;
  /** The verdict against the band of the phase being left. */
  verdict: VerdictStatus | null;
  worsenedGuardrails: readonly string[];
  /** When the phase being left was entered, and the day of the gate. */
  enteredOn: string | null;
  until: string;
  /** Shares of the elapsed time, 0 to 1. */
  costCoverage: number | null;
  benefitCoverage: number | null;
  /** Forward net present value, decimal text. */
  forwardNetPresentValue: string | null;
}

export type CriterionResult = "met" | "unmet" | "unknown";

/** One criterion of a gate, answered. */
export interface AnsweredCriterion {
  key: CriterionKey;
  question: string;
  result: CriterionResult;
  reason: string;
}

/** What a gate proposes; people decide. */
export interface GateAnswer {
  into: GatePhase;
  proposal: "graduate" | "hold" | "stop";
  reason: string;
  criteria: AnsweredCriterion[];
}

/** The phases that are entered through a gate. */
export type GatePhase = Exclude<Phase, "foundation">;

type CriterionKey =
  | "outcome-sentence"
  | "owner"
  | "readiness"
  | "frozen-baseline"
  | "security-review"
  | "verdict"
  | "guardrails"
  | "months"
  | "coverage"
  | "forward-value";

type Answer = [result: CriterionResult, reason: string];

interface Criterion {
  question: string;
  answer(facts: GateFacts, leaving: Phase): Answer;
}

const stall = `Opened late, reviews hold a deployment up for ${reviewStall.low} to ${reviewStall.high} months (${reviewStall.publisher}).`;
const leastCostCoverage = 0.9;

/** Every criterion once: its question, and its answer from the facts. */
const criteria: Record<CriterionKey, Criterion> = {
  "outcome-sentence": {
    question: "Is the outcome one sentence with a number?",
    answer({ outcomeSentence }) {
      if (outcomeSentence === null) return ["unmet", "No outcome is stated yet."];
      return outcomeSentence.hasNumber
        ? ["met", outcomeSentence.text]
        : ["unmet", `“${outcomeSentence.text}” has no number.`];
    },
  },
  owner: {
    question: "Does one person answer for it?",
    answer: ({ owner }) => (owner === null ? ["unmet", "Nobody is named."] : ["met", `${owner} does.`]),
  },
  readiness: {
    question: "Are the five gaps closed?",
    answer({ readiness }) {
      if (readiness === null) return ["unknown", "Nobody has scored readiness."];
      const { ready, of, open } = readiness;
      return open.length === 0
        ? ["met", `All ${of} are closed.`]
        : ["unmet", `${ready} of ${of} are closed; still open: ${open.join(", ")}.`];
    },
  },
  "frozen-baseline": {
    question: "Does every benefit stand on a frozen baseline?",
    answer({ baselines }) {
      if (baselines.length === 0) return ["unmet", "No benefit is claimed yet."];
      const frozen = baselines.filter((status) => status === "frozen").length;
      return [
        frozen === baselines.length ? "met" : "unmet",
        `${frozen} of ${baselines.length} ${baselines.length === 1 ? "baseline is" : "baselines are"} frozen.`,
      ];
    },
  },
  "security-review": {
    question: "Was the security review opened before the pilot began?",
    answer({ securityReviewOpenedOn: opened, pilotBeginsOn: begins, until }) {
      if (opened === null) return ["unmet", `No security review is open. ${stall}`];
      if (opened > until) return ["unmet", `It is only to be opened on ${opened}.`];
      if (begins !== null && opened > begins)
        return ["unmet", `It was opened on ${opened}, after the pilot began on ${begins}.`];
      return ["met", `It was opened on ${opened}.`];
    },
  },
  verdict: {
    question: "Does it meet the benchmark of the phase it leaves?",
    answer({ verdict }, leaving) {
      const phase = phaseNames[leaving];
      switch (verdict) {
        case "on-track":
        case "above":
          return [
            "met",
            `It is ${verdict === "above" ? "above" : "on track against"} the benchmark of ${phase}.`,
          ];
        case "losing-money":
          return ["unmet", "It is losing money."];
        case "below":
          return ["unmet", `It is below the benchmark of ${phase}.`];
        case "watch":
          return ["unmet", `It may reach the benchmark of ${phase}, but not more likely than not.`];
        default:
          return ["unknown", "It cannot be judged yet."];
      }
    },
  },
  guardrails: {
    question: "Did no guardrail get worse?",
    answer: ({ worsenedGuardrails: worse }) =>
      worse.length === 0 ? ["met", "None did."] : ["unmet", `Worse: ${worse.join(", ")}.`],
  },
  months: {
    question: "Has the phase lasted as long as it takes at least?",
    answer({ enteredOn, until }, leaving) {
      if (enteredOn === null || enteredOn > until) return ["unknown", "When it was entered is not recorded."];
      const [shortest, longest] = benchmarkOf(leaving).durationMonths;
      const months = monthsBetween(enteredOn, until);
      return [
        months >= shortest ? "met" : "unmet",
        `${phaseNames[leaving]} has lasted ${monthsText(months, longest)}; the benchmark is ${shortest} to ${longest}.`,
      ];
    },
  },
  coverage: {
    question: "Are costs and benefits recorded?",
    answer({ costCoverage: costs, benefitCoverage: benefits }) {
      if (costs === null || benefits === null) return ["unknown", "How much is recorded is not known."];
      const percent = (share: number) => `${Math.floor(share * 100)}%`;
      const seen = `Costs are recorded for ${percent(costs)} of the time and benefits for ${percent(benefits)}`;
      if (costs < leastCostCoverage) return ["unmet", `${seen}; costs need ${percent(leastCostCoverage)}.`];
      return benefits > costs
        ? ["unmet", `${seen}: benefits must not run ahead of costs.`]
        : ["met", `${seen}.`];
    },
  },
  "forward-value": {
    question: "Is what is still to come worth more than it will still cost?",
    answer({ forwardNetPresentValue: forward }) {
      if (forward === null) return ["unknown", "There is no forecast for the time after the gate."];
      return Number(forward) > 0
        ? ["met", `Forward net present value ${forward}.`]
        : ["unmet", `Forward net present value ${forward}: going on costs more than it brings.`];
    },
  },
};

const intoPilots = [
  "outcome-sentence",
  "owner",
  "readiness",
  "frozen-baseline",
  "security-review",
  "months",
] as const satisfies CriterionKey[];

const onwards = [
  "owner",
  "frozen-baseline",
  "verdict",
  "guardrails",
  "months",
  "coverage",
  "forward-value",
] as const satisfies CriterionKey[];

/** The gates, each with the phase it leaves and the criteria it asks, in their order. */
export const gates: Record<GatePhase, { leaving: Phase; criteria: readonly CriterionKey[] }> = {
  pilots: { leaving: "foundation", criteria: intoPilots },
  scale: { leaving: "pilots", criteria: onwards },
  transform: { leaving: "scale", criteria: onwards },
};

/**
 * The question of a gate, as data: every criterion met, unmet or unknown, each with its reason, and what follows.
 * *Graduate* when all are met. *Stop* when it is losing money and no forward value speaks for going on, or is below
 * its benchmark and going on would cost more than it brings. Else *hold*: what is unmet can still be met, and what is unknown be found out.
 *
 * @example gateReview("scale", facts).proposal // "graduate"
 */
export function gateReview(into: GatePhase, facts: GateFacts): GateAnswer {
  const gate = gates[into];
  const answered = gate.criteria.map((key): AnsweredCriterion => {
    const [result, reason] = criteria[key].answer(facts, gate.leaving);
    return { key, question: criteria[key].question, result, reason };
  });
  return { into, ...proposalOf(answered, facts, into), criteria: answered };
}

function proposalOf(
  answered: readonly AnsweredCriterion[],
  facts: GateFacts,
  into: GatePhase,
): Pick<GateAnswer, "proposal" | "reason"> {
  const of = (key: CriterionKey) => answered.find((criterion) => criterion.key === key);
  const goingOnCosts = of("forward-value")?.result === "unmet";
  if (of("verdict") !== undefined) {
    if (facts.verdict === "losing-money" && of("forward-value")?.result !== "met")
      return { proposal: "stop", reason: "It is losing money, and nothing shows that going on would pay." };
    if (facts.verdict === "below" && goingOnCosts)
      return {
        proposal: "stop",
        reason: "It is below its benchmark, and going on costs more than it brings.",
      };
  }
  const open = answered.filter(({ result }) => result !== "met");
  if (open.length === 0)
    return { proposal: "graduate", reason: `Everything that the gate into ${phaseNames[into]} asks is met.` };
  const unknown = open.filter(({ result }) => result === "unknown").length;
  const parts = [
    ...(open.length > unknown ? [`${open.length - unknown} unmet`] : []),
    ...(unknown > 0 ? [`${unknown} not known`] : []),
  ];
  return { proposal: "hold", reason: `Of ${answered.length} criteria: ${parts.join(", ")}.` };
}
