import { describe, expect, it } from "vitest";
import { bandOf, positionOf } from "@liftledger/roi/benchmark";
import { certainAmount } from "@liftledger/roi/distribution";
import { ownBand } from "@liftledger/roi/own-hurdle";
import { phaseVerdict } from "@liftledger/roi/phase-verdict";
import { chancesOf, judge } from "@liftledger/roi/verdict";

// The example under “The verdict”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("judges at every edge", () => {
    expect([0.299, 0.3, 0.6999, 0.7, 1].map((roi) => positionOf(roi, bandOf("pilots")))).toEqual([
      "below-floor",
      "in-band",
      "in-band",
      "between-bands",
      "above-ceiling",
    ]);
    expect(chancesOf(certainAmount(1400), 1000, { floor: 0.3, ceiling: 0.7 })).toEqual({
      netBenefitPositive: 1,
      atLeastFloor: 1,
      atLeastCeiling: 0,
      inBand: 1,
    });
    expect(
      phaseVerdict(
        { netBenefitPositive: 0.8, atLeastFloor: 0.5, atLeastCeiling: 0.1, inBand: 0.4 },
        0.35,
        ownBand({ name: "our hurdle", phase: "pilots", floor: 0.35, ceiling: null, setBy: "Finance" }),
        [],
      ),
    ).toMatchObject({ status: "on-track", headline: "On track" });
    expect(
      judge({
        missing: [],
        realisedValue: certainAmount(1299),
        cost: 1000,
        roi: 0.299,
        inPhaseRoi: 0.31,
        phase: { phase: "pilots", enteredOn: "2025-01-01" },
        previousPhase: null,
        closedMonthsInPhase: 2,
        worsenedGuardrails: [],
        until: "2025-05-31",
      }),
    ).toMatchObject({
      status: "below",
      headline: "Paying, under the benchmark",
      position: "below-floor",
      qualifiers: [
        { key: "depends-on-basis" },
        { key: "provisional" },
        { key: "ramping" },
        { key: "band-basis", text: "The source states no basis; read as cumulative net." },
      ],
    });
  });
});
