import type { BenchmarkChoice } from "@liftledger/contracts/benchmark-set";
import { describe, expect, it } from "vitest";
import { choiceInForce, judgedByWords, lastVersion } from "./choice-words.ts";

const choice = (version: number, more: Partial<BenchmarkChoice> = {}): BenchmarkChoice => ({
  initiativeId: null,
  initiative: null,
  purpose: "verdict",
  version,
  judgedBy: "own",
  setId: "set-1",
  set: "Board hurdles",
  validFrom: "2026-06-01",
  reason: "",
  recordedAt: "2026-06-01T09:00:00.000Z",
  recordedBy: "Ada",
  ...more,
});
const organisation = { initiativeId: null, purpose: "verdict" } as const;

describe("choiceInForce", () => {
  it("is the last one whose day has come", () => {
    const choices = [choice(1), choice(3, { validFrom: "2026-08-01" }), choice(2, { judgedBy: "published" })];
    const on = (day: string) => choiceInForce(choices, { ...organisation, day })?.version;
    expect([on("2026-05-31"), on("2026-07-01"), on("2026-08-01")]).toEqual([undefined, 2, 3]);
    expect(lastVersion(choices, organisation)).toBe(3);
  });
  it("keeps initiatives and purposes apart", () => {
    const choices = [choice(1, { initiativeId: "i-1" }), choice(4, { purpose: "beside" })];
    expect(choiceInForce(choices, { ...organisation, day: "2026-07-01" })).toBeUndefined();
    expect(lastVersion(choices, organisation)).toBe(0);
  });
});

describe("judgedByWords", () => {
  it("names a set, or says what counts without one", () => {
    expect(judgedByWords(choice(1))).toBe("Board hurdles");
    expect(judgedByWords({ judgedBy: "published", set: null })).toBe("the published benchmarks");
    expect(judgedByWords({ judgedBy: "organisation", set: null })).toBe("what the organisation has chosen");
  });
});
