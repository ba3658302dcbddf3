import { describe, expect, it } from "vitest";
import { mayActAs, mustBe, mustOwnTeam, ownsTeam, roles } from "./permissions.ts";

describe("mayActAs", () => {
  it("allows each role what the ones before it may do, and no more", () => {
    for (const [rank, role] of roles.entries()) {
      expect(roles.filter((needed) => mayActAs(role, needed))).toEqual(roles.slice(0, rank + 1));
    }
  });
});

describe("mustBe", () => {
  it("says which role is needed and which there is, or that one must sign in", () => {
    expect(() => mustBe({ actor: { role: "viewer" } }, "finance")).toThrow(
      "This needs the role finance; yours is viewer.",
    );
    expect(() => mustBe({ actor: { role: "anyone" } }, "viewer")).toThrow("Sign in to see or do this.");
  });
});

describe("ownsTeam", () => {
  it("is true for a contributor's own teams, and for every team from finance on", () => {
    const contributor = { role: "contributor", teamIds: ["a", "b"] } as const;
    expect(["a", "b", "c"].map((team) => ownsTeam(contributor, team))).toEqual([true, true, false]);
    expect(ownsTeam({ role: "contributor" }, "a")).toBe(false);
    expect(ownsTeam({ role: "contributor", teamIds: "all" }, "a")).toBe(true);
    expect(ownsTeam({ role: "finance" }, "a")).toBe(true);
  });
});

describe("mustOwnTeam", () => {
  it("refuses what belongs to another team", () => {
    const actor = { role: "contributor", teamIds: ["a"] } as const;
    expect(() => mustOwnTeam({ actor }, "b")).toThrow("a team you are not in");
    expect(() => mustOwnTeam({ actor }, "a")).not.toThrow();
  });
});
