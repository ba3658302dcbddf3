import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

const kpisPage = {
  path: "/demo/kpis",
  ready: (page: Page) => page.getByRole("link", { name: "Conversion rate", exact: true }),
};
const kpiPage = {
  path: "/demo/kpis/conversion-rate",
  ready: (page: Page) => page.getByRole("heading", { name: "Definition" }),
};

/** The KPI catalogue. */
export const kpisStations: readonly Station[] = [
  { name: "kpis", ...kpisPage },
  {
    name: "kpi",
    ...kpiPage,
    async open(page) {
      // Each series is asked for once it is seen.
      for (const scope of ["Blog", "Landing pages", "Web shop"]) {
        const heading = page.getByRole("heading", { name: new RegExp(`^${scope}`) });
        // The heading that waits gives way to the finding, maybe while it is scrolled to.
        await heading.scrollIntoViewIfNeeded().catch(() => undefined);
        const found = page.getByRole("heading", { name: new RegExp(`^${scope}: `) });
        await found.scrollIntoViewIfNeeded();
      }
    },
  },
  {
    name: "kpi-unmeasured",
    path: "/demo/kpis/model-precision",
    ready: (page) => page.getByText("Nobody logs it yet"),
  },
  {
    name: "kpi-change",
    ...kpiPage,
    async open(page) {
      await page.getByRole("button", { name: "Change the definition" }).click();
      await seen(page.getByRole("button", { name: "Make version 2" }));
    },
    isOverlay: true,
  },
  {
    name: "kpi-new",
    ...kpisPage,
    async open(page) {
      await page.getByRole("button", { name: "Add a KPI", exact: true }).click();
      await seen(page.getByRole("dialog", { name: "Add a KPI of your own" }));
    },
    isOverlay: true,
  },
  {
    name: "value-pools-none",
    path: "/default/value-pools",
    ready: (page) => page.getByText("No numbers share money yet"),
  },
  {
    name: "value-pools-adding",
    path: "/demo/value-pools",
    ready: (page) => page.getByText("Income of the web shop"),
    async open(page) {
      await page.getByRole("button", { name: "Add shared money" }).click();
      await page.getByRole("combobox", { name: "Single series" }).click();
      await page.getByRole("option", { name: /^Conversion rate, Blog/ }).click();
      await page.keyboard.press("Escape");
      await seen(page.getByLabel("Part of the money that Conversion rate, Blog is"));
    },
  },
];
