import type { CandidateEstimate } from "@liftledger/contracts/candidate";
import { formatMoney } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** What an estimate says, field by field, in words; null where it says nothing. */
function said(
  { effortWeeks, statedValue, seriesId, unitWorth }: CandidateEstimate,
  { currency, scopes }: { currency: string; scopes: ReadonlyMap<string, string> },
): readonly (readonly [name: string, words: string | null])[] {
  return [
    [t`Effort in weeks`, effortWeeks === null ? null : showDecimal(effortWeeks, readerLocale)],
    [t`Measured for`, seriesId === null ? null : (scopes.get(seriesId) ?? seriesId)],
    [
      t`Worth of a unit`,
      unitWorth === null ? null : `${showDecimal(unitWorth.amount, readerLocale)} (${unitWorth.source})`,
    ],
    [
      t`Value in the first year`,
      statedValue === null
        ? null
        : `${formatMoney(Number(statedValue.amount), currency)} (${statedValue.source})`,
    ],
  ];
}

/**
 * What a version says that the one before it did not, "Effort in weeks: 8 → 12"; of the first version all that it says.
 */
export function estimateChanges(
  before: CandidateEstimate | undefined,
  after: CandidateEstimate,
  about: { currency: string; scopes: ReadonlyMap<string, string> },
): string[] {
  const was = before === undefined ? [] : said(before, about);
  return said(after, about).flatMap(([name, words], place) => {
    const old = was[place]?.[1] ?? null;
    if (old === words) return [];
    const is = words ?? t`not said`;
    /* no text: a name and values */
    return [before === undefined ? `${name}: ${is}` : `${name}: ${old ?? t`not said`} → ${is}`];
  });
}
