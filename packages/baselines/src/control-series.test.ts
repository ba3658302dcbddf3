import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDesign } from "./baseline-design.ts";
import { controlValues, stillControl } from "./control-series.ts";

const design = composeDesign({ controls: ["north"] });
const point = (index: number, numerator: number, denominator = 1) => ({ index, numerator, denominator });

describe("controlValues", () => {
  it("gives the ratio of every period with a denominator", () => {
    const north = [point(3, 1, 4), point(4, 0, 0), point(5, 3, 4)];
    expect(controlValues(design, { north }).get("north")).toEqual(
      new Map([
        [3, 0.25],
        [5, 0.75],
      ]),
    );
  });

  it("refuses a control out of order, and one without the numbers it needs", () => {
    expect(() => controlValues(design, { north: [point(4, 1), point(3, 1)] })).toThrow(
      "period 3 does not come after period 4",
    );
    expect(() => controlValues(design, { north: [point(3, 1, -1)] })).toThrow("the denominator -1");
    expect(() => controlValues(design, {})).toThrow("names a control series north; none is given");
  });
});

describe("stillControl", () => {
  const stillIn = (values: readonly number[]) =>
    stillControl(
      design,
      new Map([["north", new Map(values.map((value, i) => [i, value]))]]),
      values.map((_, i) => i),
    );

  it("takes a movement of rounding for none, whatever the unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: -250, max: 250 }), fc.constantFrom(1, -1), (exponent, sign) => {
        const unit = sign * 2 ** exponent;
        expect(stillIn([unit, unit * (1 + 2 ** -42)])).toBe("north");
        expect(stillIn([unit, unit * (1 + 2 ** -36)])).toBeNull();
      }),
    );
    expect(stillIn([0, 0])).toBe("north");
    expect(stillIn([-1, 1])).toBeNull();
  });

  it("takes a control of which nothing is known for one that explains nothing", () => {
    expect(stillControl(design, new Map(), [0, 1])).toBe("north");
  });
});
