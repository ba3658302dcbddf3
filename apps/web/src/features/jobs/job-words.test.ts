import type { Job } from "@liftledger/contracts/job";
import { describe, expect, it } from "vitest";
import { lastRunWords, scheduleWords } from "./job-words.ts";
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

describe("scheduleWords", () => {
  it("says when a job is due, and leaves any other schedule as it is written", () => {
    expect(scheduleWords("* * * * *")).toBe("every minute");
    expect(scheduleWords("*/15 * * * *")).toBe("every 15 minutes");
    expect(scheduleWords("40 * * * *")).toBe("each hour at minute 40");
    expect(scheduleWords("5 3 * * *")).toBe("each day at 03:05 UTC");
    expect(scheduleWords("10 3 * * 1")).toBe("10 3 * * 1 (UTC)");
    expect(scheduleWords("*/15 3 * * *")).toBe("*/15 3 * * * (UTC)");
  });
});

describe("lastRunWords", () => {
  it("says what was done, that there was nothing to do, or what went wrong", () => {
    expect(lastRunWords(job)).toBeNull();
    const done = (did: Job["did"]) => lastRunWords({ ...job, outcome: "done", did });
    expect(done({ sessions: 2, tries: 0, links: 1 })).toBe("Done: 2 sessions, 1 link");
    expect(done({ looked: 8, raised: 1 })).toBe("Done: 8 conditions looked at, 1 alert raised");
    expect(done({ crumbs: 1200 })).toBe("Done: 1,200 crumbs");
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
