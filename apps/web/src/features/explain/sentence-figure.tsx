import type { Figure } from "@liftledger/contracts/evaluation";
import { basisText } from "./basis-text.ts";
import { useOpenExplanation } from "./use-explain.ts";
import { t } from "../../words.ts";

export interface SentenceFigureProps {
  figureId: string;
  text: string;
  /** On what it stands, where that is known. */
  figure?: Figure | undefined;
}

/** A number within a sentence that opens its explanation; the sentence reads as if it were text. */
export function SentenceFigure({ figureId, text, figure }: SentenceFigureProps) {
  const open = useOpenExplanation();
  return (
    <button
      type="button"
      className="figure-button in-sentence"
      data-figure-id={figureId}
      data-basis={figure && basisText(figure)}
      aria-haspopup="dialog"
      aria-description={figure === undefined ? t`Explain` : t`${figure.label}. Explain`}
      onClick={() => open(figureId)}
    >
      {text}
    </button>
  );
}
