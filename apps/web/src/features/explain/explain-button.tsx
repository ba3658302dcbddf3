import type { ComponentProps } from "react";
import { OpeningButton } from "../../components/opening-button.tsx";
import { useOpenExplanation } from "./use-explain.ts";

export interface ExplainButtonProps extends ComponentProps<"button"> {
  figureId: string;
}

/** What is within opens the explanation of a figure. */
export function ExplainButton({ figureId, ...props }: ExplainButtonProps) {
  const open = useOpenExplanation();
  return <OpeningButton data-figure-id={figureId} onClick={() => open(figureId)} {...props} />;
}
