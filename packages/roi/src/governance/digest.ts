import { judgeChange, changeBetween } from "@liftledger/kpis/change";
import type { Direction } from "@liftledger/kpis/kpi";
import { percentChangeText } from "./percent-change-text.ts";

/** A figure now and a period before, with the texts a person reads; null where there is none. */
export interface DigestFigure {
  name: string;
  direction: Direction;
  before: { value: number; text: string } | null;
  after: { value: number; text: string } | null;
}

/** What a digest is made from. Sentences come as they are said elsewhere. */
export interface DigestFacts {
  /** The week or the month, as it sorts. */
  period: string;
  figures: readonly DigestFigure[];
  /** Verdicts that changed, each in a sentence. */
  verdicts: readonly string[];
  /** What is wrong now: alerts that are open. */
  alerts: readonly string[];
  /** What comes next: gates, tasks, cases that wait. */
  coming: readonly string[];
}

/** What a section is of. */
export type DigestPart = "figures" | "verdicts" | "alerts" | "coming";

/** A digest on one screen. */
export interface Digest {
  title: string;
  sections: { part: DigestPart; title: string; lines: string[]; more: number }[];
}

/** So many lines fit on one screen of a phone, titles aside. */
const mostLines = 14;

const kinds = {
  weekly: {
    order: ["figures", "alerts", "verdicts", "coming"],
    figures: "KPIs against the week before",
  },
  monthly: {
    order: ["figures", "verdicts", "alerts", "coming"],
    figures: "Money against the month before",
  },
} as const;

const titles = {
  verdicts: "Verdicts that changed",
  alerts: "What needs somebody",
  coming: "What comes next",
} as const;

/**
 * What a digest says, on one screen: *weekly* for growth (KPIs, what needs somebody, verdicts, what comes next),
 * *monthly* for finance (money, verdicts, what needs somebody, what comes next). A section without anything to say is
 * left out. Where the lines are too many, each section gives up its last ones, the longest first, and says how many: so
 * KPIs come by what there is to say of them, what got worse before the rest.
 *
 * @example digest("weekly", facts).sections[0]?.lines[0] // "Leads: 10 → 7 (−30%, worse)"
 */
export function digest(kind: "weekly" | "monthly", facts: DigestFacts): Digest {
  const { order, figures } = kinds[kind];
  const all = order.map((part) => ({
    part,
    title: part === "figures" ? figures : titles[part],
    lines: part === "figures" ? inOrder(kind, facts.figures).map(figureLine) : [...facts[part]],
  }));
  const shown = cutToFit(all.map(({ lines }) => lines.length));
  const sections = all
    .map((section, place) => {
      const count = shown[place] ?? 0;
      const { length } = section.lines;
      return { ...section, lines: section.lines.slice(0, count), more: length - count };
    })
    .filter(({ lines }) => lines.length > 0);
  return { title: `What happened in ${facts.period}`, sections };
}

/** A figure in a line: what it was, what it is, the change, and whether that is good. */
export function figureLine({ name, direction, before, after }: DigestFigure): string {
  if (after === null) return `${name}: not logged yet${before === null ? "" : ` (was ${before.text})`}`;
  if (before === null) return `${name}: ${after.text}, none before`;
  const judged = judgeChange(changeBetween(before.value, after.value), direction);
  if (judged === "unchanged") return `${name}: ${after.text} (unchanged)`;
  const percent = percentChangeText(before.value, after.value);
  const said = percent === null ? judged : `${percent}, ${judged}`;
  // Two values that read alike are said once.
  if (before.text === after.text) return `${name}: ${after.text}, about as before (${said})`;
  return `${name}: ${before.text} → ${after.text} (${said})`;
}

const ranks = ["worse", "better", "unchanged", "new", "missing"] as const;

/** KPIs by what they did, the largest change first; money as it is reckoned, what came in before what it cost. */
function inOrder(kind: "weekly" | "monthly", figures: readonly DigestFigure[]): readonly DigestFigure[] {
  if (kind === "monthly") return figures;
  const ranked = figures.map((figure) => {
    const { direction, before, after } = figure;
    if (after === null) return { figure, rank: "missing", size: 0 } as const;
    if (before === null) return { figure, rank: "new", size: 0 } as const;
    const change = changeBetween(before.value, after.value);
    const relative = change.relative.kind === "no-value" ? 0 : change.relative.value;
    return { figure, rank: judgeChange(change, direction), size: Math.abs(relative) };
  });
  return ranked
    .toSorted((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank) || other.size - one.size)
    .map(({ figure }) => figure);
}

function cutToFit(lengths: readonly number[]): number[] {
  const shown = [...lengths];
  while (shown.reduce((total, count) => total + count, 0) > mostLines) {
    const longest = shown.indexOf(Math.max(...shown));
    shown[longest] = (shown[longest] ?? 0) - 1;
  }
  return shown;
}
