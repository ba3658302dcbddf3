import type { DataAssetFields } from "@liftledger/contracts/data-asset";
import type { CostCategory } from "@liftledger/contracts/initiative";
import type { ToolFields } from "@liftledger/contracts/tool";
import type { Context } from "../context.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { createDataAsset } from "../data-assets/create-data-asset.ts";
import { createTool } from "../tools/create-tool.ts";
import { initiativeOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

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

/** Data of the plan, by the initiatives that draw on them. */
interface DemoData extends Omit<DataAssetFields, "initiativeIds" | "seriesIds"> {
  initiatives: string[];
}

const data: readonly DemoData[] = [
  {
    name: "Chats with customers",
    system: "Chat platform",
    owner: "Priya Nair",
    needsCleansing: "yes",
    cleansing: "Names and order numbers stand in the text of every fifth chat.",
    consistent: "yes",
    reachableByApi: "yes",
    allowedForTraining: "no",
    personalData: "yes",
    privacyBasis: "Contract with the customer; answers only, no training.",
    retention: "13 months",
    note: "",
    initiatives: ["chat"],
  },
  {
    name: "Orders of the web shop",
    system: "Order system",
    owner: "Jonas Weber",
    needsCleansing: "no",
    cleansing: "",
    consistent: "yes",
    reachableByApi: "yes",
    allowedForTraining: "yes",
    personalData: "yes",
    privacyBasis: "Consent at the checkout, version 4",
    retention: "Ten years, as the tax law asks",
    note: "",
    initiatives: ["personalisation", "chat"],
  },
  {
    name: "Recordings of calls",
    system: "Telephone system",
    owner: null,
    needsCleansing: "not-known",
    cleansing: "",
    consistent: "not-known",
    reachableByApi: "no",
    allowedForTraining: "not-known",
    personalData: "yes",
    privacyBasis: null,
    retention: "90 days",
    note: "Fetched by hand, a day later.",
    initiatives: ["summaries"],
  },
];

/** The data as the inventory has them, and the tools as they stand in the register today, each with the costs booked for it so far. */
export function registerDeeds({ now, today }: Pick<Context, "now" | "today">, made: Made): Deed[] {
  return [
    {
      at: instant(weekStart(today, 3), "09:40"),
      async act(ctx) {
        for (const { initiatives, ...fields } of data) {
          const initiativeIds = initiatives.map((key) => initiativeOf(made, key));
          await createDataAsset({ ...ctx, actor: demoAnalyst }, { ...fields, initiativeIds, seriesIds: [] });
        }
      },
    },
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
    rollOut: null,
    costPoolIds: ownsSharedModel === true ? [...made.costPools] : [],
  };
}
