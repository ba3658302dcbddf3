import type { Kpi } from "@liftledger/contracts/kpi";
import { kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";

/** What is said of a KPI and what it is: "Better when", "higher". */
export type KpiFact = readonly [what: string, value: string];

/** The definition of a KPI in words, fact by fact. */
export function kpiFacts(kpi: Kpi): KpiFact[] {
  return [
    ["Counted as", kpiFormula(kpi)],
    ["Better when", kpi.direction],
    ["Role", `${roleWords[kpi.role].name}: ${roleWords[kpi.role].sentence}`],
    ["What one unit may be worth", kpi.unitValueRule],
    [
      "An event counts in the period",
      kpi.dating === "event" ? "in which it happened" : "of what it belongs to",
    ],
    ["Logged each", kpi.frequency],
    ["Numbers are ripe", maturationWords(kpi)],
    ["Least volume before a verdict", kpi.minimumVolume === 0 ? "none" : String(kpi.minimumVolume)],
    ["Owner", kpi.owner ?? "nobody yet"],
    ["Key", kpi.key],
    ["Comes from", kpi.source === "own" ? "your company" : "the built-in catalogue"],
  ];
}

/** What one version says otherwise than the one before it. */
export interface KpiChange {
  what: string;
  before: string;
  after: string;
}

/** What changed from one version of a KPI to the next, fact by fact; empty where only what no reader sees did. */
export function kpiChanges(before: Kpi, after: Kpi): KpiChange[] {
  const said = (kpi: Kpi): KpiFact[] => [["Name", kpi.name], ["Meaning", kpi.sentence], ...kpiFacts(kpi)];
  const earlier = new Map(said(before));
  return said(after).flatMap(([what, value]) => {
    const was = earlier.get(what);
    return was === undefined || was === value ? [] : [{ what, before: was, after: value }];
  });
}
