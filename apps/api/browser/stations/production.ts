import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import type { Station } from "../station.ts";

const withFacts = "Call-summary writer";

async function productionPath(server: Server, name: string): Promise<string> {
  const { rows } = await clientOn(server, "demo").call("listInitiatives", { query: {} });
  const initiativeId = rows.find((row) => row.name === name)?.initiativeId ?? name;
  return `/demo/initiatives/${initiativeId}/production`;
}

/** The page of an initiative of which it is recorded what it needs, and whose scope was changed since. */
async function recordedPath(server: Server): Promise<string> {
  const client = clientOn(server, "demo");
  const path = await productionPath(server, withFacts);
  const params = { initiativeId: path.split("/")[3] ?? "" };
  if ((await client.call("getProductionFacts", { params, query: {} })).version > 0) return path;
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  await client.call("setProductionFacts", { params, body: facts });
  const workflow = SetWorkflow.parse(examples.setWorkflow.body);
  await client.call("setWorkflow", { params, body: workflow });
  await client.call("setWorkflow", {
    params,
    body: { ...workflow, version: 1, scope: "Partners' calls too" },
  });
  return path;
}

/** What an initiative needs in production. */
export const productionStations: readonly Station[] = [
  {
    name: "production",
    path: recordedPath,
    ready: (page: Page) => page.getByText("The guardrails wait to be approved again"),
    open: (page) => seen(page.getByRole("heading", { name: "Versions" })),
  },
  {
    name: "production-form",
    path: recordedPath,
    ready: (page: Page) => page.getByRole("button", { name: "Change what is recorded" }),
    async open(page) {
      await page.getByRole("button", { name: "Change what is recorded" }).click();
      await page.getByLabel("Opened on").fill("");
      await page.getByLabel("Trained", { exact: true }).fill("13");
      await page.getByRole("button", { name: "Save what it needs" }).click();
      await seen(page.getByText("No more than there are"));
    },
  },
  {
    name: "production-none",
    path: (server) => productionPath(server, "Webinar repurposing"),
    as: "viewer",
    ready: (page: Page) =>
      page.getByRole("heading", { name: "What it needs in production is not recorded yet" }),
  },
];
