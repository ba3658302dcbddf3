import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

const alertsPage = {
  path: "/demo/alerts",
  ready: (page: Page) => page.getByRole("listitem").filter({ hasText: "Since" }).first(),
};
const rulesPage = {
  path: "/default/alert-rules",
  ready: (page: Page) => page.getByText("Nothing was mailed or sent to a webhook yet."),
};

/** What people are told, by which rules and on which ways. */
export const alertStations: readonly Station[] = [
  {
    name: "alerts",
    ...alertsPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Put off: / })
        .first()
        .click();
      await page.getByRole("button", { name: "Put it off" }).click();
      await seen(page.getByText("Say why", { exact: true }));
    },
  },
  {
    name: "alerts-none",
    path: "/default/alerts?state=ended",
    ready: (page) => page.getByText("Nothing has ended yet."),
  },
  { name: "alert-rules", ...rulesPage },
  {
    name: "alert-rules-read",
    path: "/default/alert-rules",
    ready: (page) => page.getByText("An admin can change them, and sees what was sent."),
    as: "viewer",
  },
  {
    name: "webhook-new",
    ...rulesPage,
    async open(page) {
      await page.getByRole("button", { name: "Add a webhook" }).click();
      await page.getByRole("textbox", { name: "Name" }).fill("Growth channel");
      await page.getByRole("textbox", { name: "Address" }).fill("https://hooks.example/alerts");
      await seen(page.getByRole("button", { name: "Save the webhook" }).and(page.locator(":enabled")));
    },
    isOverlay: true,
  },
  {
    name: "digest-week",
    path: "/demo/digests",
    ready: (page) => page.getByRole("heading", { name: "KPIs against the week before" }),
  },
  {
    name: "digest-month",
    path: "/demo/digests?kind=monthly",
    ready: (page) => page.getByRole("heading", { name: "Money against the month before" }),
  },
];
