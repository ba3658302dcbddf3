import { formatMoney, roundToMinor } from "@liftledger/finance/money";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { bandText, benchmarkOf } from "../benchmark.ts";
import { monthsBetween, monthsText } from "../phase-duration.ts";
import { percentText } from "../percent-text.ts";
import { phaseNames } from "../phase.ts";
import type { GateFacts } from "./gate-facts.ts";
import { met, unknown, unmet, type Criterion } from "./gate-answer.ts";

/** What it brought, how that is known, and what going on is worth. */
export const returnCriteria = {
  verdict: {
    question: "Does its return meet the benchmark of the phase it leaves?",
    limit: { kind: "one-of", values: ["on-track", "above", "watch"] },
    answer(facts, { leaving, least }) {
      const phase = phaseNames[leaving];
      if (facts.band !== null && facts.band.phase !== leaving)
        return unknown(`It was judged against ${bandText(facts.band)}, and it leaves ${phase}.`);
      const figures = roiText(facts);
      switch (facts.verdict) {
        case "above":
          return met(`It is above the benchmark of ${phase}${figures}.`);
        case "on-track":
          return (least === "above" ? unmet : met)(
            `It is on track against the benchmark of ${phase}${figures}.`,
          );
        case "losing-money":
          return unmet(`It is losing money${figures}.`);
        case "below":
          return unmet(`It is below the benchmark of ${phase}${figures}.`);
        case "watch":
          return (least === "watch" ? met : unmet)(
            `It may reach the benchmark of ${phase}, but that is not sure enough${figures}.`,
          );
        default:
          return unknown("It cannot be judged yet.");
      }
    },
  },
  "evidence-grade": {
    question: "Is it known well enough how large the lift is?",
    limit: { kind: "one-of", values: ["D", "A", "B", "C"] },
    answer({ evidenceGrade: grade }, { least }) {
      if (grade === null) return unknown("Nothing is measured yet.");
      const text = `The weakest evidence is “${evidenceNames[grade] ?? grade}” (grade ${grade}); the gate wants “${evidenceNames[least] ?? least}” (grade ${least}) or better.`;
      return grade <= least ? met(text) : unmet(text);
    },
  },
  guardrails: {
    question: "Did no guardrail get worse?",
    limit: null,
    answer: ({ worsenedGuardrails: worse }) =>
      worse.length === 0 ? met("None did.") : unmet(`Worse: ${worse.join(", ")}.`),
  },
  months: {
    question: "Has the phase lasted as long as it takes at least?",
    limit: null,
    answer({ enteredOn, until }, { leaving }) {
      if (enteredOn === null || enteredOn > until) return unknown("When it was entered is not recorded.");
      const [shortest, longest] = benchmarkOf(leaving).durationMonths;
      const months = monthsBetween(enteredOn, until);
      const text = `The phase ${phaseNames[leaving]} has lasted ${monthsText(months, longest)}; the benchmark is ${shortest} to ${longest}.`;
      return months >= shortest ? met(text) : unmet(text);
    },
  },
  coverage: {
    question: "Are costs and benefits recorded?",
    limit: { kind: "share", value: "0.9" },
    answer({ costCoverage: costs, benefitCoverage: benefits }, { least }) {
      if (costs === null || benefits === null) return unknown("How much is recorded is not known.");
      const edges = [Number(least)];
      const seen = `Costs are recorded for ${percentText(costs, edges)} of the time and benefits for ${percentText(benefits, [...edges, costs])}`;
      if (costs < Number(least)) return unmet(`${seen}; costs need ${percentText(Number(least))}.`);
      return benefits > costs ? unmet(`${seen}: benefits must not run ahead of costs.`) : met(`${seen}.`);
    },
  },
  "forward-value": {
    question: "Is what is still to come worth more than it will still cost?",
    limit: null,
    answer({ forwardNetPresentValue: forward }) {
      if (forward === null) return unknown("There is no forecast for the time after the gate.");
      const { amount, currency, standsOn } = forward;
      const money = formatMoney(roundToMinor(amount, currency), "en-GB", { rounded: true });
      const text = `Forward net present value ${money}, without what is spent already`;
      const basis = standsOn === "" ? "" : ` ${standsOn}`;
      return compareDecimals(amount, "0") > 0
        ? met(`${text}.${basis}`)
        : unmet(`${text}: going on does not bring more than it costs.${basis}`);
    },
  },
} as const satisfies Record<string, Criterion>;

/** The grades in plain words, as every page says them. */
const evidenceNames: Readonly<Record<string, string>> = {
  A: "tested",
  B: "compared",
  C: "trend",
  D: "before and after",
  E: "guess",
};

function roiText({ roi, band }: GateFacts): string {
  if (roi === null || band === null) return "";
  const edges = [0, band.floor, ...(band.ceiling === null ? [] : [band.ceiling])];
  return `: ${percentText(Number(roi), edges)} against ${bandText(band)}`;
}
