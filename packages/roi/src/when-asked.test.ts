import { describe, expect, it } from "vitest";
import { whenAsked } from "./when-asked.ts";

describe("whenAsked", () => {
  it("works a field out when it is first read, and once", () => {
    const asked: string[] = [];
    const figures = whenAsked(
      { name: "Scoring" },
      {
        sum: () => {
          asked.push("sum");
          return { value: 3 };
        },
        median: () => {
          asked.push("median");
          return 1;
        },
      },
    );
    expect(asked).toEqual([]);
    expect(figures.sum).toBe(figures.sum);
    expect(asked).toEqual(["sum"]);
  });

  it("is, to whoever compares or copies it, the plain object", () => {
    const figures = whenAsked({ name: "Scoring" }, { sum: () => 3 });
    expect(figures).toEqual({ name: "Scoring", sum: 3 });
    expect({ ...figures }).toEqual({ name: "Scoring", sum: 3 });
    expect(JSON.stringify(figures)).toBe('{"name":"Scoring","sum":3}');
  });
});
