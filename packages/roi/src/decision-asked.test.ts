import { describe, expect, it } from "vitest";
import { decisionAsked } from "./decision-asked.ts";

describe("decisionAsked", () => {
  it.each([
    ["losing-money", "pilots", "Stop it, or change what it does"],
    ["below", "scale", "Change it, or stop it"],
    ["watch", "pilots", "Set the day it is looked at again"],
    ["above", "pilots", "Move it to Scale: call the gate review"],
    ["above", "transform", "Keep it, and plan the next one: it is above the last benchmark"],
  ] as const)("asks of what is %s in %s: %s", (status, phase, words) => {
    expect(decisionAsked(status, phase)?.words).toBe(words);
  });

  it.each(["on-track", "too-early", "not-judged", "no-cost", "no-data", "no-return-expected"] as const)(
    "asks nothing of what is %s",
    (status) => {
      expect(decisionAsked(status, "pilots")).toBeNull();
    },
  );
});
