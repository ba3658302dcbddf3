import { describe, expect, it } from "vitest";
import { deepestNesting, isNestedTooDeep } from "./nested-too-deep.ts";

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + "1" + close.repeat(depth);

describe("isNestedTooDeep", () => {
  it("counts lists and objects that are open at once", () => {
    expect(isNestedTooDeep(nested("[", "]", deepestNesting))).toBe(false);
    expect(isNestedTooDeep(nested("[", "]", deepestNesting + 1))).toBe(true);
    expect(isNestedTooDeep(nested('{"a":', "}", deepestNesting + 1))).toBe(true);
    expect(isNestedTooDeep(nested('[{"a":', "}]", 500_000 / 8))).toBe(true);
    expect(isNestedTooDeep(`[${"[1],".repeat(1000)}1]`)).toBe(false);
  });

  it("takes no bracket of a text for one", () => {
    expect(isNestedTooDeep(JSON.stringify({ a: '"['.repeat(1000), ["{".repeat(1000)]: 1 }))).toBe(false);
  });
});
