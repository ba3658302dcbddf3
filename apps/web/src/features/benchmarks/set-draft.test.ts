import { describe, expect, it } from "vitest";
import { draftOfSet, emptySet, setOfDraft } from "./set-draft.ts";

const today = "2026-06-24";
const locale = "en-GB";
const typed = {
  ...emptySet(today),
  name: " Board hurdles ",
  source: "Board paper",
  approvedBy: "Grace",
  bands: { ...emptySet(today).bands, pilots: { floor: "12.5%", ceiling: "60" } },
};

describe("setOfDraft", () => {
  it("reads per cent as ratios, exactly, and leaves out a phase that is empty", () => {
    const { set, faults } = setOfDraft(typed, locale);
    expect(faults).toEqual({});
    expect(set).toMatchObject({
      name: "Board hurdles",
      bands: { pilots: { floor: "0.125", ceiling: "0.6" }, scale: null, transform: null },
      validFrom: today,
    });
  });
  it("says by field what is missing or cannot be read", () => {
    expect(Object.keys(setOfDraft(emptySet(today), locale).faults)).toEqual([
      "name",
      "source",
      "approvedBy",
      "bands.pilots.floor",
    ]);
    const bands = {
      ...typed.bands,
      scale: { floor: "", ceiling: "many" },
      transform: { floor: "", ceiling: "9" },
    };
    expect(Object.keys(setOfDraft({ ...typed, bands }, locale).faults)).toEqual([
      "bands.scale.ceiling",
      "bands.transform.floor",
    ]);
  });
});

describe("draftOfSet", () => {
  it("is read back as what was kept, but for who approves it and from when", () => {
    const { set } = setOfDraft(typed, locale);
    const by = { recordedAt: "2026-06-01T09:00:00.000Z", recordedBy: "Ada", retired: null };
    const draft = draftOfSet({ setId: "set-1", version: 3, ...set, ...by }, "2026-07-01", locale);
    expect(draft.approvedBy).toBe("");
    expect(setOfDraft({ ...draft, approvedBy: "Grace" }, locale).set).toEqual({
      ...set,
      validFrom: "2026-07-01",
    });
  });
});
