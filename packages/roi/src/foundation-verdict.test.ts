import { describe, expect, it } from "vitest";
import type { Judgement } from "./judgement.ts";
import { judge } from "./verdict.ts";
import { exampleJudgement } from "./testing/example-judgement.ts";

describe("judge, in Foundation", () => {
  const foundation = (until: string) =>
    judge(exampleJudgement({ phase: { phase: "foundation", enteredOn: "2025-01-01" }, until }));

  it("expects no return, however much is lost", () => {
    expect(foundation("2025-02-01")).toMatchObject({
      status: "no-return-expected",
      position: "no-band",
      probabilities: null,
    });
    expect(foundation("2025-02-01").reason).toBe(
      "Foundation promises minimal direct returns. It has lasted 1 month; the benchmark is 2 to 3 months.",
    );
  });

  it("is overdue from the day after three months", () => {
    expect(foundation("2025-04-01").qualifiers).toEqual([]);
    expect(foundation("2025-04-02").qualifiers).toEqual([
      { key: "overdue", text: "Overdue: in Foundation for over 3 months, the benchmark is 2–3" },
    ]);
    expect(foundation("2025-06-20").reason).toContain(
      "It has lasted 5 months; the benchmark is 2 to 3 months, so its gate review is overdue.",
    );
  });

  it("says what is ready and what is not, where that was scored", () => {
    const reason = (readiness: NonNullable<Judgement["readiness"]>) =>
      judge(exampleJudgement({ phase: { phase: "foundation", enteredOn: "2025-11-01" }, readiness })).reason;
    expect(reason({ ready: 3, of: 5, open: ["data", "talent"] })).toContain(
      "3 of 5 gaps are closed; still open: data, talent.",
    );
    expect(reason({ ready: 5, of: 5, open: [] })).toContain(
      "All 5 gaps are closed: ready for the gate into Pilots.",
    );
  });
});
