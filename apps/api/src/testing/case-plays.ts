import { NewBusinessCase } from "@liftledger/contracts/business-case";
import type { businessCasePaths } from "@liftledger/contracts/business-case-paths";
import type { Client } from "@liftledger/contracts/client";
import { examples } from "@liftledger/contracts/examples";
import { expect } from "vitest";
import { makeInitiative, type ChangingOf, type Play } from "./play.ts";

/** One of them only looks at a file. */
type Name = Exclude<ChangingOf<typeof businessCasePaths>, "readCaseSheet">;

const { plan } = NewBusinessCase.parse(examples.createCase.body);
const said = { lineId: "licences", text: "Which seats?" };
const standing = (status: string) => expect.objectContaining({ status });

async function makeCase(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const made = await client.call("createCase", { body: { initiativeId, name: "Scored leads", plan } });
  return { ...made, params: { caseId: made.caseId, number: 1 }, objectId: `${made.caseId}-1` };
}

async function makeSubmitted(client: Client) {
  const made = await makeCase(client);
  await client.call("submitCaseVersion", { params: made.params, body: { version: 1 } });
  return made;
}

/** One play for each changing endpoint of business cases: what is called, and what the chain should say of it. */
export const casePlays: Record<Name, Play> = {
  async createCase(client) {
    const { objectId, initiativeId } = await makeCase(client);
    const after = expect.objectContaining({ status: "draft", number: 1, initiativeId });
    return { noun: "case-version", objectId, before: null, after };
  },
  async renameCase(client) {
    const { caseId } = await makeCase(client);
    await client.call("renameCase", { params: { caseId }, body: { version: 1, name: "Another" } });
    const named = (name: string) => expect.objectContaining({ name });
    return {
      noun: "business-case",
      objectId: caseId,
      before: named("Scored leads"),
      after: named("Another"),
    };
  },
  async changeCaseVersion(client) {
    const { params, objectId } = await makeCase(client);
    const body = { version: 1, plan: { ...plan, horizon: 4 } };
    await client.call("changeCaseVersion", { params, body });
    const at = (version: number) => expect.objectContaining({ version });
    return { noun: "case-version", objectId, before: at(1), after: at(2) };
  },
  async addCaseVersion(client) {
    const { params, caseId } = await makeCase(client);
    await client.call("withdrawCaseVersion", { params, body: { version: 1, reason: "Another offer" } });
    await client.call("addCaseVersion", { params: { caseId }, body: { from: 1 } });
    const after = expect.objectContaining({ status: "draft", number: 2, basedOn: 1 });
    return { noun: "case-version", objectId: `${caseId}-2`, before: null, after };
  },
  async submitCaseVersion(client) {
    const { objectId } = await makeSubmitted(client);
    // The chain keeps what was asked to be approved.
    const after = expect.objectContaining({
      status: "submitted",
      plan: expect.objectContaining({ horizon: 3 }),
    });
    return { noun: "case-version", objectId, before: standing("draft"), after };
  },
  async returnCaseVersion(client, colleague) {
    const { params, objectId } = await makeSubmitted(colleague);
    await client.call("returnCaseVersion", { params, body: { version: 2, comment: "Look again" } });
    return {
      noun: "case-version",
      objectId,
      before: standing("submitted"),
      after: standing("returned"),
      reason: "Look again",
    };
  },
  async approveCaseVersion(client, colleague) {
    const { params, objectId } = await makeSubmitted(colleague);
    await client.call("approveCaseVersion", { params, body: { version: 2 } });
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    const after = expect.objectContaining({ status: "approved", digest });
    return { noun: "case-version", objectId, before: standing("submitted"), after };
  },
  async withdrawCaseVersion(client) {
    const { params, objectId } = await makeCase(client);
    await client.call("withdrawCaseVersion", { params, body: { version: 1, reason: "Another offer" } });
    return {
      noun: "case-version",
      objectId,
      before: standing("draft"),
      after: standing("withdrawn"),
      reason: "Another offer",
    };
  },
  async addCaseComment(client) {
    const { params } = await makeCase(client);
    const { commentId } = await client.call("addCaseComment", { params, body: said });
    return {
      noun: "case-comment",
      objectId: commentId,
      before: null,
      after: expect.objectContaining(said),
    };
  },
  async resolveCaseComment(client) {
    const { params } = await makeCase(client);
    const { commentId } = await client.call("addCaseComment", { params, body: said });
    const body = { version: 1, isResolved: true };
    await client.call("resolveCaseComment", { params: { commentId }, body });
    const before = expect.objectContaining({ resolvedAt: null });
    const after = expect.objectContaining({ resolvedAt: expect.any(String) });
    return { noun: "case-comment", objectId: commentId, before, after };
  },
  async setCaseSettings(client) {
    const body = { version: 0, onePageBelow: "10000", source: "Board paper", approvedBy: "Grace" };
    await client.call("setCaseSettings", { body });
    const after = expect.objectContaining({ version: 1, onePageBelow: "10000" });
    return { noun: "case-settings", objectId: "default", before: null, after };
  },
};
