import { describe, expect, it } from "vitest";
import { numberMeaning } from "./number-format.ts";

describe("numberMeaning", () => {
  // Built-in numbers of ECMA-376 part 1, 18.8.30.
  it.each([
    [0, "number"],
    [2, "number"],
    [14, "date"],
    [22, "date"],
    [21, "time"],
    [46, "time"],
  ])("knows format %i as a %s", (id, meaning) => {
    expect(numberMeaning(id, undefined)).toBe(meaning);
  });

  it.each([
    ["d mmm yyyy", "date"],
    ["[$-409]mmm-yy;@", "date"],
    ["mmm", "date"],
    ["[h]:mm:ss", "time"],
    ["[mm]:ss", "time"],
    ["h:mm AM/PM", "time"],
    ['0 "days"', "number"],
    ["#,##0.00 [$€-407]", "number"],
    ["[Red]0.00;[Blue]-0.00", "number"],
    ["General", "number"],
    ["\\d0", "number"],
  ])("reads %s as a %s", (code, meaning) => {
    expect(numberMeaning(164, code)).toBe(meaning);
  });
});
