import { describe, expect, it } from "vitest";
import { unwritablePlace } from "./unwritable-place.ts";

describe("unwritablePlace", () => {
  it("finds a NUL or half a surrogate pair however deep, in names as well", () => {
    expect(unwritablePlace({ a: [{ b: "x\0y" }] })).toBe("a[0].b");
    expect(unwritablePlace(["\ud800"])).toBe("[0]");
    expect(unwritablePlace({ a: { "k\0": 1 } })).toBe("a");
    expect(unwritablePlace("\ud800")).toBe("");
  });

  it("lets everything else be", () => {
    expect(unwritablePlace({ a: ["Größe 😀", 1, null, true], f: new File(["\0"], "x") })).toBeNull();
  });
});
