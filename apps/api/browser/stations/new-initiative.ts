import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

export const newPage = {
  path: "/demo/new",
  ready: (page: Page) => page.getByRole("button", { name: "Create the initiative" }),
};

/** Where an initiative is stated. */
export const newInitiativeStations: readonly Station[] = [
  { name: "new", ...newPage },
  {
    name: "new-refused",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await seen(page.getByText("Choose a KPI", { exact: true }));
    },
  },
  {
    name: "new-list",
    ...newPage,
    async open(page) {
      await page.getByRole("combobox", { name: "KPI", exact: true }).click();
      await seen(page.getByRole("listbox"));
      // The entry the keys are on looks different from the others.
      await page.keyboard.press("ArrowDown");
    },
    isOverlay: true,
  },
];
