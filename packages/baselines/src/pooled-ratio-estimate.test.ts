import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import { describe, expect, it } from "vitest";
import { pooledRatioEstimate } from "./pooled-ratio-estimate.ts";
import { answerOf } from "./testing/answer-of.ts";

describe("pooledRatioEstimate", () => {
  it("meets a case worked by hand", () => {
    // R = 22/200, e = ∓0.01, Σe² / (2 · 1) = 0.0001.
    const estimate = answerOf(pooledRatioEstimate([10, 12], [100, 100]));
    expectAllClose([estimate.ratio, estimate.standardError as number], [0.11, 0.01], 1e-12);
    expect(pooledRatioEstimate([3], [4])).toMatchObject({ ratio: 0.75, standardError: null });
  });
});
