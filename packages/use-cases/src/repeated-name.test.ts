import { assert, json, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatedName } from "./repeated-name.ts";

describe("repeatedName", () => {
  it("finds a name that one object has twice, however it is written", () => {
    expect(repeatedName('{"a":1,"b":{"c":[{"d":1, "d" :2}]}}')).toBe("d");
    expect(repeatedName('{"a":1,"\\u0061":2}')).toBe("a");
    expect(repeatedName('[{"__proto__":1,"__proto__":2}]')).toBe("__proto__");
  });

  it("takes no text for a name, and no name of another object", () => {
    expect(repeatedName('[{"a":"b\\":"},{"a":"a"},"a",{"x":{"a":1},"a":["a","a"]}]')).toBeNull();
  });

  it("finds none in what was an object before it was written down", () => {
    assert(property(json(), (text) => repeatedName(JSON.stringify(JSON.parse(text))) === null));
  });

  it("stands a long text", () => {
    expect(repeatedName(JSON.stringify({ a: '\\"x'.repeat(300_000), b: 1 }))).toBeNull();
  });
});
