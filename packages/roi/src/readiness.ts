import { allocate } from "@liftledger/finance/allocate";
import { leaf, quotient, type Explanation } from "./explanation.ts";

/** The five gaps between having AI and it paying, in the order in which they are closed. */
export const readinessGaps = [
  {
    key: "strategy",
    name: "Strategy",
    asks: "Is the business outcome one sentence, with a number and an owner?",
    step: "State the outcome in one sentence with a number, and name who answers for it.",
  },
  {
    key: "process",
    name: "Process",
    asks: "Is the workflow that the initiative changes mapped, step by step?",
    step: "Map the workflow as it is, and mark what the initiative changes.",
  },
  {
    key: "data",
    name: "Data",
    asks: "Are the data it needs there, complete and allowed to be used?",
    step: "Audit the data: where they are, what is missing, who may use them.",
  },
  {
    key: "governance",
    name: "Governance",
    asks: "Is it settled who approves, who reviews security, and what is recorded?",
    step: "Assign governance: approval, the security review, and the record of both.",
  },
  {
    key: "talent",
    name: "Talent",
    asks: "Do the people who will use it know how, and have they time for it?",
    step: "Train the people who will use it, and give them the time.",
  },
] as const;

export type ReadinessKey = (typeof readinessGaps)[number]["key"];

/** How far a gap is closed: 0 open, 1 begun, 2 mostly closed, 3 closed. */
export type ReadinessScore = 0 | 1 | 2 | 3;

/** What somebody scored a gap at, and what they can show for it. */
export interface GapAnswer {
  key: ReadinessKey;
  score: ReadinessScore;
  /** What shows it: documents, reviews, names. A score with nothing to show counts as 0. */
  evidence: readonly string[];
}

/** One gap as it counts. */
export interface ScoredGap {
  key: ReadinessKey;
  name: string;
  /** As it counts: 0 without evidence, whatever was said. */
  score: ReadinessScore;
  isClosed: boolean;
  reason: string;
}

/** Readiness for the gate out of Foundation. */
export interface Readiness {
  gaps: ScoredGap[];
  ready: number;
  of: number;
  /** Names of the gaps that are still open, in the order in which they are closed. */
  open: string[];
  /** Points reached of all points, a ratio as decimal text. */
  score: string;
  tree: Explanation;
}

const closedFrom = 2;
const most = 3;

/**
 * The five gaps (strategy, process, data, governance, talent), each scored with evidence. A gap is closed from a
 * score of 2; a score that nobody can show anything for counts as 0, and so does a gap that nobody scored. Throws a
 * RangeError for a gap scored twice, for one that is none of the five, and for a score that is none.
 *
 * @example
 * readiness([{ key: "data", score: 3, evidence: ["audit of 3 May"] }]).open
 * // ["Strategy", "Process", "Governance", "Talent"]
 */
export function readiness(answers: readonly GapAnswer[]): Readiness {
  const twice = answers.find(({ key }, place) => answers.findIndex((other) => other.key === key) !== place);
  if (twice !== undefined) throw new RangeError(`The gap "${twice.key}" is scored twice`);
  const unknown = answers.find(({ key }) => readinessGaps.every((gap) => gap.key !== key));
  if (unknown !== undefined) throw new RangeError(`"${unknown.key}" is none of the five gaps`);
  const gaps = readinessGaps.map(({ key, name }) => {
    const answer = answers.find((given) => given.key === key);
    return { key, name, ...countedScore(answer) };
  });
  const open = gaps.filter(({ isClosed }) => !isClosed).map(({ name }) => name);
  const points = gaps.reduce((total, { score }) => total + score, 0);
  const source = { kind: "assumption", text: "readiness, scored with evidence" } as const;
  const tree = quotient(
    "Readiness",
    "ratio",
    leaf("Points with evidence", String(points), "count", source),
    leaf("Points there are", String(most * gaps.length), "count", source),
  );
  return { gaps, ready: gaps.length - open.length, of: gaps.length, open, score: tree.value ?? "0", tree };
}

function countedScore(answer: GapAnswer | undefined): Pick<ScoredGap, "score" | "isClosed" | "reason"> {
  if (answer === undefined) return { score: 0, isClosed: false, reason: "Nobody has scored it yet." };
  const { score, evidence } = answer;
  if (![0, 1, 2, 3].includes(score)) throw new RangeError(`A gap is scored 0 to ${most}, not ${score}`);
  const shown = evidence.filter((text) => text.trim() !== "");
  if (score > 0 && shown.length === 0)
    return { score: 0, isClosed: false, reason: `Scored ${score}, with nothing to show for it.` };
  if (score < closedFrom) {
    const reason = score === 0 ? "Open." : `Begun: ${shown.join("; ")}.`;
    return { score, isClosed: false, reason };
  }
  return { score, isClosed: true, reason: `${shown.join("; ")}.` };
}

/** One step of the roadmap: what to do, from and to which day, both counted from 1. */
export interface RoadmapStep {
  key: ReadinessKey;
  step: string;
  fromDay: number;
  toDay: number;
}

const roadmapDays = 90;

/**
 * The 90-day roadmap: the open gaps one after another, in sequence, the days divided by how much of each is still to
 * do. Without an open gap there is nothing to do.
 *
 * @example readinessRoadmap(readiness([])).map(({ toDay }) => toDay) // [18, 36, 54, 72, 90]
 */
export function readinessRoadmap({ gaps }: Pick<Readiness, "gaps">): RoadmapStep[] {
  const open = gaps.filter(({ isClosed }) => !isClosed);
  if (open.length === 0) return [];
  const days = allocate(
    BigInt(roadmapDays),
    open.map(({ score }) => most - score),
  ).map(Number);
  return open.map(({ key }, place) => {
    const before = days.slice(0, place).reduce((total, count) => total + count, 0);
    const step = readinessGaps.find((gap) => gap.key === key)?.step ?? "";
    return { key, step, fromDay: before + 1, toDay: before + (days[place] ?? 0) };
  });
}
