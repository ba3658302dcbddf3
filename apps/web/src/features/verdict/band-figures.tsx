import type { Band } from "@liftledger/contracts/evaluation";
import { bandEdgeId, type BandEdge } from "@liftledger/roi/benchmark-figure-id";
import { formatPercent } from "../../components/format-number.ts";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { tx } from "../../words.ts";

/** One number of a benchmark within a sentence: it opens to the source that states it. */
export function BandEdgeFigure({ band, edge }: { band: Band; edge: BandEdge }) {
  const ratio = band[edge];
  return ratio === null ? null : (
    <SentenceFigure figureId={bandEdgeId(band, edge)} text={formatPercent(ratio)} />
  );
}

/** The benchmark of a phase within a sentence, as `bandText` says it. */
export function BandFigures({ band }: { band: Band }) {
  const floor = <BandEdgeFigure band={band} edge="floor" />;
  if (band.ceiling === null) return tx`${floor} and more`;
  return tx`${floor} to ${<BandEdgeFigure band={band} edge="ceiling" />}`;
}
