import type { SetCandidateEstimate } from "@liftledger/contracts/candidate";
import type { NewInitiative } from "@liftledger/contracts/initiative";
import { addDays } from "@liftledger/kpis/iso-date";
import { setCandidateEstimate } from "../candidates/set-candidate-estimate.ts";
import type { Context } from "../context.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { onlyRow } from "../only-row.ts";
import { closeRoadmapTask } from "../roadmap/close-roadmap-task.ts";
import { getRoadmap } from "../roadmap/get-roadmap.ts";
import { planRoadmap } from "../roadmap/plan-roadmap.ts";
import { initiativeOf, seriesOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

const asAnalyst = (ctx: Context): Context => ({ ...ctx, actor: demoAnalyst });

/** What is planned: the way of the chat assistant to its next phase, and the ideas that wait to be begun. */
export function planDeeds(today: string, made: Made): Deed[] {
  return [...chatRoadmap(today, made), ...ideas(today, made)];
}

/** Ninety days made of the gaps, four weeks ago: the sentence stands, the case still waits for a signature and is late. */
function chatRoadmap(today: string, made: Made): Deed[] {
  const startsOn = weekStart(today, 4);
  const step = (weeksAgo: number, act: (ctx: Context, initiativeId: string) => Promise<unknown>): Deed => ({
    at: instant(weekStart(today, weeksAgo), "10:40"),
    async act(ctx) {
      await act(asAnalyst(ctx), initiativeOf(made, "chat"));
    },
  });
  return [
    step(4, (ctx, initiativeId) => planRoadmap(ctx, { initiativeId, startsOn })),
    step(2, async (ctx, initiativeId) => {
      const { tasks } = await getRoadmap(ctx, { initiativeId });
      const { taskId, version } = onlyRow(tasks.filter(({ question }) => question === "outcome"));
      const shown = { kind: "object" as const, noun: "initiative" as const, id: initiativeId };
      const evidence = [{ ...shown, text: "The sentence on the initiative, read by the board" }];
      await closeRoadmapTask(ctx, { initiativeId, taskId, version, evidence });
    }),
  ];
}

/** An idea that nobody has begun, with what it is ranked by. */
interface Idea extends Pick<NewInitiative, "name" | "owner" | "team" | "useCasePattern"> {
  outcome: { kpiKey: string; change: "increase" | "decrease"; percent: string };
  weeksAgo: number;
  estimate: Pick<SetCandidateEstimate, "effortWeeks" | "statedValue" | "unitWorth">;
  /** The series that its sentence is reckoned on, where its KPI has several. */
  series: string | null;
}

/** The ideas, as they were entered. */
export const demoIdeas: readonly Idea[] = [
  {
    name: "Abandoned-basket reminders",
    owner: "Maja Lindqvist",
    team: "E-commerce",
    useCasePattern: "personalisation",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "2" },
    weeksAgo: 7,
    series: "landing",
    estimate: {
      effortWeeks: "6",
      statedValue: null,
      unitWorth: { amount: "14", source: "Margin of an order from the landing pages, controlling" },
    },
  },
  {
    name: "Next answer for agents",
    owner: "Priya Nair",
    team: "Customer service",
    useCasePattern: "conversational",
    outcome: { kpiKey: "handling-time", change: "decrease", percent: "6" },
    weeksAgo: 5,
    series: null,
    estimate: {
      effortWeeks: "14",
      statedValue: null,
      unitWorth: { amount: "34", source: "Cost of an hour of an agent, controlling" },
    },
  },
  {
    name: "Larger baskets by hints",
    owner: "Jonas Weber",
    team: "E-commerce",
    useCasePattern: "personalisation",
    outcome: { kpiKey: "average-order-value", change: "increase", percent: "3" },
    weeksAgo: 3,
    series: null,
    estimate: {
      effortWeeks: "20",
      statedValue: { amount: "42000", source: "Guess of the shop team, before what others claim" },
      unitWorth: null,
    },
  },
];

function ideas(today: string, made: Made): Deed[] {
  return demoIdeas.map(({ weeksAgo, estimate, series, outcome, ...idea }) => ({
    at: instant(weekStart(today, weeksAgo), "14:20"),
    async act(ctx) {
      const analyst = asAnalyst(ctx);
      const { initiativeId } = await createInitiative(analyst, {
        ...idea,
        outcome: { ...outcome, by: addDays(today, 200) },
        phase: "foundation",
        startedOn: weekStart(today, weeksAgo),
        status: "candidate",
      });
      const seriesId = series === null ? null : seriesOf(made, series).seriesId;
      await setCandidateEstimate(analyst, { initiativeId, version: 0, ...estimate, seriesId });
    },
  }));
}
