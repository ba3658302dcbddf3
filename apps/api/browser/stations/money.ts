import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

const unitValuesPage = {
  path: "/demo/unit-values",
  ready: (page: Page) => page.getByRole("button", { name: /^Propose another for / }).first(),
};

/** What things are worth and cost: rates, benchmarks, shared costs, unit values. */
export const moneyStations: readonly Station[] = [
  {
    name: "rates",
    path: "/demo/rates",
    ready: (page) => page.getByText("There is no rate yet"),
    async open(page) {
      await page.getByRole("button", { name: "Add the rate" }).click();
      await seen(page.getByText("Say who says so"));
    },
  },
  {
    name: "benchmarks",
    path: "/demo/benchmarks",
    ready: (page) => page.getByRole("heading", { name: "Published", exact: true }),
    async open(page) {
      await page.getByRole("button", { name: "Add benchmarks of your own" }).click();
      await page.getByRole("button", { name: "Add the benchmarks" }).click();
      await seen(page.getByText("Say where it comes from"));
    },
  },
  {
    name: "shared-costs",
    path: "/demo/shared-costs",
    ready: (page) => page.getByRole("rowheader").first(),
    async open(page) {
      await page.getByRole("button", { name: "Add a shared cost" }).click();
      await page.getByRole("button", { name: "Add the shared cost" }).click();
      await seen(page.getByText("Say what is counted"));
    },
  },
  { name: "unit-values", ...unitValuesPage },
  {
    name: "unit-value-propose",
    ...unitValuesPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Propose another for / })
        .first()
        .click();
      await seen(page.getByRole("dialog").getByLabel("Our share"));
    },
    isOverlay: true,
  },
];
