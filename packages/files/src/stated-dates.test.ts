import { describe, expect, it } from "vitest";
import { statedDates, statedStart } from "./stated-dates.ts";

describe("statedDates", () => {
  it.each([
    ['"July 8, 2025 - July 31, 2025"', { first: "2025-07-08", last: "2025-07-31" }],
    ["Period: 2025-07-01 to 2025-07-31", { first: "2025-07-01", last: "2025-07-31" }],
    ["8 July 2025 – 31 July 2025,,,", { first: "2025-07-08", last: "2025-07-31" }],
    ["2025-07-31", { first: "2025-07-31", last: "2025-07-31" }],
  ])("reads %s", (title, stated) => {
    expect(statedDates(["Campaign report", title])).toEqual(stated);
  });

  it.each(["All time", "03/04/2025 - 05/06/2025", "2025-07-31 - 2025-07-01"])(
    "reads nothing in %s",
    (title) => {
      expect(statedDates([title])).toBeUndefined();
    },
  );
});

describe("statedStart", () => {
  it("takes the line that names the start, nearest the table", () => {
    expect(statedStart(["# Start date: 20231101", "# Start date: 20231208", "# End date: 20240104"])).toBe(
      "2023-12-08",
    );
  });

  it("takes the first day of a range, and nothing where no line says", () => {
    expect(statedStart(["July 8, 2025 - July 31, 2025"])).toBe("2025-07-08");
    expect(statedStart(["Views"])).toBeUndefined();
  });
});
