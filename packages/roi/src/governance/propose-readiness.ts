import type { QualityGrade } from "@liftledger/kpis/data-quality";
import { listInWords } from "@liftledger/kpis/list-in-words";
import { percentText } from "../percent-text.ts";
import { asSentence, withinSentence } from "./as-sentence.ts";
import { countedText } from "./counted-text.ts";
import {
  dailyWork,
  mappedWorkflow,
  rulesAndReview,
  type KnownRules,
  type KnownWorkflow,
} from "./propose-from-records.ts";
import type { QuestionKey } from "./readiness-questions.ts";
import type { Evidence } from "./readiness.ts";
import { isFound, sourceText, thresholds } from "./thresholds.ts";

/** What the product itself knows of an initiative that answers a question. Null is "not known". */
export interface KnownFacts {
  /** The outcome in one sentence, and whether a number is in it; null where none is stated. */
  outcome: { initiativeId: string; text: string; hasNumber: boolean } | null;
  /** The version of the business case that is furthest; null where there is none. */
  businessCase: {
    caseId: string;
    name: string;
    status: "draft" | "submitted" | "returned" | "approved";
  } | null;
  /** The baseline of every benefit. */
  baselines: readonly { baselineId: string; series: string; status: "none" | "draft" | "frozen" }[];
  /** The grade of every series it draws on. */
  series: readonly { seriesId: string; name: string; grade: QualityGrade }[];
  /** What the inventory says of the data it draws on, and whether nothing stands in the way of using them. */
  data: readonly { dataAssetId: string; name: string; isReady: boolean }[];
  /** How its work is done; null where nothing is recorded of it. */
  workflow: KnownWorkflow | null;
  /** The rules it runs by; null where nothing is recorded of them. */
  rules: KnownRules | null;
  owner: { personId: string; name: string } | null;
  handOverOwner: { personId: string; name: string } | null;
  /** Training's share of what was spent on an initiative, a ratio; null where there is no cost yet. */
  trainingShare: { initiativeId: string; share: number } | null;
}

/** An answer that the product proposes, with its reason. It counts once a person has confirmed it. */
export interface ProposedAnswer {
  question: QuestionKey;
  score: number;
  reason: string;
  evidence: Evidence[];
}

/**
 * The answers that the product can give by itself, each with its reason and what shows it: outcome, approved case, the
 * workflow and its workarounds, frozen baselines, data quality and what the inventory says of the data, owners, rules
 * and training's share of spend. Of the others it knows nothing and proposes nothing. A person confirms.
 *
 * @example
 * proposeReadiness({ ...facts, trainingShare: { initiativeId, share: 0.16 } }).find(({ question }) => question === "training")
 * // { question: "training", score: 5, reason: "Training is 16% of what was spent; …", evidence: […] }
 */
export function proposeReadiness(facts: KnownFacts): ProposedAnswer[] {
  return [
    outcome(facts),
    businessCase(facts),
    mappedWorkflow(facts.workflow),
    dailyWork(facts.workflow, facts.rules),
    baseline(facts),
    quality(facts),
    owner(facts),
    rulesAndReview(facts.rules),
    training(facts),
  ].filter((proposed) => proposed !== null);
}

function outcome({ outcome: stated }: KnownFacts): ProposedAnswer {
  if (stated === null) return answer("outcome", 0, "No outcome is stated yet.");
  const { initiativeId: id, text, hasNumber } = stated;
  const evidence: Evidence[] = [{ kind: "object", noun: "initiative", id, text }];
  return hasNumber
    ? answer("outcome", 5, asSentence(text), evidence)
    : answer("outcome", 2, `“${withinSentence(text)}” has no number.`, evidence);
}

const caseScores = { draft: 1, returned: 2, submitted: 3, approved: 5 } as const;
const caseWords = {
  draft: "is a draft",
  returned: "was returned to its author",
  submitted: "waits for a decision",
  approved: "is approved",
} as const;

function businessCase({ businessCase: known }: KnownFacts): ProposedAnswer {
  if (known === null) return answer("business-case", 0, "There is no business case yet.");
  const { caseId: id, name, status } = known;
  const text = `The case “${name}” ${caseWords[status]}`;
  return answer("business-case", caseScores[status], `${text}.`, [
    { kind: "object", noun: "business-case", id, text },
  ]);
}

