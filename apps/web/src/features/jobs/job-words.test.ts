import type { Job } from "@liftledger/contracts/job";
import { describe, expect, it } from "vitest";
import { lastRunWords } from "./job-words.ts";
import { isUnderWay } from "./queries.ts";

const job: Job = {
  jobName: "clear-ended-access",
  about: "Deletes what ended.",
  schedule: "40 * * * *",
  nextDueAt: "2026-06-24T12:40:00.000Z",
  state: "waiting",
  leaseHolder: null,
  leaseUntil: null,
  attempts: 0,
  begunAt: null,
  endedAt: null,
  outcome: null,
  did: null,
  error: null,
};

describe("lastRunWords", () => {
  it("says what was done, that there was nothing to do, or what went wrong", () => {
    expect(lastRunWords(job)).toBeNull();
    const done = (did: Job["did"]) => lastRunWords({ ...job, outcome: "done", did });
    expect(done({ sessions: 2, tries: 0, links: 1 })).toBe("Done: 2 sessions, 1 links");
    expect(done({ sessions: 0 })).toBe("Done: there was nothing to do");
    expect(lastRunWords({ ...job, outcome: "failed", error: "no room" })).toBe("Failed: no room");
  });
});

describe("isUnderWay", () => {
  it("is so while a server does it, and from when it is due", () => {
    const at = (instant: string) => new Date(instant);
    expect(isUnderWay(job, at("2026-06-24T12:39:59.999Z"))).toBe(false);
    expect(isUnderWay(job, at(job.nextDueAt))).toBe(true);
    expect(isUnderWay({ ...job, state: "running" }, at("2026-06-24T12:00:00.000Z"))).toBe(true);
  });
});
