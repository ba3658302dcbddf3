import { formatKpiValue } from "@liftledger/kpis/unit";
import { withinSentence } from "@liftledger/kpis/within-sentence";
import type { BreakEvenPart } from "./break-even.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import type { InitiativeInput } from "./initiative-input.ts";

const locale = "en-GB";

/**
 * The break-even line that every initiative carries, in pieces. Where the verdict waits it is an indication and says
 * so; where no lift can be named yet it says what has to be brought and what is missing to name one.
 *
 * @example
 * // "No cost is recorded yet: what it has to bring can be said once the first is."
 */
export function breakEvenLine(
  { currency }: Pick<InitiativeInput, "currency">,
  result: Pick<InitiativeResult, "breakEven" | "verdict" | "figures" | "benefits">,
): BreakEvenPart[] {
  const { breakEven, verdict, figures, benefits } = result;
  if (breakEven !== null) {
    if (verdict.probabilities !== null || verdict.status === "no-return-expected") return breakEven.parts;
    const [first, ...rest] = breakEven.parts;
    const opening = `Not judged yet, so only an indication: ${withinSentence(first?.text ?? "")}`;
    return [plain(opening), ...rest];
  }
  const cost = Number(figures.cost.figure.value ?? 0);
  if (cost <= 0)
    return [plain("No cost is recorded yet: what it has to bring can be said once the first is.")];
  return [
    plain("To break even this has to bring the "),
    { text: formatKpiValue(cost, "money", { locale, currency }), figure: "cost" },
    plain(` it has cost so far; ${whyNoLift(benefits, figures.realisedValue.figure.reason)}.`),
  ];
}

function whyNoLift(benefits: InitiativeResult["benefits"], reason: string | null): string {
  const carriers = benefits.filter(({ value }) => value.kind !== "no-money");
  if (carriers.length === 0) return "how much of a lift that is can be said once it claims a benefit";
  if (reason !== null) return `how much of a lift that is cannot be said yet: ${reason}`;
  return "none of what it moved counts as turned into money, so no lift would do it";
}

const plain = (text: string): BreakEvenPart => ({ text, figure: null });
