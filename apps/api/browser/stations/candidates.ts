import type { Client } from "@liftledger/contracts/client";
import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

const idea = "Next best offer";

/** Ideas of the own organisation, one of them estimated and one not, beside a pilot of the same team. */
const candidates = async (server: Server) => {
  await makeIdeas(clientOn(server, "default"));
  return "/default/candidates";
};
const ideaIsThere = (page: Page) => page.getByRole("link", { name: idea });

/** Candidates, what was learned, who answers for what, and how work is split. */
export const candidatesStations: readonly Station[] = [
  { name: "candidates", path: candidates, ready: ideaIsThere },
  {
    name: "candidates-estimate",
    path: candidates,
    ready: ideaIsThere,
    async open(page) {
      await page.getByRole("button", { name: `Estimate ${idea}` }).click();
      await page.getByLabel("Effort, in weeks of one person").fill("soon");
      await page.getByRole("button", { name: "Save the estimate" }).click();
      await seen(page.getByText(/“soon” is not a number/));
    },
    isOverlay: true,
  },
  {
    name: "candidates-start",
    path: candidates,
    ready: ideaIsThere,
    async open(page) {
      await page.getByRole("button", { name: `Take it up: ${idea}` }).click();
      await seen(page.getByRole("dialog").getByText(/Growth runs 2 pilots/));
    },
    isOverlay: true,
  },
  {
    name: "idea-new",
    path: "/demo/new?as=candidate",
    ready: (page) => page.getByRole("button", { name: "Enter the idea" }),
    async open(page) {
      await page.getByRole("combobox", { name: "KPI", exact: true }).fill("containment");
      await page.getByRole("option", { name: "Chat containment" }).click();
      await seen(page.getByRole("heading", { name: /^Learned before on/ }));
    },
  },
  {
    name: "learnings",
    path: "/demo/learnings",
    ready: (page) => page.getByRole("link", { name: "Service chat assistant" }),
    async open(page) {
      await page.getByRole("button", { name: "Change what was learned of Service chat assistant" }).click();
      await page.getByLabel("What happened").fill("");
      await page.getByRole("button", { name: "Save what was learned" }).click();
      await seen(page.getByText("Say what happened"));
    },
  },
  {
    name: "learnings-found",
    path: "/demo/learnings?q=WEEKENDS",
    ready: (page) => page.getByRole("link", { name: "Service chat assistant" }),
  },
  {
    name: "responsibility",
    async path(server) {
      const { rows } = await clientOn(server, "demo").call("listInitiatives", { query: {} });
      const found = rows.find(({ name }) => name === judgedInitiative)?.initiativeId ?? judgedInitiative;
      return `/demo/initiatives/${found}/responsibility`;
    },
    ready: (page) => page.getByRole("heading", { name: "What the EU AI Act may ask" }),
    async open(page) {
      await page.getByLabel("Last bias audit on").fill("2026-05-18");
      await page.getByRole("button", { name: "Add somebody" }).click();
      await page.getByRole("button", { name: "Save the register" }).click();
      await seen(page.getByText("Say what was found"));
    },
  },
  {
    name: "work-split",
    path: "/demo/work-split",
    ready: (page) => page.getByRole("button", { name: "Send my hours" }),
    async open(page) {
      await page.getByLabel("Mechanical hours").fill("26");
      await page.getByRole("button", { name: "Send my hours" }).click();
      await seen(page.getByText("Say how many; 0 is a number too"));
    },
  },
];

async function makeIdeas(client: Client): Promise<void> {
  const { rows } = await client.call("listCandidates", { query: {} });
  if (rows.some(({ name }) => name === idea)) return;
  const outcome = { kpiKey: "conversion-rate", change: "increase" as const, percent: "15", by: "2099-12-31" };
  const like = { outcome, owner: "Ada", team: "Growth", useCasePattern: "predictive-lead-scoring" };
  const begun = { ...like, startedOn: "2026-01-05" };
  await client.call("createInitiative", { body: { ...begun, name: "Lead scoring", phase: "pilots" } });
  const waiting = { ...begun, phase: "foundation" as const, status: "candidate" as const };
  await client.call("createInitiative", { body: { ...waiting, name: "Agents for everything" } });
  const { initiativeId } = await client.call("createInitiative", { body: { ...waiting, name: idea } });
  const statedValue = { amount: "48000", source: "Offer of the vendor, March" };
  await client.call("setCandidateEstimate", {
    params: { initiativeId },
    body: { version: 0, effortWeeks: "8", statedValue, seriesId: null, unitWorth: null },
  });
}
