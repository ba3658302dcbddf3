import { sayDays } from "@liftledger/kpis/say-days";
import { formatPeriod } from "./format-date.ts";
import { readerLocale } from "./reader-locale.ts";

/** A sentence of the engine or the server as it is shown: its days, weeks and months in the reader's manner. */
export function formatSentence(sentence: string, locale: string = readerLocale): string {
  return sayDays(sentence, locale, (week) => formatPeriod(week, locale));
}
