import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

/** A page of the demo's initiative that has been judged. */
const placeOf = (place: string) => async (server: Server) => {
  const client = clientOn(server, "demo");
  const { rows } = await client.call("listInitiatives", { query: {} });
  const found = rows.find(({ name }) => name === judgedInitiative);
  return `/demo/initiatives/${found?.initiativeId ?? judgedInitiative}/${place}`;
};

/** How initiatives are led from pilot to production. */
export const governanceStations: readonly Station[] = [
  {
    name: "governance",
    path: "/demo/governance",
    ready: (page: Page) => page.getByRole("link", { name: judgedInitiative }),
  },
  {
    name: "readiness",
    path: placeOf("readiness"),
    ready: (page: Page) => page.getByRole("heading", { name: "Strategy", exact: true }),
  },
  {
    name: "readiness-answer",
    path: placeOf("readiness"),
    ready: (page: Page) => page.getByRole("heading", { name: "Strategy", exact: true }),
    async open(page) {
      await page.getByRole("button", { name: /^Answer: Is the workflow/ }).click();
      await page.getByLabel("Score").selectOption("3");
      await page.getByLabel("Address of link 1").fill("a map");
      await page.getByRole("button", { name: "Add evidence" }).click();
      await page.getByLabel("Kind of evidence 2").selectOption("In Liftledger");
      await page.getByRole("button", { name: "Save the answer" }).click();
      await seen(page.getByText("Write it as https://example.com/page"));
    },
  },
];
