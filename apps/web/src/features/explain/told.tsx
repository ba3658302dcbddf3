import type { Figure, SentenceParts } from "@liftledger/contracts/evaluation";
import type { ReactNode } from "react";
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
  const pieces: ReactNode[] = formatParts(parts).map(({ text, figureId }, place) =>
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
  // From the end, so that the places before stay what they are.
  for (let place = pieces.lastIndexOf("–"); place > 0; place = pieces.lastIndexOf("–"))
    pieces.splice(place - 1, 3, unbroken(pieces.slice(place - 1, place + 2), place));
  return pieces;
}

/** "100–300%": a range between two numbers stays on one line. */
function unbroken(range: readonly ReactNode[], place: number) {
  return (
    <span key={`range ${place}`} style={{ whiteSpace: "nowrap" }}>
      {range}
    </span>
  );
}
