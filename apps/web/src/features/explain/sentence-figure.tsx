import type { Figure } from "@liftledger/contracts/evaluation";
import { basisText } from "./basis-text.ts";
import { ExplainButton } from "./explain-button.tsx";
import { t } from "../../words.ts";

export interface SentenceFigureProps {
  figureId: string;
  text: string;
  /** On what it stands, where that is known. */
  figure?: Figure | undefined;
}

/** A number within a sentence that opens its explanation; the sentence reads as if it were text. */
export function SentenceFigure({ figureId, text, figure }: SentenceFigureProps) {
  return (
    <ExplainButton
      className="figure-button in-sentence"
      figureId={figureId}
      data-basis={figure && basisText(figure)}
      aria-description={figure === undefined ? t`Explain` : t`${figure.label}. Explain`}
    >
      {text}
    </ExplainButton>
  );
}