function baseline({ baselines }: KnownFacts): ProposedAnswer {
  if (baselines.length === 0) return answer("baseline", 0, "No benefit is claimed yet.");
  const frozen = baselines.filter(({ status }) => status === "frozen").length;
  const begun = baselines.filter(({ status }) => status !== "none");
  const evidence = begun.map(({ baselineId: id, series, status }): Evidence => {
    const text = `${series}, ${status === "frozen" ? "frozen" : "a draft"}`;
    return { kind: "object", noun: "baseline", id, text };
  });
  const reason = countedText(frozen, baselines.length, "baseline", "frozen");
  if (frozen === baselines.length) return answer("baseline", 5, reason, evidence);
  if (frozen > 0) return answer("baseline", 3, reason, evidence);
  return answer("baseline", begun.length > 0 ? 1 : 0, reason, evidence);
}

const gradeScores: Record<Exclude<QualityGrade, "not-judged">, number> = { good: 5, fair: 3, poor: 1 };

/**
 * The worst series counts: what is measured of it is no better. One that is not judged yet holds the answer back. Numbers
 * alone do not say whether the data may be used: without an inventory of them it is not 5, and with a gap in it at most 2.
 */
function quality({ series, data }: KnownFacts): ProposedAnswer | null {
  const grades = series.flatMap(({ grade }) => (grade === "not-judged" ? [] : [grade]));
  if (grades.length === 0 || grades.length < series.length) return null;
  const score = Math.min(...grades.map((grade) => gradeScores[grade]));
  const worst = series.filter(({ grade }) => grade !== "not-judged" && gradeScores[grade] === score);
  const names = listInWords(worst.map(({ name }) => name));
  const grade = worst[0]?.grade ?? "good";
  const reason =
    grade === "good"
      ? `The data quality of ${series.length === 1 ? names : "every series"} is good.`
      : `The data quality of ${names} is ${grade}.`;
  const evidence = worst.map(({ seriesId: id, name: text }): Evidence => {
    return { kind: "object", noun: "series", id, text };
  });
  const notReady = data.filter(({ isReady }) => !isReady);
  const shown = (notReady.length > 0 ? notReady : data).map(({ dataAssetId: id, name: text }): Evidence => {
    return { kind: "object", noun: "data-asset", id, text };
  });
  const [most, inventory] =
    data.length === 0
      ? [4, "The inventory has none of its data, so whether they may be used is not known."]
      : notReady.length === 0
        ? [5, "By the inventory nothing stands in the way of using them."]
        : [2, `By the inventory not ready: ${listInWords(notReady.map(({ name }) => `“${name}”`))}.`];
  return answer("data-quality", Math.min(score, most), `${reason} ${inventory}`, [...evidence, ...shown]);
}

function owner({ owner: now, handOverOwner: later }: KnownFacts): ProposedAnswer {
  const named = [now, later].flatMap((person): Evidence[] =>
    person === null ? [] : [{ kind: "object", noun: "person", id: person.personId, text: person.name }],
  );
  if (now === null) return answer("owner", 0, "Nobody is named who answers for it.");
  if (later === null)
    return answer(
      "owner",
      3,
      `${now.name} answers for it; nobody is recorded who takes it over in production.`,
      named,
    );
  if (now.personId === later.personId)
    return answer("owner", 5, `${now.name} answers for it, in production too.`, named.slice(0, 1));
  return answer("owner", 5, `${now.name} answers for it, and in production ${later.name} does.`, named);
}

/** In proportion to the least that early adopters spend: from there on it is 5. */
function training({ trainingShare }: KnownFacts): ProposedAnswer | null {
  if (trainingShare === null) return null;
  const { initiativeId: id, share } = trainingShare;
  const least = thresholds.trainingShare.value;
  const score = isFound("trainingShare", share) ? Math.min(4, Math.floor((share / least) * 5)) : 5;
  const text = `Training is ${percentText(share, [0, least])} of what was spent; early adopters spend from ${percentText(least)}`;
  return answer("training", score, `${text} (${sourceText("trainingShare")}).`, [
    { kind: "object", noun: "initiative", id, text },
  ]);
}

function answer(
  question: QuestionKey,
  score: number,
  reason: string,
  evidence: Evidence[] = [],
): ProposedAnswer {
  return { question, score, reason, evidence };
}
