import type { CasePlan } from "@liftledger/contracts/case-plan";
import { lineFieldNames } from "@liftledger/roi/business-case/plan-line";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { percentWords, valueWords, type LineField } from "../cases/plan-words.ts";
import { t } from "../../words.ts";
import { columnName } from "./case-time.ts";

/** The field of a line by the words in which a difference tells it. */
const fieldsByName = new Map(
  Object.entries(lineFieldNames).map(([field, name]) => [name, field as LineField]),
);

/** Rates of the frame: told as shares, read in percent. */
const rates = /* no text: the words of the engine */ new Set([
  "discount rate",
  "risk premium in the discount rate",
  "finance rate",
  "reinvestment rate",
]);

/**
 * One side of a difference as the reader writes it: an amount in the currency of its line, a share in percent, a number
 * or a month by itself, each value of one that changes over time; all else is words of the plan.
 */
export function differenceText(
  plan: Pick<CasePlan, "currency" | "benefits" | "costs">,
  { lineId, field }: { lineId: string | null; field: string },
  told: string,
): string {
  if (rates.has(field)) return isNumber(told) ? percentWords(told) : told;
  const counted = fieldsByName.get(field);
  if (lineId === null || counted === undefined)
    return isNumber(told) ? showDecimal(told, readerLocale) : columnName(told);
  const line = [...plan.benefits, ...plan.costs].find(({ id }) => id === lineId);
  const currency = line?.currency ?? plan.currency;
  const value = (text: string) => (isNumber(text) ? valueWords({ field: counted, currency }, text) : text);
  return told
    .split(", ")
    .map((step) => {
      const [text = "", from] = step.split(" from ");
      return from === undefined ? value(text) : t`${value(text)} from ${columnName(from)}`;
    })
    .join(", ");
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
