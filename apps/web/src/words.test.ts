import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { form, plural, t, tx } from "./words.ts";

describe("t", () => {
  it("says the English with what is filled in", () => {
    expect(t`Close ${"July 2026"}, entry ${7}`).toBe("Close July 2026, entry 7");
    expect(t`Save`).toBe("Save");
  });

  it("leaves alone what is filled in, though it looks like a place", () => {
    expect(t`Note ${"{0} of {1}"}`).toBe("Note {0} of {1}");
  });
});

describe("tx", () => {
  it("keeps elements where they stand in the sentence", () => {
    const link = createElement("a", null, "the rules");
    expect(tx`Read ${link} first.`.props).toEqual({ children: ["Read ", link, " first."] });
  });
});

describe("plural", () => {
  it.each([
    [1, "1 week is left"],
    [2, "2 weeks are left"],
    [0, "0 weeks are left"],
  ])("says %d in its form", (weeks, sentence) => {
    expect(plural(weeks, form`${weeks} week is left`, form`${weeks} weeks are left`)).toBe(sentence);
  });
});
