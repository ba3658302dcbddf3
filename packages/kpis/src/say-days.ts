import { formatIsoDate, isIsoDate } from "./iso-date.ts";
import { isPeriod, type Period } from "./period.ts";

/**
 * A sentence with its days as people read them, in the given locale. The sentence itself is kept as it was said, with
 * days that sort; whoever shows it says them. What stands in quotation marks is somebody's own words and stays, as does
 * a day that shows how days are written ("such as 2026-01-31").
 *
 * Weeks and months stay as they are unless `sayPeriod` has words for them.
 *
 *     sayDays("Chat: its gate was due on 2026-11-25.", "en-GB") // "Chat: its gate was due on 25 November 2026."
 */
export function sayDays(
  sentence: string,
  locale: string,
  sayPeriod: (period: Period) => string = (period) => period,
): string {
  return sentence
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, place) => (place % 2 === 1 ? part : say(part, place === 0)))
    .join("");

  function say(text: string, isStart: boolean): string {
    return text.replaceAll(/(?<![\w-]|\bas )\d{4}-W?\d{2}(?:-\d{2})?(?![\w-])/g, (found, at: number) => {
      if (isIsoDate(found)) return formatIsoDate(found, locale);
      if (!isPeriod(found)) return found;
      const said = sayPeriod(found);
      const begins = (at === 0 && isStart) || /[.!?]\s$/.test(text.slice(0, at));
      return begins ? said.charAt(0).toLocaleUpperCase(locale) + said.slice(1) : said;
    });
  }
}
