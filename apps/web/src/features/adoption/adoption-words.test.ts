import type { Adoption } from "@liftledger/contracts/adoption";
import { expect, it } from "vitest";
import { adoptionFinding, adoptionSpec, adoptionTable } from "./adoption-words.ts";

const look = (share: number) => ({ from: "2026-W24", to: "2026-W27", weeks: 4, share });
const adoption = (now: number | null, before: number | null): Adoption => ({
  initiativeId: "lead",
  until: "2026-07-06",
  asOf: "2026-07-06T12:00:00.000Z",
  series: { seriesId: "series", kpiKey: "tool-adoption", name: "Tool adoption (Sales)" },
  version: 1,
  recordedAt: "2026-07-06T12:00:00.000Z",
  recordedBy: "Ada",
  sameAsCase: false,
  figure: null,
  now: now === null ? null : look(now),
  before: before === null ? null : look(before),
  weeks: [
    { period: "2026-W24", users: "10", of: "40" },
    { period: "2026-W26", users: "20", of: "40" },
  ],
  assumed: null,
});

it.each<[number | null, number | null, string]>([
  [null, null, "It is not known how many people use it"],
  [0.26, null, "26% of those who could use it do"],
  [0.26, 0.13, "26% of those who could use it do, up from 13% four weeks before"],
  [0.13, 0.26, "13% of those who could use it do, down from 26% four weeks before"],
  [0.302, 0.298, "30% of those who could use it do, about as many as four weeks before"],
  [0.3, 0.3, "30% of those who could use it do, as many as four weeks before"],
])("of %j after %j: %s", (now, before, words) => {
  expect(adoptionFinding(adoption(now, before))).toBe(words);
});

it("leaves a gap where a week was not logged", () => {
  expect(adoptionSpec(adoption(0.3, null)).lines[0]?.values).toEqual([0.25, null, 0.5]);
  expect(adoptionTable(adoption(0.3, null)).rows.map(([, ...counts]) => counts)).toEqual([
    ["10", "40", "25.0%"],
    ["–", "–", "–"],
    ["20", "40", "50.0%"],
  ]);
});
