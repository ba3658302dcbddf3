import type { Figure, SentenceParts } from "@liftledger/contracts/evaluation";
import { formatParts } from "../../components/format-sentence.ts";
import { SentenceFigure } from "./sentence-figure.tsx";

export interface ToldProps {
  parts: SentenceParts;
  /** What is known of the figures in it. */
  figures?: Readonly<Record<string, Figure | null>>;
}

/** A sentence of the engine; each number in it that is a figure opens its explanation. */
export function Told({ parts, figures = {} }: ToldProps) {
  const known = Object.values(figures);
  return formatParts(parts).map(({ text, figureId }, place) =>
    figureId === null ? (
      text
    ) : (
      <SentenceFigure
        // oxlint-disable-next-line react/no-array-index-key -- a sentence may name one figure twice
        key={place}
        figureId={figureId}
        text={text}
        figure={known.find((figure) => figure?.figureId === figureId) ?? undefined}
      />
    ),
  );
}
