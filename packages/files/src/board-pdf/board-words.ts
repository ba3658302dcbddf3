import { currencyExponent } from "@liftledger/finance/currency";
import { sayDays } from "@liftledger/kpis/say-days";

/** The manner of a paper, which is written in English and read by many. */
const locale = "en-GB";

/** A sentence as a paper says it: its days, weeks and months in its own manner. */
export function paperWords(sentence: string): string {
  return sayDays(sentence, locale);
}

/** An amount as a board reads it: whole units with their currency, a true minus. */
export function moneyWords(amount: number, currency: string): string {
  // A currency nobody knows is refused here, before a page shows it.
  currencyExponent(currency);
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  return minus(format.format(Math.abs(amount) < 0.5 ? 0 : amount));
}

/** An amount on an axis: "€1.2m". */
export function shortMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  });
  return minus(format.format(amount));
}

/** A ratio as a percentage, or the words that stand in its place. */
export function percentWords(ratio: number | string): string {
  if (typeof ratio === "string") return ratio;
  const digits = Math.abs(ratio) < 1 ? 1 : 0;
  return minus(`${(ratio * 100).toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",")}%`);
}

/** A time in periods, or the words that stand in its place. */
export function timeWords(time: number | string, period: string): string {
  if (typeof time === "string") return time;
  return `${time.toFixed(1)} ${period}s`;
}

function minus(text: string): string {
  return text.replace(/^-/, "−");
}
