import type { Figure } from "@liftledger/contracts/evaluation";
import type { NumberStyle } from "../../components/format-number.ts";
import { basisText } from "./basis-text.ts";
import { ExplainButton } from "./explain-button.tsx";
import { figureText } from "./figure-text.ts";
import { t } from "../../words.ts";

export interface FigureButtonProps {
  figure: Figure;
  numbers?: NumberStyle;
  /** What stands there while the figure has no value. */
  fallback?: string;
  /** Stands there instead of the value: "Too early", while a derived figure waits. */
  instead?: string | undefined;
  /** Whose figure it is, for a reader who hears it out of its row: "Lead-routing classifier". */
  of?: string;
}

/** A number that opens its explanation. */
export function FigureButton({
  figure,
  numbers = { compact: true },
  fallback = "–",
  instead,
  of,
}: FigureButtonProps) {
  const text = instead ?? figureText(figure, numbers) ?? fallback;

  return (
    <ExplainButton
      figureId={figure.figureId}
      data-basis={basisText(figure)}
      aria-label={
        of === undefined
          ? t`${text}, ${figure.label}. Explain`
          : t`${text}, ${figure.label} of ${of}. Explain`
      }
    >
      {text}
    </ExplainButton>
  );
}
