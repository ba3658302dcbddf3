import { describe, expect, it } from "vitest";
import { unwritableText } from "./unwritable-text.ts";

describe("unwritableText", () => {
  it("finds a NUL or half a surrogate pair however deep, in names as well", () => {
    expect(unwritableText({ a: [{ b: "x\0y" }] })).toBe("x\0y");
    expect(unwritableText(["\ud800"])).toBe("\ud800");
    expect(unwritableText({ "k\0": 1 })).toBe("k\0");
  });

  it("lets everything else be", () => {
    expect(unwritableText({ a: ["Größe 😀", 1, null, true], f: new File(["\0"], "x") })).toBeNull();
  });
});
