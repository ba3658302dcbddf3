import { describe, expect, it } from "vitest";
import { nextPath, signInPath } from "./sign-in-path.ts";

describe("signInPath", () => {
  it("remembers where one wanted to go", () => {
    expect(signInPath("/")).toBe("/sign-in");
    expect(signInPath("/default/log?period=2026-W05")).toBe(
      "/sign-in?next=%2Fdefault%2Flog%3Fperiod%3D2026-W05",
    );
  });
});

describe("nextPath", () => {
  it("leads to pages of this server alone", () => {
    expect(nextPath("/default/log?period=2026-W05")).toBe("/default/log?period=2026-W05");
    for (const foreign of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "log",
      "",
      undefined,
      7,
    ]) {
      expect(nextPath(foreign)).toBe("/");
    }
    expect(nextPath("/sign-in?next=/x")).toBe("/");
  });
});
