import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMixturePacker, isSameMixture, unpackMixture } from "./packed-mixture.ts";

const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const component = fc.record({ weight: double, location: double, scale: double });
const mixture = fc.record({
  degreesOfFreedom: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(Infinity)),
  components: fc.array(component, { minLength: 1, maxLength: 5 }),
});

describe("unpackMixture", () => {
  it("gives what was packed, whatever was packed before it", () => {
    fc.assert(
      fc.property(fc.array(mixture), (mixtures) => {
        const pack = createMixturePacker();
        expect(mixtures.map(pack).map(unpackMixture)).toEqual(mixtures);
      }),
    );
  });
});

describe("createMixturePacker", () => {
  it("has mixtures of the same weights share them", () => {
    const pack = createMixturePacker();
    const at = (location: number) =>
      pack({ degreesOfFreedom: 3, components: [{ weight: 1, location, scale: 2 }] });
    expect(at(1).weights).toBe(at(5).weights);
  });
});

describe("isSameMixture", () => {
  it("tells mixtures that differ anywhere apart, and no others", () => {
    fc.assert(
      fc.property(mixture, mixture, (one, other) => {
        const packed = createMixturePacker()(one);
        expect(isSameMixture(packed, createMixturePacker()(structuredClone(one)))).toBe(true);
        const isEqual = JSON.stringify(numbersOf(one)) === JSON.stringify(numbersOf(other));
        expect(isSameMixture(packed, createMixturePacker()(other))).toBe(isEqual);
        const [first, ...rest] = one.components;
        for (const field of ["weight", "location", "scale"] as const) {
          const moved = {
            ...(first ?? { weight: 0, location: 0, scale: 0 }),
            [field]: (first?.[field] ?? 0) / 2 + 1,
          };
          const changed = createMixturePacker()({ ...one, components: [moved, ...rest] });
          expect(isSameMixture(packed, changed)).toBe(moved[field] === first?.[field]);
        }
      }),
    );
  });
});

/** Minus zero is zero here, and JSON has neither it nor infinity. */
function numbersOf({ degreesOfFreedom, components }: { degreesOfFreedom: number; components: object[] }) {
  return [String(degreesOfFreedom), components];
}
