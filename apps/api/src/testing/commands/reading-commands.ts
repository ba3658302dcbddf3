import * as fc from "fast-check";
import { command, weekOf, which, type CommandKind } from "./command.ts";
import type { Made } from "./made.ts";

/** Where something is asked for, of one of several, as known at an instant ("" for now). */
type Reading = (made: Made, which: number, clock: string) => string;

const plain =
  (path: string): Reading =>
  () =>
    path;
const known =
  (path: string): Reading =>
  (_made, _which, clock) =>
    `${path}${clock}`;
const ofInitiative =
  (path: string): Reading =>
  (made, which) =>
    `/initiatives/${made.at("initiativeId", which)}/${path}`;
const knownOfInitiative =
  (path: string): Reading =>
  (made, which, clock) =>
    `/initiatives/${made.at("initiativeId", which)}/${path}${clock}`;

/** Figures and what they stand on. */
const figures: readonly Reading[] = [
  "series",
  "series?retired=false",
  "kpis?retired=true",
  "initiatives?limit=2",
  "hold-outs?limit=2",
  "imports?limit=2",
  "annotations?limit=2",
  "saved-views",
  "approvals?sort=-askedAt&limit=20",
  "periods?limit=4",
  "restatements",
  "audit-entries?limit=5",
  "audit-verification",
  "log-sheet?period=2026-W20",
  "benchmark-sets?limit=2",
  "benchmark-choices",
  "source-comparisons?limit=3",
  "cases?limit=2",
  "case-settings",
  "imports?limit=3",
  "cost-shares?limit=3",
  "exchange-rates?limit=3",
  "jobs?limit=1",
].map((path) => plain(`/${path}`));

const figuresOfOne: readonly Reading[] = [
  (made, which, clock) => `/series/${made.at("seriesId", which)}/snapshots${clock}`,
  (made, which) => `/series/${made.at("seriesId", which)}/snapshots/${weekOf(which)}/revisions`,
  (made, which) => `/cases/${made.at("caseId", which)}/versions/1`,
  (made, which) => `/cases/${made.at("caseId", which)}/versions/2/differences?against=1`,
  (made, which) => `/cases/${made.at("caseId", which)}/versions/1/comments`,
  knownOfInitiative("evaluation"),
  known("/portfolio"),
];

/** What is known of initiatives beside their figures. */
const governance: readonly Reading[] = [
  ...[
    "gate-reviews?limit=3",
    "gate-counts",
    "gate-rules",
    "gate-rules/versions?limit=2",
    "kill-rules?limit=3",
    "roadmap-tasks?limit=5",
    "governance",
    "candidates?limit=3",
    "focus-warnings",
    "tools?limit=3",
    "tool-overload",
    "data-assets?limit=3",
    "learnings?limit=3",
    "learnings?q=more",
    "learning-prompts?limit=3",
    "work-split-rounds?limit=3",
    "alert-settings",
    "alert-count",
    "digests/weekly",
    "digests/monthly",
    "deliveries?limit=3",
  ].map((path) => plain(`/${path}`)),
  ...["findings", "readiness", "production-facts", "workflow", "responsibility"].map(knownOfInitiative),
  ...[
    "gate",
    "roadmap",
    "candidate-estimate",
    "readiness-answers?limit=2",
    "production-facts/versions?limit=2",
    "workflow/versions?limit=2",
    "responsibility/versions?limit=2",
  ].map(ofInitiative),
];

interface Drawn {
  reading: number;
  which: number;
  second: number | null;
}

function reading(weight: number, readings: readonly Reading[]): CommandKind {
  const drawn = { reading: fc.nat(readings.length - 1), which, second: fc.option(fc.nat(20)) };
  return command<Drawn>(weight, drawn, (one, made) => {
    const clock = one.second === null ? "" : `?asOf=${instantOf(one.second)}`;
    const path = readings[one.reading]?.(made, one.which, clock) ?? "";
    return { method: "GET", path };
  });
}

/** What is asked for between the writes, now or as of an earlier step. */
export const figureReadings = { readFigures: reading(6, [...figures, ...figuresOfOne]) };
export const governanceReadings = { readGovernance: reading(8, governance) };

/** When a step happens, on the first day of a sequence. */
export function instantOf(step: number): string {
  return new Date(Date.UTC(2026, 5, 24, 12, 0, step)).toISOString();
}
