import type { Figure } from "@liftledger/contracts/evaluation";
import type { NumberStyle } from "../../components/format-number.ts";
import { figureText } from "../explain/figure-text.ts";
import { t } from "../../words.ts";

/** "gives up €12.3K a month", "saves €4.7K a month": which way the money goes stands in the word, not in a sign. */
export function stoppingWords(figure: Figure, style: NumberStyle = { compact: true }): string {
  const value = Number(figure.value);
  if (figure.value === null) return t`Not known`;
  if (value === 0) return t`Costs nothing`;
  const amount = { ...figure, value: String(Math.abs(value)) };
  const money = figureText(amount, style) ?? "";
  return value > 0 ? t`Gives up ${money}` : t`Saves ${money}`;
}
