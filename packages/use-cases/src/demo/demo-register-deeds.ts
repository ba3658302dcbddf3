import type { CostCategory } from "@liftledger/contracts/initiative";
import type { ToolFields } from "@liftledger/contracts/tool";
import type { Context } from "../context.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { createTool } from "../tools/create-tool.ts";
import { initiativeOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { weekStart } from "./demo-time.ts";

type Use = { initiative: string; useCase: string; systems: string[] };
type Cost = { initiative: string; category: CostCategory };

/** A tool of the plan: who uses it for what, and which of their costs were its price. */
interface DemoTool extends Pick<ToolFields, "name" | "vendor" | "integration" | "explainable" | "realTime"> {
  checkedWeeksAgo: number | null;
  note: string;
  uses: Use[];
  costs: Cost[];
  /** The shared costs that are its own as a whole. */
  ownsSharedModel?: true;
}

const tools: readonly DemoTool[] = [
  {
    name: "Parley Service",
    vendor: "Parley",
    integration: "integrated",
    explainable: "yes",
    realTime: "yes",
    checkedWeeksAgo: 49,
    note: "Hands a chat over with everything that was said in it.",
    uses: [
      { initiative: "chat", useCase: "Answering service chats", systems: ["Chat platform", "Order system"] },
      { initiative: "summaries", useCase: "Writing call summaries", systems: ["Telephone system"] },
    ],
    costs: [
      { initiative: "chat", category: "licences" },
      { initiative: "chat", category: "usage-and-tokens" },
      { initiative: "summaries", category: "licences" },
    ],
  },
  {
    name: "Inkwell",
    vendor: "Inkwell Labs",
    integration: "standalone",
    explainable: "no",
    realTime: "no",
    checkedWeeksAgo: null,
    note: "Drafts are copied into the content studio by hand.",
    uses: [
      { initiative: "drafting", useCase: "Drafting texts", systems: [] },
      { initiative: "webinars", useCase: "Drafting texts", systems: ["Video archive"] },
    ],
    costs: [
      { initiative: "drafting", category: "licences" },
      { initiative: "webinars", category: "licences" },
    ],
    ownsSharedModel: true,
  },
  {
    name: "Bidwright",
    vendor: "Ad Harbour",
    integration: "integrated",
    explainable: "yes",
    realTime: "yes",
    checkedWeeksAgo: 35,
    note: "",
    uses: [{ initiative: "bidding", useCase: "Setting bids", systems: ["Search advertising account"] }],
    costs: [{ initiative: "bidding", category: "licences" }],
  },
];

/** The tools as they stand in the register today, each with the costs booked for it so far. */
export function registerDeeds({ now, today }: Pick<Context, "now" | "today">, made: Made): Deed[] {
  return [
    {
      at: now,
      async act(ctx) {
        for (const tool of tools)
          await createTool({ ...ctx, actor: demoAnalyst }, await fieldsOf(ctx, tool, today, made));
      },
    },
  ];
}

async function fieldsOf(
  ctx: Context,
  { uses, costs, checkedWeeksAgo, ownsSharedModel, ...fields }: DemoTool,
  today: string,
  made: Made,
): Promise<ToolFields> {
  const costLineIds: string[] = [];
  for (const { initiative, category } of costs) {
    const wanted = { initiativeId: initiativeOf(made, initiative), limit: 500 };
    const { rows } = await listCostLines(ctx, wanted);
    const own = rows.filter((line) => line.category === category);
    costLineIds.push(...own.map(({ costLineId }) => costLineId));
  }
  return {
    ...fields,
    preVetted:
      checkedWeeksAgo === null ? null : { on: weekStart(today, checkedWeeksAgo), by: demoFinance.name },
    uses: uses.map(({ initiative, ...use }) => ({ initiativeId: initiativeOf(made, initiative), ...use })),
    costLineIds,
    costPoolIds: ownsSharedModel === true ? [...made.costPools] : [],
  };
}
