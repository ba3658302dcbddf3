import type { Page } from "playwright-core";
import type { Station } from "../station.ts";
import { clientOn, type Server } from "../start-server.ts";
import { seen } from "../seen.ts";

/** A business case of the demo, by how its name begins, with a part of it open. */
const caseOf = (name: string, search: string) => async (server: Server) => {
  const { rows } = await clientOn(server, "demo").call("listCases", { query: {} });
  return `/demo/cases/${rows.find((row) => row.name.startsWith(name))?.caseId}?${search}`;
};

const results = {
  path: caseOf("Personalised checkout", "tab=results"),
  ready: (page: Page) => page.getByRole("heading", { name: "Scenarios side by side" }),
};

/** What a business case comes to, and where it is decided. */
export const caseResultStations: readonly Station[] = [
  {
    name: "case-results",
    ...results,
    async open(page) {
      await page.getByRole("heading", { name: "What comes and goes" }).scrollIntoViewIfNeeded();
      await seen(page.getByRole("heading", { name: /^It (loses|lost) money in / }));
      await page.getByRole("button", { name: /^Table: .* decides/ }).click();
    },
  },
  {
    name: "case-figure",
    ...results,
    async open(page) {
      await page.getByRole("button", { name: /Net return of Base\. Explain$/ }).click();
      const drawer = page.getByRole("dialog", { name: "Explain: Net return" });
      await drawer.getByRole("button", { name: /^Costs/ }).click();
      await seen(drawer.getByRole("button", { name: /^Licences/ }));
    },
    isOverlay: true,
  },
  {
    name: "case-actual",
    path: caseOf("Personalised checkout", "tab=actual"),
    ready: (page) => page.getByRole("heading", { name: /^To date it came to .* than planned$/ }),
    async open(page) {
      await page.getByRole("button", { name: /^Table: What came with/ }).click();
      await seen(page.getByRole("heading", { name: "Month by month" }));
    },
  },
  {
    name: "case-approval",
    path: caseOf("Chat assistant", "tab=approval"),
    ready: (page) => page.getByRole("button", { name: "Sign it" }),
    async open(page) {
      await seen(page.getByText(/^Is that the price for 60 seats/));
      await page.getByRole("button", { name: "Answer what is said of Licences" }).click();
      await page.getByRole("button", { name: "Return it" }).click();
      await seen(page.getByText("Say what you ask of it", { exact: true }));
    },
  },
];
