import type { Client } from "@liftledger/contracts/client";
import type { Page } from "playwright-core";
import { demoCase } from "../demo-case.ts";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import type { Station } from "../station.ts";

/** The case that somebody else saves while one writes it, by whoever went there last. */
let contested: { client: Client; caseId: string };

/** Business cases, on one that the demo is given first. */
export const casesStations: readonly Station[] = [
  {
    name: "cases",
    async path(server) {
      await demoCase(clientOn(server, "demo"));
      return "/demo/cases";
    },
    ready: (page) => page.getByRole("link", { name: "Scored leads, three years" }).first(),
  },
  {
    name: "case",
    path: async (server: Server) => `/demo/cases/${await demoCase(clientOn(server, "demo"))}`,
    ready: (page: Page) => page.getByRole("heading", { name: "Benefits", exact: true }),
    async open(page) {
      await page.getByRole("button", { name: /^Licences/ }).click();
      await page.getByLabel("How sure it is").last().selectOption("triangular");
      await page.getByRole("button", { name: "Add two lines that move together" }).click();
      await seen(page.getByLabel("Why they go together"));
      await page.getByRole("button", { name: "State rates for borrowing and for gains put aside" }).click();
      await seen(page.getByLabel("Gains put aside earn a year"));
      await page.getByRole("button", { name: "Over time: Amount" }).click();
      await page.getByLabel("Amount, Licences, Year 2").fill("twelve");
      await seen(page.getByRole("button", { name: /“twelve” is not a number/ }));
    },
  },
  {
    name: "case-conflict",
    async path(server) {
      contested = { client: clientOn(server, "demo"), caseId: "" };
      contested.caseId = await demoCase(contested.client, "A plan that two people write");
      return `/demo/cases/${contested.caseId}`;
    },
    ready: (page) => page.getByRole("heading", { name: "Benefits", exact: true }),
    async open(page) {
      await page.getByLabel("Whose rate it is").fill("The treasury");
      await page.getByText("Not saved yet: kept in this browser.").waitFor();
      const { client, caseId } = contested;
      const params = { caseId, number: 1 };
      const { version, plan } = await client.call("getCaseVersion", { params });
      const horizon = plan.horizon === 4 ? 5 : 4;
      await client.call("changeCaseVersion", { params, body: { version, plan: { ...plan, horizon } } });
      // What was typed is kept in the browser, and is found to be of an earlier state.
      await page.reload();
      await seen(page.getByText("Somebody else saved this plan since you began"));
    },
  },
  {
    name: "case-new",
    path: "/demo/cases/new",
    ready: (page) => page.getByRole("button", { name: "Begin the plan" }),
    async open(page) {
      await page.getByRole("button", { name: "Begin the plan" }).click();
      await seen(page.getByText("Say what it is called"));
    },
  },
  {
    name: "case-rules",
    path: "/demo/case-rules",
    ready: (page) => page.getByRole("button", { name: "Set the rules" }),
    async open(page) {
      await page.getByRole("button", { name: "Set the rules" }).click();
      await seen(page.getByText("Say who approved them"));
    },
  },
];
