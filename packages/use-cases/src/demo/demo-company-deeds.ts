import { addDays, monthOf } from "@liftledger/kpis/iso-date";
import { firstDay, listPeriods } from "@liftledger/kpis/period";
import { addAnnotation } from "../annotations/add-annotation.ts";
import { chooseBenchmarks } from "../benchmarks/choose-benchmarks.ts";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import type { Context } from "../context.ts";
import { bookCostPool } from "../cost-pools/book-cost-pool.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { addHoldOut } from "../hold-outs/add-hold-out.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { benefitOf, initiativeOf, seriesOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

type Present = Pick<Context, "now" | "today">;

/** What was done beside the initiatives: a test by lot, what is the same money, notes of what else happened, the board's hurdle, a shared cost. */
export function companyDeeds(present: Present, made: Made): Deed[] {
  const { today } = present;
  return [
    boardHurdle(today),
    shopIncome(today, made),
    chatHoldOut(today, made),
    ...notes(today, made),
    ...sharedModel(present, made),
  ];
}

/** More orders and larger ones are both income of the web shop: who claimed each as a whole would claim money twice. */
function shopIncome(today: string, made: Made): Deed {
  return {
    at: instant(weekStart(today, 24), "16:20"),
    async act(ctx) {
      const series = ["shop", "baskets"].map((key) => ({
        seriesId: seriesOf(made, key).seriesId,
        segment: [],
      }));
      await createValuePool(
        { ...ctx, actor: demoFinance },
        { name: "Income of the web shop", series, kpiKeys: [] },
      );
    },
  };
}

/** Told beside every verdict, which is given against the published bands. */
function boardHurdle(today: string): Deed {
  const validFrom = weekStart(today, 48);
  return {
    at: instant(validFrom, "15:00"),
    async act(ctx) {
      const { setId } = await createBenchmarkSet(ctx, {
        name: "Board hurdle",
        basis: "net",
        span: "cumulative",
        source: "Budget paper of the board",
        caveat: "Set once for all marketing; reviewed with each budget.",
        bands: {
          pilots: { floor: "0.1", ceiling: null },
          scale: { floor: "0.5", ceiling: null },
          transform: null,
        },
        validFrom,
        approvedBy: demoFinance.name,
      });
      const reason = "The board asks for it beside the published bands";
      await chooseBenchmarks(ctx, {
        purpose: "beside",
        judgedBy: "own",
        setId,
        validFrom,
        reason,
        version: 0,
      });
    },
  };
}

/** Half of the chats of the first six weeks went to the assistant, by lot; it was logged before a month was closed on it. */
function chatHoldOut(today: string, made: Made): Deed {
  return {
    at: instant(weekStart(today, 29), "14:00"),
    async act(ctx) {
      await addHoldOut(
        { ...ctx, actor: demoAnalyst },
        {
          benefitId: benefitOf(made, "chat", "chat"),
          kind: "proportion",
          treated: { units: 8612, sum: "4664" },
          heldOut: { units: 8588, sum: "3534" },
          split: { treated: 1, heldOut: 1 },
          startedOn: weekStart(today, 36),
          endedOn: addDays(weekStart(today, 30), -1),
          unitOfRandomisation: "chat",
          treatedShare: "1",
          source: "Chat platform, assignment log",
        },
      );
    },
  };
}

/** On the series, whoever claims it sees what else moved it; on an initiative, what was done to it. */
function notes(today: string, made: Made): Deed[] {
  const note = (weeksAgo: number, act: (ctx: Context) => Promise<unknown>): Deed => ({
    at: instant(weekStart(today, weeksAgo), "17:00"),
    async act(ctx) {
      await act({ ...ctx, actor: demoAnalyst });
    },
  });
  const [sale, fortnight] = [weekStart(today, 15), addDays(weekStart(today, 13), -1)];
  return [
    note(13, (ctx) =>
      addAnnotation(ctx, {
        seriesId: seriesOf(made, "shop").seriesId,
        from: sale,
        until: fortnight,
        text: "Clearance sale on the whole web shop",
      }),
    ),
    note(18, (ctx) =>
      addAnnotation(ctx, {
        initiativeId: initiativeOf(made, "personalisation"),
        from: weekStart(today, 18),
        text: "Model trained anew on a year of baskets",
      }),
    ),
  ];
}

/** One contract that two initiatives use, booked with the other costs of a month and divided by what each used. */
function sharedModel({ now, today }: Present, made: Made): Deed[] {
  const since = weekStart(today, 25);
  let costPoolId = "";
  const bought: Deed = {
    at: instant(since, "15:30"),
    async act(ctx) {
      ({ costPoolId } = await createCostPool(ctx, {
        name: "Language model access",
        category: "usage-and-tokens",
        driver: "usage",
        unit: "million tokens",
      }));
      made.costPools.push(costPoolId);
    },
  };
  const booked = listPeriods(monthOf(since), monthOf(today)).map((month): Deed => {
    const day = addDays(firstDay(month) > since ? firstDay(month) : since, 2);
    const due = instant(day, "15:30");
    return {
      at: due < now ? due : now,
      async act(ctx) {
        await bookCostPool(ctx, {
          costPoolId,
          month,
          kind: "actual",
          amount: "385",
          quantities: [
            { initiativeId: initiativeOf(made, "drafting"), quantity: "41" },
            { initiativeId: initiativeOf(made, "personalisation"), quantity: "14" },
          ],
          source: "accounts payable",
          revision: 0,
        });
      },
    };
  });
  return [bought, ...booked];
}
