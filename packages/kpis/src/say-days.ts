import { formatIsoDate, isIsoDate, toUtcDate } from "./iso-date.ts";
import { outsideQuotes } from "./outside-quotes.ts";
import { isPeriod, type Period } from "./period.ts";

/**
 * A sentence with its days, weeks and months as people read them, in the given locale. The sentence itself is kept as it
 * was said, with days that sort; whoever shows it says them. What stands in quotation marks is somebody's own words and
 * stays, as does a day that shows how days are written ("such as 2026-01-31"). Of months or weeks one after the other
 * the last one says the year of all that have it.
 *
 * Weeks are said in English, as the sentences are, unless `sayWeek` has other words for them.
 *
 *     sayDays("Chat: its gate was due on 2026-11-25.", "en-GB") // "Chat: its gate was due on 25 November 2026."
 *     sayDays("Log 2026-03 to 2026-05 and 2026-07.", "en-GB")   // "Log March to May and July 2026."
 *     sayDays("Log 2026-W05 and 2026-W08.", "en-GB")            // "Log week 5 and week 8, 2026."
 */
export function sayDays(sentence: string, locale: string, sayWeek: SayWeek = weekInEnglish): string {
  return outsideQuotes(sentence, say);

  function say(text: string, isStart: boolean): string {
    return text.replaceAll(/(?<![\w-]|\bas )\d{4}-W?\d{2}(?:-\d{2})?(?![\w-])/g, (found, at: number) => {
      const isDay: boolean = isIsoDate(found);
      if (isDay) return formatIsoDate(found, locale);
      if (!isPeriod(found)) return found;
      const [, next = ""] =
        /^(?:, | and | to )(\d{4}-W?\d{2})(?![\w-])/.exec(text.slice(at + found.length)) ?? [];
      const said = sayPeriod(found, next, locale, sayWeek);
      const begins = (at === 0 && isStart) || /[.!?]\s$/.test(text.slice(0, at));
      return begins ? said.charAt(0).toLocaleUpperCase(locale) + said.slice(1) : said;
    });
  }
}

/** A week in words: with its year, and alone. */
export type SayWeek = (week: Period) => readonly [whole: string, alone: string];

function weekInEnglish(week: Period): [string, string] {
  const alone = `week ${Number(week.slice(6))}`;
  return [`${alone}, ${week.slice(0, 4)}`, alone];
}

/**
 * "March 2026" and "week 5, 2026"; "March" and "week 5" where `next` is such a one of the same year, in languages that say
 * the year last.
 */
export function sayPeriod(period: Period, next: string, locale: string, sayWeek: SayWeek): string {
  const kind = period.includes("W") ? 6 : 5;
  const [whole, alone] = kind === 6 ? sayWeek(period) : monthInWords(period, locale);
  const isSaidNext = isPeriod(next) && next.length === kind + 2 && next.startsWith(period.slice(0, kind));
  return isSaidNext && whole.startsWith(alone) ? alone : whole;
}

function monthInWords(month: Period, locale: string): [string, string] {
  const day = toUtcDate(`${month}-01`);
  const inWords = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, month: "long", timeZone: "UTC" }).format(day);
  return [inWords({ year: "numeric" }), inWords({})];
}
