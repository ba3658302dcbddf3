import { describe, expect, it } from "vitest";
import { nextDueOf, nextTryOf } from "./job-plan.ts";
import { jobPlans, plansOf } from "./job-plans.ts";

describe("nextDueOf", () => {
  it("is the next instant of the schedule in UTC, after the one given", () => {
    expect(nextDueOf("0 0 * * *", "2026-12-31T00:00:00.000Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(nextDueOf("20 * * * *", "2026-12-31T23:19:59.999Z")).toBe("2026-12-31T23:20:00.000Z");
    // The nights on which summer time begins and ends in Europe.
    expect(nextDueOf("10 3 * * *", "2026-03-28T03:10:00.000Z")).toBe("2026-03-29T03:10:00.000Z");
    expect(nextDueOf("10 3 * * *", "2026-10-25T00:00:00.000Z")).toBe("2026-10-25T03:10:00.000Z");
  });
});

describe("nextTryOf", () => {
  it("doubles the pause up to an hour, and waits no longer than the schedule", () => {
    const at = "2026-06-24T12:00:00.000Z";
    const pauses = [1, 2, 3, 7, 60].map(
      (attempts) =>
        (Date.parse(nextTryOf({ schedule: "0 0 * * *" }, attempts, at)) - Date.parse(at)) / 60_000,
    );
    expect(pauses).toEqual([1, 2, 4, 60, 60]);
    expect(nextTryOf({ schedule: "20 * * * *" }, 9, at)).toBe("2026-06-24T12:20:00.000Z");
  });
});

describe("plansOf", () => {
  it("gives each organisation its own, and the installation's to the default one", () => {
    expect(plansOf("default")).toEqual(jobPlans);
    expect(plansOf("demo").map(({ name }) => name)).toEqual([
      "evaluate-portfolio",
      "look-for-alerts",
      "deliver-messages",
      "clear-idempotency-keys",
    ]);
    expect(new Set(jobPlans.map(({ name }) => name)).size).toBe(jobPlans.length);
  });
});
