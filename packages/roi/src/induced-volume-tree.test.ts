import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { inducedVolumeTrees } from "./induced-volume-tree.ts";
import { inducedVolumeValue } from "./induced-volume.ts";

const context = { currency: "EUR", places: 2, source: { kind: "assumption", text: "version 1" } } as const;

describe("inducedVolumeTrees", () => {
  it("gives the value and the change in cash, whatever moved", () => {
    const tenths = (min: number) => fc.integer({ min, max: 5000 }).map((tenth) => String(tenth / 10));
    const facts = fc.record(
      {
        expectedRatio: tenths(0),
        actualRatio: tenths(0),
        expectedVolume: tenths(0),
        actualVolume: tenths(0),
        direction: fc.constantFrom("higher" as const, "lower" as const),
        unitValue: tenths(-50),
        additionalMargin: tenths(-50),
      },
      {
        requiredKeys: [
          "expectedRatio",
          "actualRatio",
          "expectedVolume",
          "actualVolume",
          "direction",
          "unitValue",
        ],
      },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const { value, changeInCash } = inducedVolumeTrees(given, context);
        const amounts = inducedVolumeValue(given, 2);
        expect(evaluateExplanation(value)).toBe(amounts.value);
        expect(evaluateExplanation(changeInCash)).toBe(amounts.changeInCash);
      }),
    );
  });
});
