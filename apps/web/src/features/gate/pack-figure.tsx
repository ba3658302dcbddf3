import type { GatePack } from "@liftledger/contracts/gate";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ExplainButton } from "../explain/explain-button.tsx";
import { figureText } from "../explain/figure-text.ts";
import { t } from "../../words.ts";

type Figure = GatePack["figures"][number];

export interface PackFigureProps {
  figure: Figure;
  /** As it was signed: its explanation is then asked for with the clocks of the evidence. */
  pack: Pick<GatePack, "until" | "asOf">;
  isFrozen: boolean;
  /** Stands there instead of the value. */
  children?: ReactNode;
  label?: string;
}

/** A figure of the evidence that opens its explanation: as things are, or as they were known when it was signed. */
export function PackFigure({ figure, pack: { until, asOf }, isFrozen, children, label }: PackFigureProps) {
  const navigate = useNavigate();
  // As the sentences of the criteria write it: one figure is not read in two ways on a page.
  const text = figureText(figure) ?? t`Not yet`;
  const clocks = isFrozen ? { until, asOf } : {};
  return (
    <ExplainButton
      figureId={figure.figureId}
      aria-label={label ?? t`${text}, ${figure.label}. Explain`}
      onClick={() =>
        void navigate({
          to: ".",
          search: (now) => ({ ...now, ...clocks, explain: figure.figureId }),
          resetScroll: false,
        })
      }
    >
      {children ?? text}
    </ExplainButton>
  );
}

/** The figure of the evidence whose id ends so; undefined in evidence that was signed before there was one. */
export function figureOfPack({ figures }: Pick<GatePack, "figures">, key: string): Figure | undefined {
  return figures.find(({ figureId }) => figureId.endsWith(`/${key}`));
}
