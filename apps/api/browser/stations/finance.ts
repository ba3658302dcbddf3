import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

const periodsPage = {
  path: "/demo/periods",
  ready: (page: Page) => page.getByRole("button", { name: /^Reopen / }).first(),
};
const approvalsPage = {
  path: "/demo/approvals",
  ready: (page: Page) => page.getByRole("button", { name: /^Freeze it: / }).first(),
};

/** Periods, approvals and the audit log. */
export const financeStations: readonly Station[] = [
  {
    name: "audit",
    path: "/demo/audit?noun=benefit",
    ready: (page) => page.getByRole("button", { name: /^What changed: / }).first(),
    async open(page) {
      await page
        .getByRole("button", { name: /^What changed: / })
        .first()
        .click();
      await page.getByRole("button", { name: "Only this benefit" }).click();
      await seen(page.getByText("this benefit alone"));
      await page.getByRole("button", { name: "Verify the chain" }).click();
      await seen(page.getByText(/^The chain is whole: /));
    },
  },
  { name: "periods", ...periodsPage },
  {
    name: "period-close",
    ...periodsPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Close / })
        .first()
        .click();
      await seen(page.getByRole("dialog", { name: /^Close / }));
    },
    isOverlay: true,
  },
  {
    name: "period-reopen",
    ...periodsPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Reopen / })
        .first()
        .click();
      await page.getByRole("button", { name: "Reopen the month" }).click();
      await seen(page.getByText("Say why, in a few words"));
    },
    isOverlay: true,
  },
  { name: "approvals", ...approvalsPage },
  {
    name: "approvals-none",
    path: "/default/approvals?mine=true",
    ready: (page) => page.getByRole("heading", { level: 1, name: "Nothing waits for your approval" }),
  },
];
