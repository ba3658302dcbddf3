import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { said } from "./sentence.ts";

describe("said", () => {
  it("says the same in plain words and with what opens", () => {
    const worth = { text: "€5k", shown: createElement("button", null, "€5k") };
    const { text, shown } = said`It is worth ${worth} today, after ${2} years`;
    expect(text).toBe("It is worth €5k today, after 2 years");
    expect(renderToStaticMarkup(shown)).toBe("It is worth <button>€5k</button> today, after 2 years");
  });

  it("goes into another sentence as a whole", () => {
    const inner = said`Shop: ${"3%"} now`;
    expect(said`${inner}, ${"2%"} before`.text).toBe("Shop: 3% now, 2% before");
  });
});
