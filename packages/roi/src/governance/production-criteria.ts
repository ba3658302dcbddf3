import { listInWords } from "@liftledger/kpis/list-in-words";
import { reviewStall } from "../benchmark-library/programme-figures.ts";
import { percentText } from "../percent-text.ts";
import { asSentence, withinSentence } from "./as-sentence.ts";
import type { WrittenRule } from "./gate-facts.ts";
import { met, unknown, unmet, type Criterion, type CriterionAnswer } from "./gate-answer.ts";

const stall = `Opened late, reviews hold a deployment up for ${reviewStall.low} to ${reviewStall.high} months (${reviewStall.publisher}).`;

/** What lets it run outside the pilot: data, security, integration, rules, people. */
export const productionCriteria = {
  "data-quality": {
    question: "Are its data good enough?",
    limit: { kind: "one-of", values: ["fair", "good"] },
    answer({ dataQuality }, { least }) {
      const named = (grades: readonly string[]) =>
        dataQuality.filter(({ grade }) => grades.includes(grade)).map(({ series }) => series);
      const bad = named(least === "good" ? ["poor", "fair"] : ["poor"]);
      if (bad.length > 0) return unmet(`Not ${least}: ${listInWords(bad)}.`);
      if (dataQuality.length === 0) return unknown("It draws on no series yet.");
      const open = named(["not-judged"]);
      if (open.length > 0) return unknown(`Not judged yet: ${listInWords(open)}.`);
      const count = dataQuality.length;
      const all =
        count === 1
          ? "Its one series is"
          : count === 2
            ? "Both of its series are"
            : `All ${count} of its series are`;
      return met(`${all} ${least} or better.`);
    },
  },
  "hand-over-owner": {
    question: "Is it named who takes it over in production?",
    limit: null,
    answer: ({ handOverOwner: owner }) =>
      owner === null ? unmet("Nobody is named.") : met(`${owner} does.`),
  },
  "it-involved": {
    question: "Was IT part of the evaluation of the tool?",
    limit: null,
    answer({ itInvolvedOn: joined, toolChosenOn: chosen, until }) {
      if (joined === null || joined > until) return unmet("IT has not joined the evaluation.");
      if (chosen !== null && joined > chosen)
        return unmet(`IT joined on ${joined}, after the tool was chosen on ${chosen}.`);
      return met(`IT joined on ${joined}${chosen === null ? "" : `; the tool was chosen on ${chosen}`}.`);
    },
  },
  "security-review": {
    question: "Was the security review opened before the pilot began?",
    limit: null,
    answer({ securityReview: review, pilotBeginsOn: begins, until }) {
      if (review === null) return unknown("Whether a security review is open is not recorded.");
      if (review.kind === "not-needed") return met(`None is needed: ${asSentence(review.because)}`);
      if (review.kind === "none") return unmet(`No security review is open. ${stall}`);
      const { openedOn: opened } = review;
      if (opened > until) return unmet(`It is only to be opened on ${opened}.`);
      if (begins !== null && opened > begins)
        return unmet(`It was opened on ${opened}, after the pilot began on ${begins}.`);
      return met(`It was opened on ${opened}.`);
    },
  },
  "security-review-ended": {
    question: "Has the security review ended?",
    limit: null,
    answer({ securityReview: review, until }) {
      if (review === null) return unknown("Whether a security review is open is not recorded.");
      if (review.kind === "not-needed") return met(`None is needed: ${asSentence(review.because)}`);
      if (review.kind === "none") return unmet("No security review is open.");
      if (review.closedOn === null || review.closedOn > until)
        return unmet(`It has been open since ${review.openedOn}.`);
      return met(`It ended on ${review.closedOn}.`);
    },
  },
  residency: {
    question: "Is it answered where the data are kept and processed?",
    limit: null,
    answer: ({ residency }) =>
      residency === null ? unmet("Nobody has answered it.") : met(asSentence(residency)),
  },
  "production-data": {
    question: "Did it run on production data as they really are?",
    limit: null,
    answer({ productionData: data }) {
      if (data === null) return unknown("What data it ran on is not recorded.");
      const shownBy = asSentence(data.shownBy);
      return data.representative ? met(shownBy) : unmet(`Not yet: ${shownBy}`);
    },
  },
  integration: {
    question: "Is the integration part of the scope and of the budget?",
    limit: null,
    answer({ integration }) {
      if (integration === null) return unknown("Whether it is to be integrated is not recorded.");
      const { inScope, inBudget } = integration;
      if (inScope && inBudget) return met("It is part of both.");
      const missing = [...(inScope ? [] : ["the scope"]), ...(inBudget ? [] : ["the budget"])];
      return unmet(`It is not part of ${listInWords(missing)}.`);
    },
  },
  "data-access-rule": {
    question: "Is it written down who may use which data?",
    limit: null,
    answer: ({ dataAccessRule }) => written(dataAccessRule),
  },
  "output-review-rule": {
    question: "Is it written down who reviews the output, and how often?",
    limit: null,
    answer: ({ outputReviewRule }) => written(outputReviewRule),
  },
  "error-handling-rule": {
    question: "Is it written down what happens when it is wrong?",
    limit: null,
    answer: ({ errorHandlingRule }) => written(errorHandlingRule),
  },
  "process-documented": {
    question: "Is the process written down as it now is?",
    limit: null,
    answer({ processDocumentedOn: day, until }) {
      if (day === null || day > until) return unmet("No description of the process is agreed.");
      return met(`Its description was agreed on ${day}.`);
    },
  },
  training: {
    question: "Have those who will use it been trained?",
    limit: { kind: "share", value: "0.8" },
    answer({ trained }, { least }) {
      if (trained === null || trained.of === 0) return unknown("Who is to be trained is not recorded.");
      const { done, of } = trained;
      const share = done / of;
      const text = `${done} of ${of} ${done === 1 ? "is" : "are"} trained (${percentText(share, [Number(least)])}); the gate wants ${percentText(Number(least))}.`;
      return share >= Number(least) ? met(text) : unmet(text);
    },
  },
} as const satisfies Record<string, Criterion>;

function written(rule: WrittenRule | null): CriterionAnswer {
  if (rule === null) return unmet("It is not written down.");
  const { owner, reopenedOn } = rule;
  const where = withinSentence(rule.where);
  if (reopenedOn !== null)
    return unmet(`${where}: to be approved again, because the scope changed on ${reopenedOn}.`);
  return met(`${where}; ${owner} answers for it.`);
}
