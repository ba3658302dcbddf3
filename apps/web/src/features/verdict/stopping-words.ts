import type { Figure } from "@liftledger/contracts/evaluation";
import { figureText } from "../explain/figure-text.ts";

/** "gives up €12.3K a month", "saves €4.7K a month": which way the money goes stands in the word, not in a sign. */
export function stoppingWords(figure: Figure, locale?: string): string {
  const value = Number(figure.value);
  if (figure.value === null) return "Not known";
  if (value === 0) return "Costs nothing";
  const amount = { ...figure, value: String(Math.abs(value)) };
  return `${value > 0 ? "Gives up" : "Saves"} ${figureText(amount, { compact: true, locale })}`;
}
