import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import { describe, expect, it } from "vitest";
import { holdOutFaults } from "./hold-out-faults.ts";

const today = "2026-06-24";
const kpi = (key: string) => {
  const found = builtInKpis.find((one) => one.key === key);
  if (found === undefined) throw new Error(`there is no KPI ${key}`);
  return found;
};
const sound = {
  kind: "proportion",
  treated: { units: 1000, sum: "120" },
  heldOut: { units: 1000, sum: "100" },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "1",
};
const mean = { units: 1000, sum: "120", sumOfSquares: "400" };

describe("holdOutFaults", () => {
  it.each([
    ["a proportion", {}],
    ["one that runs, with the units that were planned", { endedOn: undefined, plannedUnits: 4000 }],
    ["means", { kind: "mean", treated: mean, heldOut: mean }],
    ["assigned units that were not all counted", { assigned: { treated: 1001, heldOut: 1000 } }],
  ])("finds nothing wrong with %s", (_case, given) => {
    const terms = NewHoldOut.parse({ ...sound, ...given });
    expect(holdOutFaults(terms, { kpi: kpi("conversion-rate"), today })).toEqual([]);
  });

  it.each([
    ["a sum its kind needs", { kind: "mean", heldOut: mean }, "treated.sumOfSquares"],
    ["a sum its kind has not", { treated: mean }, "treated.sumOfSquares"],
    ["more who converted than there are", { treated: { units: 10, sum: "11" } }, "treated.sum"],
    ["half a conversion", { heldOut: { units: 10, sum: "0.5" } }, "heldOut.sum"],
    ["fewer assigned than counted", { assigned: { treated: 999, heldOut: 1000 } }, "assigned.treated"],
    ["a start that lies ahead", { startedOn: "2026-06-25", endedOn: "2026-06-25" }, "startedOn"],
    ["an end before the start", { endedOn: "2026-04-05" }, "endedOn"],
    ["an end that lies ahead", { endedOn: "2026-06-25" }, "endedOn"],
    ["one that runs without a plan", { endedOn: undefined }, "plannedUnits"],
    [
      "arms in which nobody differs",
      { treated: { units: 9, sum: "0" }, heldOut: { units: 9, sum: "0" } },
      "treated",
    ],
    [
      "sums that contradict each other",
      { kind: "mean", treated: { units: 10, sum: "100", sumOfSquares: "1" }, heldOut: mean },
      "treated",
    ],
  ])("names %s", (_case, given, field) => {
    const terms = NewHoldOut.parse({ ...sound, ...given });
    const faults = holdOutFaults(terms, { kpi: kpi("conversion-rate"), today });
    expect(faults[0]).toMatchObject({ field, message: expect.stringMatching(/\.$/) });
  });

  it("refuses a total, whose periods nobody draws by lot, and a share of money", () => {
    const terms = NewHoldOut.parse(sound);
    expect(holdOutFaults(terms, { kpi: kpi("content-output-per-week"), today })[0]).toMatchObject({
      field: "kind",
    });
    expect(holdOutFaults(terms, { kpi: kpi("average-order-value"), today })[0]).toMatchObject({
      field: "kind",
    });
  });
});
