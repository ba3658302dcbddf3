import { describe, expect, it } from "vitest";
import { readEstimate, typedEstimate } from "./estimate-draft.ts";

const draft = { effort: "8", seriesId: "", worth: "", worthSource: "", value: "", valueSource: "" };

describe("readEstimate", () => {
  it("reads what was typed, in the reader's way of writing numbers", () => {
    const typed = { ...draft, effort: "2,5", worth: "1.250,50", worthSource: " Finance ", seriesId: "s" };
    expect(readEstimate(typed, 3, "de")).toEqual({
      body: {
        version: 3,
        effortWeeks: "2.5",
        seriesId: "s",
        unitWorth: { amount: "1250.5", source: "Finance" },
        statedValue: null,
      },
    });
  });

  it("leaves empty what is not known", () => {
    const body = { version: 0, effortWeeks: null, seriesId: null, unitWorth: null, statedValue: null };
    expect(readEstimate({ ...draft, effort: " " }, 0, "en")).toEqual({ body });
  });

  it.each([
    [{ effort: "0" }, "effort"],
    [{ effort: "soon" }, "effort"],
    [{ worth: "50" }, "worthSource"],
    [{ value: "20000", valueSource: " " }, "valueSource"],
  ])("names what is wrong with %j", (differences, field) => {
    const read = readEstimate({ ...draft, ...differences }, 0, "en");
    expect("faults" in read && Object.keys(read.faults)).toEqual([field]);
  });

  it("types again what was kept", () => {
    const kept = {
      initiativeId: "i",
      version: 3,
      recordedAt: null,
      recordedBy: null,
      effortWeeks: "2.5",
      seriesId: "s",
      unitWorth: null,
      statedValue: { amount: "20000", source: "Offer" },
    };
    const body = {
      version: 3,
      effortWeeks: "2.5",
      seriesId: "s",
      unitWorth: null,
      statedValue: kept.statedValue,
    };
    expect(readEstimate(typedEstimate(kept, "de"), 3, "de")).toEqual({ body });
  });
});
