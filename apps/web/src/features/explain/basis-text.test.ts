import type { Figure } from "@liftledger/contracts/evaluation";
import { describe, expect, it } from "vitest";
import { basisText } from "./basis-text.ts";

const figure = {
  value: "0.55",
  unit: "ratio",
  basis: "net",
  span: "cumulative",
  until: "2026-11-22",
  interval: { low: "0.36", high: "0.76", level: 0.8 },
  grade: "D",
  reason: null,
} as Figure;

describe("basisText", () => {
  it("says basis, span, date, range and evidence", () => {
    expect(basisText(figure)).toMatch(
      /^Net of cost, since the first spend, up to .*2026.*\. Likely 36\s?% to 76\s?%\. Known by: before and after\.$/,
    );
  });

  it("says why there is no value", () => {
    const none = {
      ...figure,
      value: null,
      interval: null,
      grade: null,
      basis: "none",
      reason: "no cost yet",
    } as Figure;
    expect(basisText(none)).toMatch(/^Since the first spend, up to .*\. No value: no cost yet\.$/);
  });
});
