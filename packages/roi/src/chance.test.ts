import { describe, expect, it } from "vitest";
import { chance } from "./chance.ts";

describe("chance", () => {
  it.each([
    [0, "under 1 in 100"],
    [0.0099, "under 1 in 100"],
    [0.01, "1 in 100"],
    [0.04, "4 in 100"],
    [0.3, "3 in 10"],
    [0.66, "7 in 10"],
    [0.5, "5 in 10"],
    [0.97, "97 in 100"],
    [0.991, "over 99 in 100"],
    [1, "over 99 in 100"],
  ])("says %f as %s", (probability, words) => {
    expect(chance(probability)).toBe(words);
  });

  // The verdict turns at 10, 20, 50, 80 and 90%: words must never hide on which side a chance lies.
  it.each([
    [0.0999, "just under 10 in 100"],
    [0.1, "1 in 10"],
    [0.1001, "just over 10 in 100"],
    [0.21, "21 in 100"],
    [0.2001, "just over 20 in 100"],
    [0.4999, "just under 50 in 100"],
    [0.52, "52 in 100"],
    [0.899, "just under 90 in 100"],
    [0.9, "9 in 10"],
  ])("tells the side of a threshold: %f is %s", (probability, words) => {
    expect(chance(probability)).toBe(words);
  });
});
