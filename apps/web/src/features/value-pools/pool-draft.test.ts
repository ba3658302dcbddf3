import type { ValuePool } from "@liftledger/contracts/claims";
import { describe, expect, it } from "vitest";
import { draftOfPool, emptyPool, poolOfDraft } from "./pool-draft.ts";

const pool: ValuePool = {
  poolId: "pool",
  name: "New business",
  kpiKeys: ["pipeline"],
  series: [
    { seriesId: "all", segment: [] },
    { seriesId: "emea-search", segment: ["EMEA", "search"] },
  ],
  version: 1,
  createdAt: "2026-06-01T00:00:00Z",
  retired: null,
};

describe("poolOfDraft", () => {
  it("is what the draft was made of", () => {
    const { name, kpiKeys, series } = pool;
    expect(poolOfDraft(draftOfPool(pool))).toEqual({ name, kpiKeys, series });
  });
  it("takes a part of a part from what lies between strokes, whatever the spaces", () => {
    const draft = {
      ...emptyPool,
      name: " Shop ",
      seriesIds: ["a", "b"],
      parts: { a: " EMEA/  search / ", b: "" },
    };
    expect(poolOfDraft(draft)).toEqual({
      name: "Shop",
      kpiKeys: [],
      series: [
        { seriesId: "a", segment: ["EMEA", "search"] },
        { seriesId: "b", segment: [] },
      ],
    });
  });
});
