import { addPeriods, periodOf } from "@liftledger/kpis/period";
import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import type { Station } from "../station.ts";

const weeksAgo = (weeks: number) =>
  addPeriods(periodOf(new Date().toISOString().slice(0, 10), "week"), -weeks);

const logPage = { path: "/demo/log", ready: (page: Page) => page.getByRole("button", { name: "Save week" }) };
const sourcesPage = {
  path: "/demo/sources",
  ready: (page: Page) => page.getByRole("button", { name: /^Whose numbers count/ }).first(),
};

/** Where numbers are logged, and whose count. */
export const logStations: readonly Station[] = [
  { name: "log", ...logPage },
  {
    name: "log-fault",
    ...logPage,
    async open(page) {
      await page.locator("[data-cell='0-numerator']").fill("twelve");
      await page.getByRole("button", { name: "Save week" }).click();
      await seen(page.locator("[data-cell='0-numerator'][aria-invalid=true]"));
    },
  },
  { name: "year", path: "/demo/log/year?rows=2", ready: (page) => page.locator("[data-cell='0-0']") },
  {
    name: "year-fault",
    path: "/demo/log/year?year=2009&rows=1",
    ready: (page) => page.locator("[data-cell='0-0']"),
    async open(page) {
      await page.locator("[data-cell='0-0']").fill("twelve");
      await page.getByRole("button", { name: "Save the year" }).click();
      await seen(page.getByText(/“twelve” is not a number\. Mend the marked cell/));
    },
  },
  {
    name: "log-new-series",
    ...logPage,
    async open(page) {
      await page.getByRole("button", { name: "Add a KPI to log" }).click();
      await seen(page.getByRole("dialog"));
    },
    isOverlay: true,
  },
  {
    name: "log-take-back",
    ...logPage,
    // The week that is due may have nothing to take back yet.
    path: () => Promise.resolve(`/demo/log?period=${weeksAgo(3)}`),
    async open(page) {
      await page
        .getByRole("button", { name: /^Take back / })
        .first()
        .click();
      await seen(page.getByRole("dialog").getByLabel("Why"));
    },
    isOverlay: true,
  },
  {
    name: "log-closed",
    ready: (page) => page.getByText(/ closed: nothing in (it|them) changes until finance/),
    path: async (server) => `/demo/log?period=${await closedMonth(server)}`,
    async open(page) {
      await seen(page.locator("[data-cell='0-numerator'][readonly]"));
    },
  },
  { name: "sources", ...sourcesPage },
  {
    name: "sources-choose",
    ...sourcesPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Whose numbers count/ })
        .first()
        .click();
      await seen(page.getByRole("dialog", { name: /^Whose numbers count/ }));
    },
    isOverlay: true,
  },
];

/** The latest month of the demo that finance has closed. */
async function closedMonth(server: Server): Promise<string> {
  const { rows } = await clientOn(server, "demo").call("listPeriods", { query: {} });
  return rows.find(({ status }) => status === "closed")?.month ?? "none";
}
