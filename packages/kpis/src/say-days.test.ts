import { describe, expect, it } from "vitest";
import { sayDays } from "./say-days.ts";

describe("sayDays", () => {
  it.each([
    ["Chat: its gate was due on 2026-11-25.", "en-GB", "Chat: its gate was due on 25 November 2026."],
    ["Chat: its gate was due on 2026-11-25.", "de-DE", "Chat: its gate was due on 25. November 2026."],
    ["From 2026-11-01 to 2026-11-30", "en-GB", "From 1 November 2026 to 30 November 2026"],
    // In the order and the words of each place.
    ["due on 2026-05-04", "en-US", "due on May 4, 2026"],
    ["The answer comes around 2027-09-01.", "de-DE", "The answer comes around 1. September 2027."],
    [
      "2026-W26 is overdue; the cost of 2026-05 is not booked",
      "en-GB",
      "Week 26, 2026 is overdue; the cost of May 2026 is not booked",
    ],
    ["the cost of 2026-03 is not booked", "de-DE", "the cost of März 2026 is not booked"],
    // Months one after the other say their year once.
    ["log 2026-03 to 2026-05 and 2026-07.", "en-GB", "log March to May and July 2026."],
    ["log 2026-03 to 2026-05 and 2026-07.", "de-DE", "log März to Mai and Juli 2026."],
    ["log 2026-01, 2026-03 and 2026-05.", "en-US", "log January, March and May 2026."],
    ["log 2025-11 to 2026-02.", "en-GB", "log November 2025 to February 2026."],
    ["from 2026-03 to 2026-05-01", "en-GB", "from March 2026 to 1 May 2026"],
    // So do weeks.
    ["log 2026-W05, 2026-W08 and 2026-W10.", "en-GB", "log week 5, week 8 and week 10, 2026."],
    ["log 2026-W05 to 2026-W08.", "en-GB", "log week 5 to week 8, 2026."],
    ["log 2025-W52 to 2026-W02 and 2026-W04.", "en-GB", "log week 52, 2025 to week 2 and week 4, 2026."],
    ["from 2026-W05 to 2026-03", "en-GB", "from week 5, 2026 to March 2026"],
    ["2026-W05 and 2026-W06 and 3 more", "en-GB", "Week 5 and week 6, 2026 and 3 more"],
    // Where the year comes first it stays.
    ["log 2026-03 and 2026-04.", "ja-JP", "log 2026年3月 and 2026年4月."],
    // No day of the calendar is no day.
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

  it("says weeks by the words it is given", () => {
    const words = (period: string) => [`the period ${period}`, `the period ${period.slice(5)}`] as const;
    expect(sayDays("2026-W26 is overdue; so is 2026-W27", "en", words)).toBe(
      "The period 2026-W26 is overdue; so is the period 2026-W27",
    );
    const yearLast = (period: string) =>
      [`Woche ${period.slice(6)} ${period.slice(0, 4)}`, `Woche ${period.slice(6)}`] as const;
    expect(sayDays("Log 2026-W26 and 2026-W27", "de", yearLast)).toBe("Log Woche 26 and Woche 27 2026");
    // Where the year comes first it stays.
    const yearFirst = (period: string) => [period, period.slice(5)] as const;
    expect(sayDays("Log 2026-W26 and 2026-W27", "en", yearFirst)).toBe("Log 2026-W26 and 2026-W27");
    expect(sayDays("Such as 2026-W05. “2026-W06” and 2026-13, key 2026-05-b", "en", words)).toBe(
      "Such as 2026-W05. “2026-W06” and 2026-13, key 2026-05-b",
    );
  });
});
