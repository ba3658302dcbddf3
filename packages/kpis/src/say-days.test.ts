import { describe, expect, it } from "vitest";
import { sayDays } from "./say-days.ts";

describe("sayDays", () => {
  it.each([
    ["Chat: its gate was due on 2026-11-25.", "en-GB", "Chat: its gate was due on 25 November 2026."],
    ["Chat: its gate was due on 2026-11-25.", "de-DE", "Chat: its gate was due on 25. November 2026."],
    ["From 2026-11-01 to 2026-11-30", "en-GB", "From 1 November 2026 to 30 November 2026"],
    // Periods and months are names, and no day of the calendar is no day.
    ["2026-W26 is overdue; the cost of 2026-05 is not booked", "en-GB", null],
    ["due on 2026-02-30, order 12026-11-25, key 2026-11-25-b", "en-GB", null],
    // How a day is written, and what somebody wrote.
    ["Write the days as 2026-03-31, or a day such as 2026-01-31.", "en-GB", null],
    ['"2026-01-31" is taken already', "en-GB", null],
    ["It was known as of 2026-01-31.", "en-GB", "It was known as of 31 January 2026."],
    // A task as its owner called it.
    ["Chat: “Ready by 2026-11-25” is not done", "en-GB", null],
    [
      "“Ready by 2026-11-25” was due on 2026-11-26.",
      "fr-FR",
      "“Ready by 2026-11-25” was due on 26 novembre 2026.",
    ],
  ])("says %j in %s", (sentence, locale, said) => {
    expect(sayDays(sentence, locale)).toBe(said ?? sentence);
  });

  it("says weeks and months by the words it is given", () => {
    const words = (period: string) => `the period ${period}`;
    expect(sayDays("2026-W26 is overdue; the cost of 2026-05 is not booked", "en", words)).toBe(
      "The period 2026-W26 is overdue; the cost of the period 2026-05 is not booked",
    );
    expect(sayDays("Such as 2026-W05. “2026-W06” and 2026-13, key 2026-05-b", "en", words)).toBe(
      "Such as 2026-W05. “2026-W06” and 2026-13, key 2026-05-b",
    );
  });
});
