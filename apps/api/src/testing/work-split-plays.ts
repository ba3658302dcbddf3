import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { expect } from "vitest";
import { lacking, type Play } from "./play.ts";

/** One play for each changing endpoint of rounds of how work splits. */
export const workSplitPlays = {
  async openWorkSplitRound(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    const after = expect.objectContaining({ roundId, teamId: null, week: "2026-W22" });
    return { noun: "work-split-round", objectId: roundId, before: null, after };
  },
  async closeWorkSplitRound(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    await client.call("closeWorkSplitRound", { params: { roundId }, body: { version: 1 } });
    const before = lacking("mechanicalHours");
    const after = expect.objectContaining({ roundId, answers: 0, version: 2 });
    return { noun: "work-split-round", objectId: roundId, before, after };
  },
  async answerWorkSplit(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    const body = { mechanicalHours: "26", strategicHours: "14" };
    await client.call("answerWorkSplit", { params: { roundId }, body });
    // That somebody answered, never what.
    return { noun: "work-split-round", objectId: roundId, before: null, after: { roundId, answers: 1 } };
  },
} satisfies Partial<Record<EndpointName, Play>>;
