import { describe, expect, it } from "vitest";
import { mondays, simulateYear, type Story } from "../testing/simulated-year.ts";
import { findFailures } from "./failure-modes.ts";

/** An initiative that does everything in time: a phase within its months, the review before the pilot. */
const healthy = (name: string, foundation: string, pilots: string, scale?: string): Story => ({
  name,
  phases: [
    ["foundation", foundation],
    ["pilots", pilots],
    ...(scale === undefined ? [] : [["scale", scale] as const]),
  ],
  handOverNamedOn: pilots,
  review: { openedOn: foundation, closedOn: pilots },
});

const planted = {
  // Six months in Pilots are over on 2 August; the Monday after is the 3rd. It reaches Scale on 5 October.
  chasm: healthy("Chasm", "2026-01-05", "2026-02-02", "2026-10-05"),
  // The weeks of 4, 11 and 18 May: the third has ended on the 24th and is missing once the seven days for recording it are
  // over, on Monday 1 June. All are logged on Saturday 20 June.
  data: {
    ...healthy("Gaps", "2026-01-05", "2026-03-30", "2026-08-03"),
    forgotten: { weeks: ["2026-W19", "2026-W20", "2026-W21"], loggedOn: "2026-06-20" },
  },
  // The pilot begins on Monday 2 March without a review; it is opened six weeks later and ends on Monday 8 June.
  security: {
    ...healthy("Late review", "2026-01-05", "2026-03-02", "2026-08-03"),
    review: { openedOn: "2026-04-13", closedOn: "2026-06-08" },
  },
  // 500 of 10,000 a month. Three months are booked on 31 March; the Monday after is 6 April. In June 10,500 are spent on
  // training: with 2,500 before, 13,000 of 60,500 in all (21%), booked on 30 June; the Monday after is 6 July.
  culture: {
    ...healthy("Untrained", "2026-01-05", "2026-03-02", "2026-08-03"),
    trainingOf: (month) => (month < "2026-06" ? 500 : month === "2026-06" ? 10_500 : 2000),
  },
} satisfies Record<string, Story>;

const stories: Story[] = [
  ...Object.values(planted),
  healthy("Steady", "2026-01-05", "2026-03-30", "2026-09-28"),
  healthy("Quick", "2026-02-02", "2026-04-06", "2026-07-06"),
  healthy("Second half", "2026-06-01", "2026-08-31"),
  healthy("New", "2026-09-28", "2026-12-14"),
  { ...healthy("Given up", "2026-01-05", "2026-03-30"), endedOn: "2026-09-01" },
  { ...healthy("Old hand", "2025-01-06", "2025-03-10", "2025-08-11"), handOverNamedOn: "2025-03-10" },
  healthy("Summer", "2026-04-13", "2026-06-22", "2026-12-21"),
  { name: "Graduate", phases: [["transform", "2026-01-05"]], endedOn: "2026-11-02" },
];

/** Of each initiative and mode, the first and the last Monday on which it was found. */
function foundIn(seed: number): Record<string, [first: string, last: string, weeks: number]> {
  const found: Record<string, [string, string, number]> = {};
  for (const { name, factsOn } of simulateYear(stories, seed))
    for (const monday of mondays)
      for (const { mode } of findFailures(factsOn(monday), monday)) {
        const key = `${name}: ${mode}`;
        const [first, , weeks] = found[key] ?? [monday, monday, 0];
        found[key] = [first, monday, weeks + 1];
      }
  return found;
}

describe("a year of twelve initiatives", () => {
  it.each([7, 2026])(
    "with the seed %i has each failure mode where it was planted, from the right week to the right week, and no other",
    (seed) => {
      expect(stories.length).toBe(12);
      expect(foundIn(seed)).toEqual({
        "Chasm: chasm": ["2026-08-03", "2026-09-28", 9],
        "Gaps: data-foundation": ["2026-06-01", "2026-06-15", 3],
        "Late review: security-review": ["2026-03-02", "2026-06-01", 14],
        "Untrained: culture-and-skills": ["2026-04-06", "2026-06-29", 13],
      });
    },
  );
});
