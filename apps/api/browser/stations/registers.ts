import type { Client } from "@liftledger/contracts/client";
import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { examples } from "@liftledger/contracts/examples";
import { ToolFields } from "@liftledger/contracts/tool";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

/** How work is done, which tools there are and which data: pages of the demo, which is given some first. */
export const registerStations: readonly Station[] = [
  {
    name: "workflow",
    path: (server) => workflowPath(server, judgedInitiative),
    ready: (page: Page) => page.getByRole("heading", { name: "With the initiative" }),
  },
  {
    name: "workflow-form",
    path: (server) => workflowPath(server, judgedInitiative),
    ready: (page: Page) => page.getByRole("button", { name: "Change the workflow" }),
    async open(page) {
      await page.getByRole("button", { name: "Change the workflow" }).click();
      await page.getByRole("button", { name: "Add a step: Before" }).click();
      await page.getByRole("button", { name: "Move step 2 up, Before" }).click();
      await page.getByRole("button", { name: "Save the workflow" }).click();
      await seen(page.getByText("Say what happens"));
    },
  },
  {
    name: "workflow-none",
    path: (server) => workflowPath(server, undefined),
    ready: (page: Page) => page.getByRole("button", { name: "Record how the work is done" }),
  },
  {
    name: "tools",
    path: (server) => registerPath(server, "tools"),
    ready: (page: Page) => page.getByRole("heading", { name: /^Tools crowd/ }),
  },
  {
    name: "tools-form",
    path: (server) => registerPath(server, "tools"),
    ready: (page: Page) => page.getByRole("button", { name: "Change Lead scorer" }),
    async open(page) {
      await page.getByRole("button", { name: "Change Lead scorer" }).click();
      const dialog = page.getByRole("dialog", { name: "Change Lead scorer" });
      await dialog.getByRole("button", { name: "Add an initiative" }).click();
      await dialog.getByRole("button", { name: "Save the tool" }).click();
      await seen(dialog.getByText("Say what for"));
    },
    isOverlay: true,
  },
  {
    name: "tools-versions",
    path: (server) => registerPath(server, "tools"),
    ready: (page: Page) => page.getByRole("button", { name: "Versions of Lead scorer" }),
    async open(page) {
      await page.getByRole("button", { name: "Versions of Lead scorer" }).click();
      await seen(page.getByRole("dialog").getByText("The first that was recorded"));
    },
    isOverlay: true,
  },
  {
    name: "data",
    path: (server) => registerPath(server, "data"),
    ready: (page: Page) => page.getByRole("button", { name: "Change Leads of the web shop" }),
  },
  {
    name: "data-form",
    path: (server) => registerPath(server, "data"),
    ready: (page: Page) => page.getByRole("button", { name: "Enter data" }),
    async open(page) {
      await page.getByRole("button", { name: "Enter data" }).click();
      const dialog = page.getByRole("dialog", { name: "Enter data" });
      await dialog.getByLabel("Need cleansing").selectOption("yes");
      await dialog.getByRole("button", { name: "Save the data" }).click();
      await seen(dialog.getByText("Say where they live"));
    },
    isOverlay: true,
  },
];

const initiativesOf = async (client: Client) =>
  (await client.call("listInitiatives", { query: {} })).rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The workflow of an initiative by name, which is recorded first; of another one, where nothing is recorded. */
async function workflowPath(server: Server, name: string | undefined): Promise<string> {
  const client = clientOn(server, "demo");
  const rows = await initiativesOf(client);
  const found = rows.find((one) => (name === undefined ? one.name !== judgedInitiative : one.name === name));
  const initiativeId = found?.initiativeId ?? "";
  const params = { initiativeId };
  if (name !== undefined && (await client.call("getWorkflow", { params, query: {} })).version === 0)
    await client.call("setWorkflow", { params, body: SetWorkflow.parse(examples.setWorkflow.body) });
  return `/demo/initiatives/${initiativeId}/workflow`;
}

/** Beside the tools of the demo two of two vendors for one use case, and data that are not ready. */
async function registerPath(server: Server, page: string): Promise<string> {
  const client = clientOn(server, "demo");
  const rows = await initiativesOf(client);
  const [one, other] = ["Lead-routing classifier", "Checkout personalisation"].map((name) =>
    rows.find((row) => row.name === name),
  );
  const known = await client.call("listTools", { query: {} });
  const isThere = known.rows.some(({ name }) => name === "Lead scorer");
  if (!isThere && one !== undefined && other !== undefined) {
    const useCase = "Predictive lead scoring";
    const lines = await client.call("listCostLines", {
      params: { initiativeId: one.initiativeId },
      query: {},
    });
    const first = { uses: [{ initiativeId: one.initiativeId, useCase, systems: ["CRM", "Web shop"] }] };
    const costLineIds = lines.rows.map(({ costLineId }) => costLineId);
    const tool = examples.createTool.body as object;
    await client.call("createTool", { body: ToolFields.parse({ ...tool, ...first, costLineIds }) });
    const uses = [{ initiativeId: other.initiativeId, useCase, systems: ["CRM"] }];
    const second = { name: "Ranker", vendor: "Ranker Ltd", integration: "standalone", preVetted: null, uses };
    await client.call("createTool", { body: ToolFields.parse({ ...tool, ...second, note: "" }) });
    const users = { seriesIds: [], initiativeIds: [one.initiativeId] };
    const data = { ...(examples.createDataAsset.body as object), ...users };
    await client.call("createDataAsset", { body: DataAssetFields.parse(data) });
  }
  return `/demo/${page}`;
}
