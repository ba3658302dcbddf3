import { describe, expect, it } from "vitest";
import { killUnderLoad } from "../faults/kill-under-load.ts";

describe("killUnderLoad", () => {
  it("finds every acknowledged snapshot exactly once after five kills (`npm run faults -- f1` does 50)", async () => {
    const found = await killUnderLoad({ cycles: 5, acknowledged: 200 });
    expect(found).toMatchObject({ lost: 0, twice: 0, unacknowledged: 0, faults: [] });
    expect(found.acknowledged).toBeGreaterThanOrEqual(200);
  }, 120_000);
});
