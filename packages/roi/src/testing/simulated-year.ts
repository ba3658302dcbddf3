import { completeness } from "@liftledger/kpis/data-quality/completeness";
import { defaultLimits, type QualityPoint } from "@liftledger/kpis/data-quality/quality-input";
import { seriesRecords } from "@liftledger/kpis/data-quality/series-records";
import { timeliness } from "@liftledger/kpis/data-quality/timeliness";
import { addDays } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay, listPeriods, type Period } from "@liftledger/kpis/period";
import { seededRandom, type Random } from "@liftledger/numerics/seeded-random";
import type { AdoptionWeek } from "../governance/adoption.ts";
import type { FailureFacts } from "../governance/failure-facts.ts";
import { seriesRecordOf } from "../governance/series-record.ts";
import { phaseAt, type Phase, type PhaseEntry } from "../phase.ts";
import { exampleKpi } from "./example-initiative.ts";

/** What happens to an initiative within the year, other than what happens to all. */
export interface Story {
  name: string;
  phases: readonly (readonly [phase: Phase, enteredOn: string])[];
  endedOn?: string;
  handOverNamedOn?: string;
  review?: { openedOn: string; closedOn: string | null };
  /** Weeks that nobody logs until a day, when all of them are. */
  forgotten?: { weeks: readonly Period[]; loggedOn: string };
  /** Of each month's spend of 10,000, what goes into training; what is drawn otherwise. */
  trainingOf?: (month: string) => number;
}

/** Everything that is logged of an initiative in the year, each with its day. */
interface Logged {
  story: Story;
  points: QualityPoint[];
  costs: { bookedOn: string; spent: number; training: number }[];
  adoption: AdoptionWeek[];
  workarounds: { from: string; to: string }[];
}

const weeks = listPeriods("2026-W01", "2026-W52");
const staff = 200;

/** The Mondays of the year 2026 on which somebody looks. */
export const mondays = weeks.map(firstDay);

/** Plays the stories with a seed: who forgets a week, is late, is trained and takes the tool up is drawn. */
export function simulateYear(
  stories: readonly Story[],
  seed: number,
): { name: string; factsOn: (day: string) => FailureFacts }[] {
  const random = seededRandom(seed);
  return stories.map((story) => {
    const logged = logYear(story, random);
    return { name: story.name, factsOn: (day) => factsOf(logged, day) };
  });
}

function logYear(story: Story, random: Random): Logged {
  const begins = story.phases[0]?.[1] ?? "2026-01-01";
  const own = weeks.filter((week) => firstDay(week) >= begins);
  const months = listPeriods("2026-01", "2026-12").filter((month) => month >= begins.slice(0, 7));
  const pilots = story.phases.find(([phase]) => phase === "pilots")?.[1];
  const used = weeks.filter((week) => pilots !== undefined && firstDay(week) >= pilots);
  return {
    story,
    points: own.flatMap((week, place) => pointOf(story, week, place, random)),
    costs: months.map((month) => {
      // Between the least of early adopters and a little over the most.
      const training = story.trainingOf?.(month) ?? 1700 + 800 * random.uniform();
      return { bookedOn: lastDay(month), spent: 10_000 + Math.max(0, training - 10_000), training };
    }),
    adoption: used.map((week, place) => {
      const share = Math.min(0.9, 0.1 + 0.025 * place) + 0.005 * (random.uniform() - 0.5);
      const users = String(Math.round(staff * share));
      return { period: week, users, of: String(staff), source: { kind: "measured", text: "rollout log" } };
    }),
    workarounds: [0, 1].map((which) => {
      const from = addDays(begins, Math.floor(150 * random.uniform()) + 30 * which);
      return { from, to: addDays(from, 60) };
    }),
  };
}

/** One week in thirty is forgotten, never two in a row; one in ten is late. */
function pointOf({ forgotten }: Story, week: Period, place: number, random: Random): QualityPoint[] {
  const [miss, late, value] = [random.uniform(), random.uniform(), random.uniform()];
  const isForgotten = forgotten?.weeks.includes(week) === true;
  if (!isForgotten && miss < 1 / 30 && place % 2 === 1) return [];
  const delay = late < 0.1 ? 9 : 3;
  return [
    {
      period: week,
      numerator: String(80 + Math.round(20 * value)),
      denominator: "4000",
      recordedAt: isForgotten ? (forgotten?.loggedOn ?? "") : addDays(lastDay(week), delay),
      source: "CRM",
      origin: "imported",
    },
  ];
}

function factsOf({ story, points, costs, adoption, workarounds }: Logged, day: string): FailureFacts {
  const phaseHistory = story.phases.map(([phase, enteredOn]): PhaseEntry => ({ phase, enteredOn }));
  const known = points.filter(({ recordedAt }) => recordedAt <= day);
  // Of data quality only what is asked: its other checks would take most of the year's time.
  const setting = { kpi: exampleKpi(), periodType: "week", asOf: day } as const;
  const records = seriesRecords(known, setting);
  const quality = {
    completeness: completeness(records, setting, defaultLimits),
    timeliness: timeliness(records, defaultLimits),
  };
  const booked = costs.filter(({ bookedOn }) => bookedOn <= day);
  const spent = booked.reduce((total, cost) => total + cost.spent, 0);
  const trained = booked.reduce((total, cost) => total + cost.training, 0);
  const { review } = story;
  const isOpened = review !== undefined && review.openedOn <= day;
  return {
    initiativeId: story.name,
    name: story.name,
    phaseHistory,
    endedOn: story.endedOn ?? null,
    handOverOwner: (story.handOverNamedOn ?? "9999-12-31") <= day ? "Tom Reed" : null,
    workarounds: workarounds.filter(({ from, to }) => from <= day && day < to).length,
    series: [seriesRecordOf("Leads", "week", quality)],
    securityReview: isOpened
      ? { kind: "opened", openedOn: review.openedOn, closedOn: closedBy(review.closedOn, day) }
      : { kind: "none" },
    training: spent === 0 ? null : { share: trained / spent, months: booked.length },
    contributors: { expected: 4, logged: 4 },
    adoption: phaseAt(phaseHistory, day) === undefined ? null : adoption,
  };
}

function closedBy(closedOn: string | null, day: string): string | null {
  return closedOn !== null && closedOn <= day ? closedOn : null;
}
