import { describe, expect, it } from "vitest";
import { mayActAs, mustBe, roles } from "./permissions.ts";

describe("mayActAs", () => {
  it("allows each role what the ones before it may do, and no more", () => {
    for (const [rank, role] of roles.entries()) {
      expect(roles.filter((needed) => mayActAs(role, needed))).toEqual(roles.slice(0, rank + 1));
    }
  });
});

describe("mustBe", () => {
  it("says which role is needed and which there is", () => {
    expect(() => mustBe({ actor: { role: "viewer" } }, "finance")).toThrow(
      "This needs the role finance; yours is viewer.",
    );
  });
});
