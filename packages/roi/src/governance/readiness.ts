import { leaf, quotient, type Explanation } from "../explanation.ts";
import { phaseNames, type GatePhase } from "../phase.ts";
import {
  readinessGaps,
  readinessQuestions,
  type GapKey,
  type QuestionKey,
  type ReadinessQuestion,
} from "./readiness-questions.ts";

/** What somebody can show for a score: a link, a file, or a thing in the product. */
export type Evidence =
  | { kind: "link"; address: string; text: string }
  | { kind: "file"; reference: string }
  | { kind: "object"; noun: string; id: string; text: string };

/** The score a person gave to a question: 0 nothing yet, 5 nothing left to do. */
export interface ReadinessAnswer {
  question: QuestionKey;
  score: number;
  /** A score that nobody can show anything for counts as 0. */
  evidence: readonly Evidence[];
  by: string;
  /** The day it was given. */
  on: string;
}

/** One question as it counts. */
export interface ScoredQuestion {
  question: QuestionKey;
  gap: GapKey;
  asks: string;
  /** As it counts: 0 without evidence, whatever was said. */
  score: number;
  needed: number;
  isClosed: boolean;
  reason: string;
  by: string | null;
  on: string | null;
}

/** One of the five gaps: the lower of its two questions, since neither makes up for the other. */
export interface ScoredGap {
  key: GapKey;
  name: string;
  score: number;
  isClosed: boolean;
}

/** Readiness for the phase that comes next. */
export interface Readiness {
  into: GatePhase;
  questions: ScoredQuestion[];
  gaps: ScoredGap[];
  /** Closed gaps. */
  ready: number;
  of: number;
  /** Names of the gaps that are still open, in the order in which they are closed. */
  open: string[];
  /** Points reached of all points, a ratio as decimal text. */
  score: string;
  sentence: string;
  tree: Explanation;
}

const most = 5;

/**
 * The five gaps (strategy, process, data, governance, talent) by ten questions, each scored 0-5 with evidence, against
 * what the next phase needs. A question is closed at the score that the phase needs; a score that nobody can show
 * anything for counts as 0, and so does a question that nobody has answered. A gap is closed when both of its questions
 * are. Throws a RangeError for a question answered twice (take `readinessOn` of a history), for one that is none of
 * the ten, and for a score that is none.
 *
 * @example
 * readiness("pilots", []).open // ["Strategy", "Process", "Data", "Governance", "Talent"]
 */
export function readiness(into: GatePhase, answers: readonly ReadinessAnswer[]): Readiness {
  checkAnswers(answers);
  const questions = readinessQuestions.map((question) =>
    scored(
      question,
      into,
      answers.find((answer) => answer.question === question.key),
    ),
  );
  const gaps = readinessGaps.map(({ key, name }): ScoredGap => {
    const own = questions.filter(({ gap }) => gap === key);
    return {
      key,
      name,
      score: Math.min(...own.map(({ score }) => score)),
      isClosed: own.every(({ isClosed }) => isClosed),
    };
  });
  const open = gaps.filter(({ isClosed }) => !isClosed).map(({ name }) => name);
  const tree = scoreTree(questions);
  const ready = gaps.length - open.length;
  const sentence =
    open.length === 0
      ? `Ready for ${phaseNames[into]}: all ${gaps.length} gaps are closed.`
      : `${ready} of ${gaps.length} gaps ${ready === 1 ? "is" : "are"} closed for ${phaseNames[into]}; still open: ${open.join(", ")}.`;
  return { into, questions, gaps, ready, of: gaps.length, open, score: tree.value ?? "0", sentence, tree };
}

/**
 * What held on a day: of each question the latest answer given by then. Of two on one day the one that stands later
 * in the history counts.
 */
export function readinessOn(history: readonly ReadinessAnswer[], day: string): ReadinessAnswer[] {
  const latest = new Map<QuestionKey, ReadinessAnswer>();
  for (const answer of history) {
    const known = latest.get(answer.question);
    if (answer.on <= day && (known === undefined || known.on <= answer.on))
      latest.set(answer.question, answer);
  }
  return [...latest.values()];
}

/** Whether evidence shows anything. */
export function isShown(evidence: Evidence): boolean {
  switch (evidence.kind) {
    case "link":
      return evidence.address.trim() !== "";
    case "file":
      return evidence.reference.trim() !== "";
    case "object":
      return evidence.id.trim() !== "";
  }
}

function scored(
  { key, gap, asks, needs }: ReadinessQuestion & { key: QuestionKey },
  into: GatePhase,
  answer: ReadinessAnswer | undefined,
): ScoredQuestion {
  const needed = needs[into];
  const base = { question: key, gap, asks, needed, by: answer?.by ?? null, on: answer?.on ?? null };
  if (answer === undefined)
    return { ...base, score: 0, isClosed: false, reason: "Nobody has answered it yet." };
  const { score, evidence } = answer;
  if (score > 0 && !evidence.some(isShown))
    return { ...base, score: 0, isClosed: false, reason: `Scored ${score}, with nothing to show for it.` };
  const isClosed = score >= needed;
  const reason = isClosed
    ? `${score} of ${most}; ${phaseNames[into]} needs ${needed}.`
    : `${score} of ${most}, and ${phaseNames[into]} needs ${needed}.`;
  return { ...base, score, isClosed, reason };
}

function checkAnswers(answers: readonly ReadinessAnswer[]): void {
  const seen = new Set<string>();
  for (const { question, score } of answers) {
    if (readinessQuestions.every(({ key }) => key !== question))
      throw new RangeError(`"${question}" is none of the ten questions`);
    if (seen.has(question)) throw new RangeError(`The question "${question}" is answered twice`);
    if (!Number.isInteger(score) || score < 0 || score > most)
      throw new RangeError(`A question is scored 0 to ${most}, not ${score}`);
    seen.add(question);
  }
}

function scoreTree(questions: readonly ScoredQuestion[]): Explanation {
  const points = questions.reduce((total, { score }) => total + score, 0);
  const source = { kind: "assumption", text: "readiness, scored with evidence" } as const;
  return quotient(
    "Readiness",
    "ratio",
    leaf("Points with evidence", String(points), "count", source),
    leaf("Points there are", String(most * questions.length), "count", source),
  );
}
