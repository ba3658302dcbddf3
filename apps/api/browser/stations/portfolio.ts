import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { judgedInitiative, type Station } from "../station.ts";

const portfolio = {
  path: "/demo/portfolio",
  ready: (page: Page) => page.getByRole("link", { name: judgedInitiative }).first(),
};
const boardPage = {
  path: "/demo/board",
  ready: (page: Page) => page.getByRole("heading", { name: /^\d+ initiatives need a decision$/ }),
};

/** The portfolio, what opens on it, and its view for a board. */
export const portfolioStations: readonly Station[] = [
  { name: "portfolio", ...portfolio },
  {
    name: "portfolio-grouped",
    path: "/demo/portfolio?group=status&sort=roi&descending=true",
    ready: portfolio.ready,
    async open(page) {
      await page.getByRole("heading", { name: "Initiatives", exact: true }).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 4000);
      await seen(page.getByRole("heading", { name: /^(More|Fewer|Too few) / }));
    },
  },
  {
    name: "portfolio-basis",
    ...portfolio,
    only: "wide",
    async open(page) {
      await page
        .getByRole("button", { name: /Return on investment.*Explain$/ })
        .first()
        .focus();
      await seen(page.getByRole("tooltip").getByText(/^Net of cost, since the first spend/i));
    },
  },
  {
    name: "saved-views",
    path: "/demo/portfolio?group=team",
    ready: (page) => page.getByRole("button", { name: /^Views?/ }),
    async open(page) {
      await page.getByRole("button", { name: /^Views?/ }).click();
      await page.getByRole("button", { name: "Save the view" }).click();
      await seen(page.getByText("Give it a name"));
    },
    isOverlay: true,
  },
  {
    name: "explain",
    ...portfolio,
    async open(page) {
      await page
        .getByRole("button", { name: /Return on investment.*Explain$/ })
        .first()
        .click();
      const inputs = page.getByRole("dialog").getByRole("button", { expanded: false });
      await inputs.first().click();
      await inputs.first().click();
    },
    isOverlay: true,
  },
  {
    name: "portfolio-note",
    ...portfolio,
    async open(page) {
      await page.getByRole("button", { name: /^Note what happened at a point: / }).click();
      await page.keyboard.press("Home");
      await page.getByRole("button", { name: /^Note what happened here: / }).click();
      await page.getByRole("button", { name: "Add the note" }).click();
      await seen(page.getByText("Choose what it is about"));
    },
    isOverlay: true,
  },
  { name: "board", ...boardPage },
];
