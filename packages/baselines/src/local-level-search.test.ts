import { describe, expect, it } from "vitest";
import { localLevel } from "./local-level.ts";
import { answerOf } from "./testing/answer-of.ts";

describe("localLevel", () => {
  // Likelihoods by numpy from the dense matrices, at q = 0 and at the end of the search, q = 10⁶.
  it.each([
    // −11.1448 at 0, down to −11.2629 at 1, and up to −11.02405: two tops, of which the end is the higher.
    { y: [8, 3, 1, 3, 8], method: "reml", logLikelihood: -11.02405253511691 },
    // Up to −6.03655018 and level from there: which of the last points is the highest is rounding.
    { y: [1, 1, 8], method: "reml", logLikelihood: -6.036550183960526 },
    // The same at every q: −1.4189385.
    { y: [0, 1], method: "reml", logLikelihood: -1.4189385332046731 },
    // −3.6486 at 0 and up without end: the full likelihood has no top, and the search stops where it must.
    { y: [5, 4, 3], method: "ml", logLikelihood: 3.259137341531366 },
  ] as const)("takes the end of the search for $y by $method", ({ y, method, logLikelihood }) => {
    const model = answerOf(localLevel({ y, method }));
    expect(model.atBoundary).toBe(true);
    expect(model.signalToNoise).toBeCloseTo(1e6, 5);
    expect(model.logLikelihood).toBeCloseTo(logLikelihood, 9);
  });

  it("finds no level step, in any unit, where the likelihood leaves q = 0 without a slope", () => {
    // Fourfold series whose score is exactly 0 at q = 0, where by numpy the restricted likelihood is largest:
    // [17, 2, 2, 7] −10.8180 at 0, −10.8193 at .1 and −10.8911 at 10⁶.
    for (const y of [
      [17, 2, 2, 7],
      [15, 3, 3, 7],
      [10, 10, 1, 7],
    ]) {
      for (const unit of [1, 0.001, 0.07, 0.3, 7.7, 11]) {
        expect(localLevel({ y: y.map((value) => unit * value) })).toMatchObject({
          signalToNoise: 0,
          atBoundary: true,
        });
      }
    }
  });

  it("finds a top that lies midway between two points of the grid, which are then equally high", () => {
    // numpy: −24.3694082 at q = 1.1033, −24.6847 at 0 and −24.6397 at 10⁶. The last value was bisected until
    // the likelihoods on either side of the top agreed to the last digit.
    const model = answerOf(localLevel({ y: [17, 16, 16, 14, 0, 6, 3, 17.891326764752762] }));
    expect(model.signalToNoise).toBeCloseTo(1.10325, 5);
    expect(model.logLikelihood).toBeCloseTo(-24.3694082190092, 10);
    expect(model.atBoundary).toBe(false);
  });
});
