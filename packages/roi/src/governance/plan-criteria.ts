import { asSentence, withinSentence } from "./as-sentence.ts";
import { met, unknown, unmet, type Criterion } from "./gate-answer.ts";
import { countedText } from "./counted-text.ts";
import { phaseNames } from "../phase.ts";

/** What is settled before the work: outcome, owner, case, readiness, baseline, kill rules. */
export const planCriteria = {
  "outcome-sentence": {
    question: "Is the outcome one sentence with a number?",
    limit: null,
    answer({ outcomeSentence }) {
      if (outcomeSentence === null) return unmet("No outcome is stated yet.");
      return outcomeSentence.hasNumber
        ? met(asSentence(outcomeSentence.text))
        : unmet(`“${withinSentence(outcomeSentence.text)}” has no number.`);
    },
  },
  owner: {
    question: "Does one person answer for it?",
    limit: null,
    answer: ({ owner }) => (owner === null ? unmet("Nobody is named.") : met(`${owner} does.`)),
  },
  "approved-case": {
    question: "Is the business case approved?",
    limit: null,
    answer({ approvedCase, until }) {
      if (approvedCase === null) return unmet("No version of a business case is approved.");
      const { name, version, approvedOn } = approvedCase;
      if (approvedOn > until)
        return unmet(`Version ${version} of “${name}” was approved only on ${approvedOn}.`);
      return met(`Version ${version} of “${name}” was approved on ${approvedOn}.`);
    },
  },
  readiness: {
    question: "Are the five gaps closed as far as the phase needs?",
    limit: null,
    answer({ readiness }, { into }) {
      if (readiness === null) return unknown("Nobody has scored readiness.");
      if (readiness.into !== into)
        return unknown(`Readiness is scored for ${phaseNames[readiness.into]}, not for ${phaseNames[into]}.`);
      const { ready, of, open } = readiness;
      return open.length === 0
        ? met(`All ${of} are closed.`)
        : unmet(`${ready} of ${of} ${ready === 1 ? "is" : "are"} closed; still open: ${open.join(", ")}.`);
    },
  },
  "frozen-baseline": {
    question: "Does every benefit stand on a frozen baseline?",
    limit: null,
    answer({ baselines }) {
      if (baselines.length === 0) return unmet("No benefit is claimed yet.");
      const frozen = baselines.filter((status) => status === "frozen").length;
      const text = countedText(frozen, baselines.length, "baseline", "frozen");
      return frozen === baselines.length ? met(text) : unmet(text);
    },
  },
  "kill-rules": {
    question: "Is it declared, before the phase, what would end it?",
    limit: null,
    answer({ killRules, until }, { into }) {
      const own = killRules.filter(({ phase }) => phase === into);
      const declared = own
        .filter(({ declaredOn }) => declaredOn <= until)
        .map(({ declaredOn }) => declaredOn);
      const phase = phaseNames[into];
      if (declared.length === 0) return unmet(`No rule is declared that would end it in ${phase}.`);
      const last = declared.toSorted().at(-1);
      return declared.length === 1
        ? met(`One rule for ${phase} was declared on ${last}.`)
        : met(`${declared.length} rules for ${phase} were declared, the last on ${last}.`);
    },
  },
} as const satisfies Record<string, Criterion>;
