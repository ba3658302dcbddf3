import { formatIsoDate, isIsoDate, toUtcDate } from "./iso-date.ts";
import { isPeriod, type Period } from "./period.ts";

/**
 * A sentence with its days, weeks and months as people read them, in the given locale. The sentence itself is kept as it
 * was said, with days that sort; whoever shows it says them. What stands in quotation marks is somebody's own words and
 * stays, as does a day that shows how days are written ("such as 2026-01-31"). Of months one after the other the last
 * one says the year of all that have it.
 *
 * Weeks are said in English, as the sentences are, unless `sayWeek` has other words for them.
 *
 *     sayDays("Chat: its gate was due on 2026-11-25.", "en-GB") // "Chat: its gate was due on 25 November 2026."
 *     sayDays("Log 2026-03 to 2026-05 and 2026-07.", "en-GB")   // "Log March to May and July 2026."
 */
export function sayDays(
  sentence: string,
  locale: string,
  sayWeek: (week: Period) => string = weekInEnglish,
): string {
  return sentence
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, place) => (place % 2 === 1 ? part : say(part, place === 0)))
    .join("");

  function say(text: string, isStart: boolean): string {
    return text.replaceAll(/(?<![\w-]|\bas )\d{4}-W?\d{2}(?:-\d{2})?(?![\w-])/g, (found, at: number) => {
      const isDay: boolean = isIsoDate(found);
      if (isDay) return formatIsoDate(found, locale);
      if (!isPeriod(found)) return found;
      const rest = text.slice(at + found.length);
      const said = found.includes("W") ? sayWeek(found) : monthInWords(found, locale, rest);
      const begins = (at === 0 && isStart) || /[.!?]\s$/.test(text.slice(0, at));
      return begins ? said.charAt(0).toLocaleUpperCase(locale) + said.slice(1) : said;
    });
  }
}

function weekInEnglish(week: Period): string {
  return `week ${Number(week.slice(6))}, ${week.slice(0, 4)}`;
}

/** "March 2026"; "March" where a month of the same year comes next, in languages that say the year last. */
function monthInWords(month: Period, locale: string, rest: string): string {
  const day = toUtcDate(`${month}-01`);
  const inWords = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, month: "long", timeZone: "UTC" }).format(day);
  const [whole, alone] = [inWords({ year: "numeric" }), inWords({})];
  const [, next = ""] = /^(?:, | and | to )(\d{4}-\d{2})(?![\w-])/.exec(rest) ?? [];
  const isSaidNext = isPeriod(next) && next.startsWith(month.slice(0, 5));
  return isSaidNext && whole.startsWith(alone) ? alone : whole;
}
