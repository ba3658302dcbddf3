import { businessCaseExamples, examplePlan } from "@liftledger/contracts/business-case-examples";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { Client } from "@liftledger/contracts/client";
import type { Page } from "playwright-core";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

const casePage = {
  async path(server: Server) {
    return `/demo/cases/${await demoCase(clientOn(server, "demo"))}`;
  },
  ready: (page: Page) => page.getByRole("heading", { name: "Benefits", exact: true }),
};

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
  { name: "case", ...casePage },
];

/** A business case of the demo, by its id; made where it is not there yet. */
async function demoCase(client: Client): Promise<string> {
  const { name } = businessCaseExamples.createCase.body;
  const { rows } = await client.call("listCases", { query: {} });
  const found = rows.find((one) => one.name === name);
  if (found !== undefined) return found.caseId;
  const initiatives = await client.call("listInitiatives", { query: {} });
  const initiativeId =
    initiatives.rows.find((one) => one.name === judgedInitiative)?.initiativeId ?? judgedInitiative;
  const body = { initiativeId, name, plan: NewCasePlan.parse(examplePlan) };
  return (await client.call("createCase", { body })).caseId;
}
