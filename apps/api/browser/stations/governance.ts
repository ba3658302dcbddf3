import { addDays } from "@liftledger/kpis/iso-date";
import type { Page } from "playwright-core";
import { gone, seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

/** A page of an initiative of the demo: of the one that has been judged unless another is named. */
const placeOf =
  (place: string, name = judgedInitiative) =>
  async (server: Server) =>
    `/demo/initiatives/${await initiativeNamed(server, name)}/${place}`;

async function initiativeNamed(server: Server, wanted: string): Promise<string> {
  const { rows } = await clientOn(server, "demo").call("listInitiatives", { query: {} });
  return rows.find(({ name }) => name === wanted)?.initiativeId ?? wanted;
}

/** The roadmap of an initiative, made where there is none: two weeks of it have gone by. */
async function roadmapPath(server: Server): Promise<string> {
  const client = clientOn(server, "demo");
  const params = { initiativeId: await initiativeNamed(server, "Lead-routing classifier") };
  const { tasks, day } = await client.call("getRoadmap", { params, query: {} });
  if (tasks.length === 0) await client.call("planRoadmap", { params, body: { startsOn: addDays(day, -25) } });
  return `/demo/initiatives/${params.initiativeId}/roadmap`;
}

/** How initiatives are led from pilot to production. */
export const governanceStations: readonly Station[] = [
  {
    name: "governance",
    path: "/demo/governance",
    ready: (page: Page) => page.getByRole("heading", { name: /^(More|Fewer|Too few) / }),
    async open(page) {
      // Each number in the title leads to as many rows.
      const leadsTo = async (name: RegExp, address: (url: URL) => boolean) => {
        const link = page.getByRole("link", { name });
        const count = Number(await link.textContent());
        await link.click();
        await page.waitForURL(address);
        // The address is there before the rows are drawn anew.
        const rows = page.locator("table").first().locator("tbody tr");
        await seen(rows.nth(count - 1));
        await gone(rows.nth(count));
      };
      await leadsTo(/, show what is held up$/, ({ search }) => search.includes("stuck=true"));
      await leadsTo(/, show all under way$/, ({ search }) => !search.includes("stuck"));
    },
  },
  {
    name: "findings",
    path: placeOf("findings", "Lead-routing classifier"),
    ready: (page: Page) => page.getByRole("heading", { name: "What is not known" }),
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
      await page.getByLabel("Kind of evidence 2").selectOption("object");
      await page.getByRole("button", { name: "Save the answer" }).click();
      await seen(page.getByText("Write it as https://example.com/page"));
    },
  },
  {
    name: "roadmap-empty",
    path: placeOf("roadmap", "Localisation engine"),
    ready: (page: Page) => page.getByRole("button", { name: "Make the roadmap" }),
  },
  {
    name: "roadmap",
    path: roadmapPath,
    ready: (page: Page) => page.getByRole("heading", { name: "Workflows", exact: true }),
    async open(page) {
      const bar = page.getByRole("button", { name: /^Move Map the workflow/ });
      await bar.focus();
      await bar.press("PageDown");
      await seen(page.getByText(/Enter keeps it/));
    },
  },
  {
    name: "roadmap-forms",
    path: roadmapPath,
    ready: (page: Page) => page.getByRole("heading", { name: "Workflows", exact: true }),
    async open(page) {
      await page.getByRole("button", { name: /^Change: State the outcome/ }).click();
      await page.getByRole("button", { name: /^Close: Write the business case/ }).click();
      await page.getByRole("button", { name: "Close the task" }).click();
      await seen(page.getByText("Say what shows it", { exact: true }));
      await page.getByRole("button", { name: /^Take off: Map the workflow/ }).click();
      await page.getByRole("button", { name: "Add a task" }).click();
      await page.getByRole("button", { name: "Add the task" }).click();
      await seen(page.getByText("Say what is to be done", { exact: true }));
    },
  },
  {
    name: "gate",
    path: placeOf("gate"),
    ready: (page: Page) => page.getByRole("heading", { name: "What the gate asks" }),
  },
  {
    name: "gate-waiting",
    path: placeOf("gate", "Service chat assistant"),
    ready: (page: Page) => page.getByText(/^It cannot be signed yet: /),
  },
  {
    name: "gate-request",
    path: placeOf("gate"),
    ready: (page: Page) => page.getByRole("heading", { name: "What the gate asks" }),
    async open(page) {
      await page.getByRole("button", { name: "Ask for a decision" }).click();
      await page
        .getByRole("checkbox", { name: /^Let it pass/ })
        .first()
        .check();
      await page.getByRole("button", { name: "Ask for the decision" }).click();
      await seen(page.getByText("Say why it may pass"));
    },
  },
  {
    name: "kill-rule",
    path: placeOf("gate"),
    ready: (page: Page) => page.getByRole("heading", { name: "What would end it" }),
    async open(page) {
      await page.getByRole("button", { name: "Declare a rule" }).click();
      await page.getByRole("button", { name: "Declare it" }).click();
      await seen(page.getByText("Say the limit"));
    },
  },
  {
    name: "gate-rules",
    path: "/demo/gate-rules",
    ready: (page: Page) => page.getByRole("heading", { name: "The rules every organisation begins with" }),
  },
];
