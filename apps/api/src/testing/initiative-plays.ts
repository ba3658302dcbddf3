import type { Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { ChangeLearning, NewLearning } from "@liftledger/contracts/learning";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetResponsibility } from "@liftledger/contracts/responsibility";
import { expect } from "vitest";
import { type Play, makeInitiative, makeSeries } from "./play.ts";

/** A benefit without assumptions. */
export async function makeBenefit(client: Client) {
  const { seriesId } = await makeSeries(client);
  const { initiativeId } = await makeInitiative(client);
  return client.call("addBenefit", { params: { initiativeId }, body: { seriesId, assumptions: {} } });
}

async function makeNote(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const note = { initiativeId, from: "2026-05-04", text: "All visitors see it" };
  return client.call("addAnnotation", { body: note });
}

async function makeLearning(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const body = NewLearning.parse({ ...(examples.addLearning.body as object), initiativeId });
  return client.call("addLearning", { body });
}

const arm = (sum: string) => ({ units: 1000, sum });

const terms = (treated: string) => ({
  kind: "proportion" as const,
  treated: arm(treated),
  heldOut: arm("100"),
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "1",
});

async function makeHoldOut(client: Client) {
  const { benefitId } = await makeBenefit(client);
  return client.call("addHoldOut", { params: { benefitId }, body: terms("120") });
}

/** One play for each changing endpoint of initiatives and what is known of each. */
export const initiativePlays = {
  async createInitiative(client) {
    const { initiativeId } = await makeInitiative(client);
    const phases = [{ phase: "pilots", enteredOn: "2026-04-06" }];
    return {
      noun: "initiative",
      objectId: initiativeId,
      before: null,
      after: expect.objectContaining({ phases }),
    };
  },
  async changeInitiative(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = { version: 1, name: "Renamed" };
    await client.call("changeInitiative", { params: { initiativeId }, body });
    const before = expect.objectContaining({ name: "Lead scoring", version: 1 });
    const after = expect.objectContaining({ name: "Renamed", version: 2 });
    return { noun: "initiative", objectId: initiativeId, before, after };
  },
  async addBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const after = expect.objectContaining({
      version: 1,
      assumptions: expect.objectContaining({ version: 1 }),
    });
    return { noun: "benefit", objectId: benefitId, before: null, after };
  },
  async changeBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const body = { version: 1, assumptions: { attribution: "0.5" } };
    await client.call("changeBenefit", { params: { benefitId }, body });
    const holding = (attribution: string | null) =>
      expect.objectContaining({ assumptions: expect.objectContaining({ attribution }) });
    return { noun: "benefit", objectId: benefitId, before: holding(null), after: holding("0.5") };
  },
  async withdrawBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const body = { version: 1, reason: "Claimed twice" };
    const { withdrawnAt } = await client.call("withdrawBenefit", { params: { benefitId }, body });
    const before = expect.objectContaining({ version: 1, withdrawnAt: null });
    const after = expect.objectContaining({ version: 2, withdrawnAt });
    return { noun: "benefit", objectId: benefitId, before, after };
  },
  async addHoldOut(client) {
    const { holdOutId, initiativeId } = await makeHoldOut(client);
    const after = expect.objectContaining({ initiativeId, revision: 1, retractedAt: null });
    return { noun: "hold-out", objectId: holdOutId, before: null, after };
  },
  async changeHoldOut(client) {
    const { holdOutId } = await makeHoldOut(client);
    await client.call("changeHoldOut", { params: { holdOutId }, body: { version: 1, ...terms("130") } });
    const [before, after] = [
      { revision: 1, terms: expect.objectContaining({ treated: arm("120") }) },
      { revision: 2, terms: expect.objectContaining({ treated: arm("130") }) },
    ].map((one) => expect.objectContaining(one));
    return { noun: "hold-out", objectId: holdOutId, before, after };
  },
  async retractHoldOut(client) {
    const { holdOutId } = await makeHoldOut(client);
    await client.call("retractHoldOut", { params: { holdOutId } });
    const before = expect.objectContaining({ retractedAt: null });
    const after = expect.objectContaining({ retractedAt: expect.any(String) });
    return { noun: "hold-out", objectId: holdOutId, before, after };
  },
  async addAnnotation(client) {
    const { annotationId } = await makeNote(client);
    const after = expect.objectContaining({ text: "All visitors see it", version: 1 });
    return { noun: "annotation", objectId: annotationId, before: null, after };
  },
  async changeAnnotation(client) {
    const { annotationId } = await makeNote(client);
    const body = { version: 1, from: "2026-05-05", text: "Half of them" };
    await client.call("changeAnnotation", { params: { annotationId }, body });
    const before = expect.objectContaining({ from: "2026-05-04", version: 1 });
    const after = expect.objectContaining({ from: "2026-05-05", text: "Half of them", version: 2 });
    return { noun: "annotation", objectId: annotationId, before, after };
  },
  async retractAnnotation(client) {
    const { annotationId } = await makeNote(client);
    await client.call("retractAnnotation", { params: { annotationId } });
    const before = expect.objectContaining({ version: 1 });
    const after = expect.objectContaining({ retractedAt: expect.any(String) });
    return { noun: "annotation", objectId: annotationId, before, after };
  },
  async setProductionFacts(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = SetProductionFacts.parse(examples.setProductionFacts.body);
    await client.call("setProductionFacts", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "production-facts", objectId: initiativeId, before: null, after };
  },
  async setAdoption(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = { kpiKey: "tool-adoption", scope: "Sales" };
    const { seriesId } = await client.call("createSeries", { body });
    await client.call("setAdoption", { params: { initiativeId }, body: { version: 0, seriesId } });
    const after = expect.objectContaining({ initiativeId, version: 1, seriesId });
    return { noun: "adoption", objectId: initiativeId, before: null, after };
  },
  async setCandidateEstimate(client) {
    const { initiativeId } = await makeInitiative(client);
    const estimate = { effortWeeks: "8", statedValue: null, seriesId: null, unitWorth: null };
    await client.call("setCandidateEstimate", {
      params: { initiativeId },
      body: { version: 0, ...estimate },
    });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "candidate-estimate", objectId: initiativeId, before: null, after };
  },
  async setResponsibility(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = SetResponsibility.parse(examples.setResponsibility.body);
    await client.call("setResponsibility", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "responsibility", objectId: initiativeId, before: null, after };
  },
  async addLearning(client) {
    const { learningId } = await makeLearning(client);
    const after = expect.objectContaining({ kpiKeys: ["conversion-rate"], version: 1 });
    return { noun: "learning", objectId: learningId, before: null, after };
  },
  async changeLearning(client) {
    const { learningId } = await makeLearning(client);
    const body = ChangeLearning.parse(examples.changeLearning.body);
    await client.call("changeLearning", { params: { learningId }, body });
    const before = expect.objectContaining({ version: 1 });
    const after = expect.objectContaining({ contradicting: "", version: 2 });
    return { noun: "learning", objectId: learningId, before, after };
  },
  async answerReadiness(client) {
    const { initiativeId } = await makeInitiative(client);
    const evidence = [{ kind: "file" as const, reference: "map.pdf" }];
    const body = { question: "workflow" as const, score: 4, evidence };
    const { answerId } = await client.call("answerReadiness", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, question: "workflow", score: 4, evidence });
    return { noun: "readiness-answer", objectId: answerId, before: null, after };
  },
} satisfies Partial<Record<EndpointName, Play>>;
