import type { Client } from "@liftledger/contracts/client";
import { seen } from "../seen.ts";
import { clientOn } from "../start-server.ts";
import type { Station } from "../station.ts";

const reason = "Counted elsewhere now";

/** What is retired, taken back or renamed, each on the own organisation, which is given it first. */
export const retirementStations: readonly Station[] = [
  {
    name: "kpi-retire",
    path: "/demo/kpis/model-precision",
    ready: (page) => page.getByRole("button", { name: "Retire Model precision" }),
    async open(page) {
      await page.getByRole("button", { name: "Retire Model precision" }).click();
      await seen(page.getByRole("dialog", { name: "Retire Model precision" }).getByLabel("Why"));
    },
    isOverlay: true,
  },
  {
    name: "kpi-retired",
    async path(server) {
      await retireKpi(clientOn(server, "default"), "churn-rate", "Old shop");
      return "/default/kpis/churn-rate";
    },
    ready: (page) => page.getByRole("button", { name: "Restore Churn rate", exact: true }),
    async open(page) {
      await page.getByRole("switch", { name: "Show retired (1)" }).click();
      await seen(page.getByRole("button", { name: "Restore Churn rate, Old shop" }));
    },
  },
  {
    name: "rates-taken-back",
    async path(server) {
      await takeRateBack(clientOn(server, "default"));
      return "/default/rates";
    },
    ready: (page) => page.getByRole("button", { name: /^Take back the rate of USD/ }).first(),
    async open(page) {
      await page.getByRole("switch", { name: "Show what was taken back (1)" }).click();
      await seen(page.getByRole("region", { name: "Rates that were taken back" }));
    },
  },
  {
    name: "shared-costs-retired",
    async path(server) {
      await makeSharedCosts(clientOn(server, "default"));
      return "/default/shared-costs";
    },
    ready: (page) => page.getByRole("button", { name: "Rename Platform licence" }),
    async open(page) {
      await page.getByRole("button", { name: "Rename Platform licence" }).click();
      await page.getByRole("switch", { name: "Show retired (1)" }).click();
      await seen(page.getByRole("button", { name: "Restore Fax line" }));
    },
  },
  {
    name: "mappings",
    async path(server) {
      await makeMappings(clientOn(server, "default"));
      return "/default/import";
    },
    ready: (page) => page.getByRole("heading", { name: "Remembered mappings" }),
    async open(page) {
      await page.getByRole("switch", { name: "Show retired (1)" }).click();
      await seen(page.getByRole("button", { name: "Restore Old shop system" }));
    },
  },
  {
    name: "teams",
    async path(server) {
      await makeTeams(clientOn(server, "default"));
      return "/default/people";
    },
    ready: (page) => page.getByRole("button", { name: "Rename Town" }),
    async open(page) {
      await page.getByRole("button", { name: "Rename Town" }).click();
      await page.getByRole("switch", { name: "Show retired (1)" }).click();
      await seen(page.getByRole("button", { name: "Restore Fax desk" }));
    },
  },
];

async function retireKpi(client: Client, kpiKey: string, scope: string): Promise<void> {
  const { rows } = await client.call("listKpis", { query: { retired: "true" } });
  if (rows.some(({ key }) => key === kpiKey)) return;
  const { seriesId } = await client.call("createSeries", { body: { kpiKey, scope } });
  await client.call("retireSeries", { params: { seriesId }, body: { version: 1, reason } });
  await client.call("retireKpi", { params: { kpiKey }, body: { version: 1, reason } });
}

async function takeRateBack(client: Client): Promise<void> {
  const { rows } = await client.call("listExchangeRates", { query: { retracted: "true" } });
  if (rows.length > 0) return;
  const rate = { from: "USD", date: "2026-05-29", source: "central bank" };
  for (const value of ["0.92", "9.2"])
    await client.call("addExchangeRates", { body: { rates: [{ ...rate, rate: value }] } });
  const body = { from: "USD", date: "2026-05-29", revision: 2, reason: "A slip of the comma" };
  await client.call("retractExchangeRate", { body });
}

async function makeSharedCosts(client: Client): Promise<void> {
  const { rows } = await client.call("listCostPools", { query: {} });
  if (rows.length > 0) return;
  const pool = { category: "licences", driver: "equal", unit: "users" } as const;
  await client.call("createCostPool", { body: { name: "Platform licence", ...pool } });
  const { costPoolId } = await client.call("createCostPool", { body: { name: "Fax line", ...pool } });
  await client.call("retireCostPool", { params: { costPoolId }, body: { version: 1, reason } });
}

async function makeMappings(client: Client): Promise<void> {
  const { rows } = await client.call("listImportRecipes", { query: { retired: "true" } });
  if (rows.length > 0) return;
  const sum = (column: string) => ({ kind: "sum" as const, columns: [column] });
  const recipe = {
    source: "shop system",
    dateColumn: "Date",
    dateFormat: "yyyy-MM-dd" as const,
    period: "week" as const,
    scope: "Web shop",
    measures: [{ kpi: "conversion-rate", numerator: sum("Sales"), denominator: sum("Views") }],
  };
  await client.call("saveImportRecipe", { body: { ...recipe, name: "New shop system" } });
  const { recipeId } = await client.call("saveImportRecipe", {
    body: { ...recipe, name: "Old shop system" },
  });
  await client.call("retireImportRecipe", { params: { recipeId }, body: { version: 1, reason } });
}

async function makeTeams(client: Client): Promise<void> {
  const { rows } = await client.call("listTeams", { query: {} });
  if (rows.some(({ name }) => name === "Town")) return;
  await client.call("createTeam", { body: { name: "Town" } });
  const { teamId } = await client.call("createTeam", { body: { name: "Fax desk" } });
  await client.call("retireTeam", { params: { teamId }, body: { version: 1, reason } });
}
