import type { Page } from "playwright-core";
import { examples } from "@liftledger/contracts/examples";
import type { Client } from "@liftledger/contracts/client";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import type { Station } from "../station.ts";

const periodsPage = {
  path: "/demo/periods",
  ready: (page: Page) => page.getByRole("button", { name: /^Reopen / }).first(),
};
const approvalsPage = {
  path: "/demo/approvals",
  ready: (page: Page) => page.getByRole("button", { name: /^Freeze it: / }).first(),
};

const guarded = "Guarded replies";

/** What waits in the own organisation: an initiative at its gate, whose guardrails another scope has reopened. */
async function decisions(server: Server): Promise<string> {
  const client = clientOn(server, "default");
  const { rows } = await client.call("listInitiatives", { query: {} });
  if (!rows.some(({ name }) => name === guarded)) await makeGuarded(client);
  return "/default/approvals";
}

async function makeGuarded(client: Client): Promise<void> {
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: guarded,
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2099-12-31" },
      owner: "Ada",
      team: "Service",
      useCasePattern: "other",
      phase: "foundation",
      startedOn: "2026-01-05",
      status: "active",
    },
  });
  const params = { initiativeId };
  const workflow = SetWorkflow.parse(examples.setWorkflow.body);
  await client.call("setWorkflow", { params, body: workflow });
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  await client.call("setProductionFacts", { params, body: facts });
  const scope = "Answers to questions about an order that was paid. Not: complaints.";
  await client.call("setWorkflow", { params, body: { ...workflow, version: 1, scope } });
  const asked = {
    decision: "hold" as const,
    reason: "Wait until the guardrails are approved",
    overrides: [],
  };
  await client.call("openGateReview", { params, body: asked });
}

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
    name: "approvals-decisions",
    path: decisions,
    ready: (page) => page.getByRole("link", { name: `Read it: Gate of ${guarded} into Pilots: hold` }),
    open: (page) =>
      seen(page.getByRole("link", { name: `Read it: Guardrails of ${guarded} for its changed scope` })),
  },
  {
    name: "approvals-none",
    path: "/default/approvals?mine=true",
    ready: (page) => page.getByRole("heading", { level: 1, name: "Nothing waits for your approval" }),
  },
];
