import type { BreakEven } from "@liftledger/contracts/evaluation";
import { breakEvenLine } from "@liftledger/roi/break-even-line";
import type { EvaluatedInitiative } from "./evaluate-organisation.ts";

/** The break-even line of an initiative as it crosses the wire: every initiative has one. */
export function breakEvenView({ input, result }: EvaluatedInitiative): BreakEven {
  const line = breakEvenLine(input, result);
  const { breakEven } = result;
  return {
    sentence: line.map(({ text }) => text).join(""),
    parts: line.map(({ text, figure }) => ({
      text,
      figureId: figure === null ? null : `initiative/${input.initiativeId}/${figure}`,
    })),
    liftNeeded: breakEven?.liftNeeded ?? null,
    unitValueNeeded: breakEven?.unitValueNeeded ?? null,
    monthlyCostAffordable: breakEven?.monthlyCostAffordable ?? null,
  };
}
