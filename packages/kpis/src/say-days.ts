import { formatIsoDate, isIsoDate } from "./iso-date.ts";

/**
 * A sentence with its days as people read them, in the given locale. The sentence itself is kept as it was said, with
 * days that sort; whoever shows it says them. What stands in quotation marks is somebody's own words and stays, as does
 * a day that shows how days are written ("such as 2026-01-31").
 *
 *     sayDays("Chat: its gate was due on 2026-11-25.", "en-GB") // "Chat: its gate was due on 25 November 2026."
 */
export function sayDays(sentence: string, locale: string): string {
  return sentence
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, place) => (place % 2 === 1 ? part : withDays(part, locale)))
    .join("");
}

function withDays(text: string, locale: string): string {
  return text.replaceAll(/(?<![\w-]|\bas )\d{4}-\d{2}-\d{2}(?![\w-])/g, (day) =>
    isIsoDate(day) ? formatIsoDate(day, locale) : day,
  );
}
