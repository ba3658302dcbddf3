import type { AuditLine } from "@liftledger/contracts/audit";
import { auditNouns } from "@liftledger/contracts/audit-nouns";
import type { Client } from "@liftledger/contracts/client";
import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import type { Context } from "@liftledger/use-cases/context";
import { expect, it } from "vitest";
import { alertPlays } from "./testing/alert-plays.ts";
import { clientOf, clientFor } from "./testing/audited-client.ts";
import { casePlays } from "./testing/case-plays.ts";
import { gatePlays } from "./testing/gate-plays.ts";
import { makeBenefit, initiativePlays } from "./testing/initiative-plays.ts";
import { measurePlays } from "./testing/measure-plays.ts";
import { moneyPlays } from "./testing/money-plays.ts";
import { organisationPlays } from "./testing/organisation-plays.ts";
import { peoplePlays } from "./testing/people-plays.ts";
import type { Play } from "./testing/play.ts";
import { registerPlays } from "./testing/register-plays.ts";
import { retirementPlays } from "./testing/retirement-plays.ts";
import { roadmapPlays } from "./testing/roadmap-plays.ts";
import { generatedFile } from "./testing/weekly-file.ts";
import { workSplitPlays } from "./testing/work-split-plays.ts";
import { workflowPlays } from "./testing/workflow-plays.ts";

/** Endpoints that take a body to look at and write nothing. */
const looksOnly = [
  "inspectFile",
  "readCaseSheet",
  "previewImport",
  "cancelImport",
  "readAccessLink",
] as const;

/** What a person does to their own account, with a password: `access/access.test.ts` looks for these entries. */
const ofAccounts = [
  "setUp",
  "signIn",
  "verifySecondFactor",
  "beginSingleSignOn",
  "finishSingleSignOn",
  "signOut",
  "acceptInvitation",
  "resetPassword",
  "changePassword",
  "startTwoFactor",
  "confirmTwoFactor",
  "stopTwoFactor",
  "makeRecoveryCodes",
] as const;

type Changing = Exclude<
  {
    [Name in EndpointName]: (typeof endpointPaths)[Name]["method"] extends "GET" ? never : Name;
  }[EndpointName],
  (typeof looksOnly)[number] | (typeof ofAccounts)[number]
>;

/** One play for each changing endpoint: an endpoint without one does not compile. */
const plays: Record<Changing, Play> = {
  ...alertPlays,
  ...casePlays,
  ...gatePlays,
  ...initiativePlays,
  ...measurePlays,
  ...moneyPlays,
  ...organisationPlays,
  ...peoplePlays,
  ...registerPlays,
  ...roadmapPlays,
  ...workSplitPlays,
  ...workflowPlays,
  ...retirementPlays(),
};

// Made once, for all that is asked of it: it takes longer than the rest together.
const { createDemo, deleteDemo, ...quickPlays } = plays;

async function expectEntry(
  client: Client,
  name: string,
  play: Play,
  { ctx, colleague = client }: { ctx: Context; colleague?: Client },
): Promise<void> {
  const expected = await play(client, colleague, ctx);
  const [newest] = (await client.call("listAuditEntries", { query: { limit: 1 } })).rows;
  expect(newest).toMatchObject({ action: name, actorId: "local-administrator", ...expected });
  // What the page of the log offers to look for.
  expect(auditNouns).toContain(newest?.noun);
  expect(newest?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await client.call("verifyAudit", { query: {} })).toMatchObject({ kind: "whole" });
}

describeOnEveryDatabase("the audit chain", (open) => {
  it.each(Object.entries(quickPlays))(
    "has an entry of %s with what was before and after",
    async (name, play) => {
      const { client, colleague, ctx } = await clientOf(open);
      await expectEntry(client, name, play, { ctx, colleague: await colleague() });
    },
  );

  it("has a play for every endpoint of the table that is no question", () => {
    const names = Object.keys(endpointPaths) as EndpointName[];
    const changing = names.filter((name) => endpointPaths[name].method !== "GET");
    expect(changing.toSorted()).toEqual([...Object.keys(plays), ...looksOnly, ...ofAccounts].toSorted());
  });

  it("is written by no question, and by no look at a file", async () => {
    const { client } = await clientOf(open);
    const { name, text, recipe } = generatedFile();
    const file = new File([text], name);
    const before = await client.call("verifyAudit", { query: {} });
    await client.call("inspectFile", { body: { file } });
    await client.call("previewImport", { body: { file, recipe: JSON.stringify(recipe) } });
    await client.call("getPortfolio", { query: {} });
    expect(await client.call("verifyAudit", { query: {} })).toEqual(before);
  });

  it("is exported line by line as it is listed", async () => {
    const { client } = await clientOf(open);
    await makeBenefit(client);
    const { rows } = await client.call("listAuditEntries", { query: { limit: 500 } });
    const hashes = rows.map(({ hash }) => hash).toReversed();
    expect((await exported(client)).map(({ hash }) => hash)).toEqual(hashes);
  });

  it("has entries of createDemo and deleteDemo; of the demo it is its own, long, exported whole and goes with it", async () => {
    const { client, app, ctx } = await clientOf(open);
    await expectEntry(client, "createDemo", createDemo, { ctx });
    const demo = clientFor(app, "demo");
    const verified = await demo.call("verifyAudit", { query: {} });
    const lines = await exported(demo);
    expect(verified).toMatchObject({ kind: "whole", entries: lines.length });
    expect(lines.length).toBeGreaterThan(1000);
    expect(new Set(lines.map(({ organisationId }) => organisationId))).toEqual(new Set(["demo"]));
    await expectEntry(client, "deleteDemo", deleteDemo, { ctx });
    const { rows } = await client.call("listAuditEntries", { query: { objectId: "demo" } });
    expect(rows.map(({ action }) => action)).toEqual(["deleteDemo", "createDemo"]);
    await expect(demo.call("verifyAudit", { query: {} })).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

async function exported(client: Client): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of await client.call("exportAudit", {})) lines.push(line);
  return lines;
}
