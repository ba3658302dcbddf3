import type { Page } from "playwright-core";
import type { Station } from "../station.ts";

/** The own organisation before there is anything in it: each page says what to do next. */
export const emptyStations: readonly Station[] = [
  {
    name: "portfolio-empty",
    path: "/default/portfolio",
    ready: (page: Page) => page.getByRole("link", { name: "State an outcome" }),
  },
  {
    name: "log-empty",
    path: "/default/log",
    ready: (page: Page) => page.getByText(/^There is nothing to log for this period yet/),
  },
  {
    name: "cases-empty",
    path: "/default/cases",
    ready: (page: Page) => page.getByText(/^There is no business case yet/),
  },
  {
    name: "governance-empty",
    path: "/default/governance",
    ready: (page: Page) => page.getByText(/^What holds an initiative up is looked for every day/),
  },
].map((station): Station => ({ ...station, isOfNothing: true }));
