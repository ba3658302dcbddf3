import { addPeriods, periodOf } from "@liftledger/kpis/period";
import type { Actor, Context } from "../context.ts";
import { setAdoption } from "../adoption/set-adoption.ts";
import { addLearning } from "../learnings/add-learning.ts";
import { setResponsibility } from "../responsibility/set-responsibility.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { setWorkflow } from "../workflow/set-workflow.ts";
import { answerWorkSplit } from "../work-split/answer-work-split.ts";
import { closeWorkSplitRound } from "../work-split/close-work-split-round.ts";
import { openWorkSplitRound } from "../work-split/open-work-split-round.ts";
import { initiativeOf, seriesOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

/** What was learned, who answers for what, who uses a tool, how a piece of work is done, and how people said their week was split. */
export function governanceDeeds(today: string, made: Made): Deed[] {
  return [
    chatLearning(today, made),
    bidResponsibility(today, made),
    ...bidAdoption(today, made),
    ...checkoutAdoption(today, made),
    approvalsWorkflow(today, made),
    ...surveys(today),
  ];
}

/** Of fourteen people who buy search, week by week, how many had the copilot set a bid. */
function bidAdoption(today: string, made: Made): Deed[] {
  const users = [4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 10];
  return adoptionDeeds(today, made, {
    initiative: "bidding",
    scope: "Search buyers",
    source: "copilot's seat report",
    sameAsCase: false,
    weeks: users.map((count) => [count, 14]),
  });
}

/**
 * Of the visitors of the web shop, how many had a basket that the checkout knew: it grew to some 60% since it began, where
 * its case assumes 80%, and there are no more of them for two months.
 */
function checkoutAdoption(today: string, made: Made): Deed[] {
  const [begun, growing] = [50, 40];
  return adoptionDeeds(today, made, {
    initiative: "personalisation",
    scope: "Visitors of the web shop",
    source: "web analytics",
    sameAsCase: true,
    weeks: Array.from({ length: begun }, (_, place) => {
      const thousands = 38 + (place % 5);
      const still = Math.max(0, growing - place) / growing;
      const perMille = 620 - Math.round(200 * still) + ([0, -3, 2, -1][place % 4] ?? 0);
      return [thousands * perMille, thousands * 1000];
    }),
  });
}

interface DemoAdoption {
  initiative: string;
  scope: string;
  source: string;
  sameAsCase: boolean;
  /** Who used it, of those who could; the last is the week that ended last. */
  weeks: readonly (readonly [users: number, of: number])[];
}

/** A series that tells who uses something, named for its initiative, and each of its weeks, logged when it was over. */
function adoptionDeeds(
  today: string,
  made: Made,
  { initiative, scope, source, sameAsCase, weeks }: DemoAdoption,
): Deed[] {
  const key = `${initiative}-adoption`;
  const named: Deed = {
    at: instant(weekStart(today, weeks.length), "14:30"),
    async act(ctx) {
      const analyst = { ...ctx, actor: demoAnalyst };
      const series = await createSeries(analyst, { kpiKey: "tool-adoption", scope });
      made.series.set(key, series);
      const initiativeId = initiativeOf(made, initiative);
      const { seriesId } = series;
      await setAdoption(analyst, { initiativeId, version: 0, seriesId, sameAsCase });
    },
  };
  const logged = weeks.map(([users, of], place): Deed => {
    const monday = weekStart(today, weeks.length - 1 - place);
    const period = addPeriods(periodOf(monday, "week"), -1);
    return {
      at: instant(monday, "10:45"),
      async act(ctx) {
        const { seriesId } = seriesOf(made, key);
        const row = { seriesId, period, numerator: String(users), denominator: String(of) };
        await logSnapshots({ ...ctx, actor: demoAnalyst }, { snapshots: [row], source });
      },
    };
  });
  return [named, ...logged];
}

function chatLearning(today: string, made: Made): Deed {
  return {
    at: instant(weekStart(today, 6), "11:00"),
    async act(ctx) {
      await addLearning(
        { ...ctx, actor: demoAnalyst },
        {
          initiativeId: initiativeOf(made, "chat"),
          occasion: "gate",
          kpiKeys: ["chat-containment"],
          expected: "Every second chat solved without a person, from the first week on.",
          happened:
            "It took six weeks: until the answers on returns were written anew, it handed most of those chats over.",
          contradicting: "At weekends, with nobody to hand over to, it solved as many from the start.",
        },
      );
    },
  };
}

function bidResponsibility(today: string, made: Made): Deed {
  const judgedOn = weekStart(today, 20);
  return {
    at: instant(judgedOn, "16:30"),
    async act(ctx) {
      await setResponsibility(
        { ...ctx, actor: demoAnalyst },
        {
          initiativeId: initiativeOf(made, "bidding"),
          version: 0,
          squad: [
            { role: "product", who: demoAnalyst.name },
            { role: "legal", who: demoFinance.name },
          ],
          unapproved: ["Change a bid by 15% at most", "Pause a keyword that cost twice its target"],
          outputReview: { reviewer: demoAnalyst.name, every: "week", sample: "Every change above 10%" },
          gdprBasis: "no-personal-data",
          ccpa: null,
          consentRecord: null,
          disclosure: null,
          lastBiasAudit: null,
          aiActRole: "deployer",
          talksWithPeople: false,
          makesContent: false,
          isPublished: null,
          riskClass: {
            class: "minimal",
            judgedBy: demoFinance.name,
            judgedOn,
            because: "It sets bids within limits and decides about no person",
          },
        },
      );
    },
  };
}

/** Texts of local markets on their way to approval, before the localisation engine and with it. */
function approvalsWorkflow(today: string, made: Made): Deed {
  const step = (
    kind: "step" | "decision" | "exception" | "hand-off",
    name: string,
    owner: string,
    tool: string,
  ) => ({
    kind,
    name,
    owner,
    tool,
    note: "",
  });
  const [market, brand, legal] = ["Local marketing", "Chiara Conti", "Ines Duarte"];
  return {
    at: instant(weekStart(today, 12), "10:20"),
    async act(ctx) {
      await setWorkflow(
        { ...ctx, actor: demoAnalyst },
        {
          initiativeId: initiativeOf(made, "localisation"),
          version: 0,
          scope: "Texts of running campaigns in nine languages; no contracts, no packaging.",
          before: {
            steps: [
              step("step", "The market orders a translation", market, "Mail"),
              step("hand-off", "The agency translates", brand, "Translation agency"),
              step("step", "The market corrects it", market, "Text editor"),
              {
                kind: "workaround",
                name: "Versions are kept apart in a spreadsheet",
                owner: market,
                tool: "Spreadsheet",
                note: "Two texts went out in the wrong version.",
                since: weekStart(today, 60),
                until: weekStart(today, 20),
              },
              step("decision", "The brand team approves", brand, "Mail"),
              step("exception", "Health claims go to the lawyers", legal, "Mail"),
            ],
            scalable: { answer: false, because: "Every further language is another queue at the agency." },
            repeatable: { answer: false, because: "What is corrected depends on who is in that week." },
          },
          after: {
            steps: [
              step(
                "step",
                "The engine drafts all languages from the approved text",
                brand,
                "Localisation engine",
              ),
              step("step", "The market corrects what the engine marks", market, "Localisation engine"),
              step("decision", "The brand team approves, once for all languages", brand, "Content studio"),
              step("exception", "Health claims go to the lawyers", legal, "Content studio"),
            ],
            scalable: { answer: true, because: "Another language adds a correction, no queue." },
            repeatable: { answer: true, because: "The same glossary and the same marks for everybody." },
          },
          findings: [
            { text: "Half of the wait was for the agency's queue", diagnosis: "flow" },
            { text: "Three glossaries contradicted each other", diagnosis: "definition" },
          ],
        },
      );
    },
  };
}

/** Two rounds that are closed, of four people each, and one that waits for answers. */
function surveys(today: string): Deed[] {
  const before = [
    ["28", "10"],
    ["31", "8"],
    ["22", "17"],
    ["26", "12"],
  ] as const;
  const after = [
    ["21", "17"],
    ["27", "12"],
    ["19", "20"],
    ["20", "18"],
  ] as const;
  return [survey(today, 26, before), survey(today, 10, after), survey(today, 1, [])];
}

function survey(today: string, weeksAgo: number, answers: readonly (readonly [string, string])[]): Deed {
  const day = weekStart(today, weeksAgo);
  const week = addPeriods(periodOf(day, "week"), -1);
  return {
    at: instant(day, "09:45"),
    async act(ctx: Context) {
      const finance = { ...ctx, actor: demoFinance };
      const { roundId, version } = await openWorkSplitRound(finance, { week });
      for (const [place, [mechanicalHours, strategicHours]] of answers.entries()) {
        const actor: Actor = {
          personId: `demo-colleague-${place}`,
          name: `Colleague ${place}`,
          role: "viewer",
        };
        await answerWorkSplit({ ...ctx, actor }, { roundId, mechanicalHours, strategicHours });
      }
      if (answers.length > 0) await closeWorkSplitRound(finance, { roundId, version });
    },
  };
}
