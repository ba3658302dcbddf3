import { describe, expect, it } from "vitest";
import { rowsAsCsv } from "./save-rows.ts";

describe("rowsAsCsv", () => {
  it("has a column a field, whichever rows have it, nothing for null, and no formula", () => {
    const rows = [
      { name: "Costs", owners: ["Ada", "Ben"], note: null },
      { name: "=1+1", owners: [], forecast: { total: "5" } },
    ];
    expect(rowsAsCsv(rows)).toBe(
      'name,owners,note,forecast\r\nCosts,Ada; Ben,,\r\n\'=1+1,,,"{""total"":""5""}"\r\n',
    );
  });
});
