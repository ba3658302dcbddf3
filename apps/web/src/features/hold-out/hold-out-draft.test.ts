import type { HoldOut } from "@liftledger/contracts/hold-out";
import { describe, expect, it } from "vitest";
import { draftOfHoldOut, firstHoldOut, readHoldOut } from "./hold-out-draft.ts";

const typed = {
  ...firstHoldOut,
  treated: { units: "21,307", sum: "3,894" },
  heldOut: { units: "21306", sum: "2262", sumOfSquares: "left over" },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "100",
};
const logged = {
  kind: "proportion",
  treated: { units: 21307, sum: "3894" },
  heldOut: { units: 21306, sum: "2262" },
  split: { treated: 50, heldOut: 50 },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "1",
};

describe("readHoldOut", () => {
  it("reads what its kind wants, and leaves out what was typed for another", () => {
    expect(readHoldOut(typed, "en-GB")).toEqual({ kind: "hold-out", holdOut: logged });
  });

  it("names what is missing or no number, and what is no whole one", () => {
    const wrong = {
      ...typed,
      kind: "mean",
      heldOut: { units: "10.5", sum: "ten" },
      startedOn: "",
      treatedShare: "",
    } as const;
    expect(readHoldOut(wrong, "en-GB")).toEqual({
      kind: "wrong",
      problems: {
        "treated.sumOfSquares": "Say how many",
        "heldOut.units": "A whole number",
        "heldOut.sum": "“ten” is not a number",
        "heldOut.sumOfSquares": "Say how many",
        treatedShare: "Say how many",
        startedOn: "Say when it began",
      },
    });
  });
});

describe("draftOfHoldOut", () => {
  it("is read back as what was logged", () => {
    const kept = { ...logged, treatedShareDuring: "0.5", unitOfRandomisation: "visit", source: "A/B test" };
    const draft = draftOfHoldOut(kept as HoldOut, "de-DE");
    expect(draft.treated).toEqual({ units: "21.307", sum: "3.894" });
    expect(readHoldOut(draft, "de-DE")).toEqual({ kind: "hold-out", holdOut: kept });
  });
});
