import type { Figure } from "@liftledger/contracts/evaluation";
import { chance } from "@liftledger/roi/chance";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { FigureButton } from "./figure-button.tsx";

/** A chance in the words a person uses, "7 in 10", that opens its explanation. */
export function ChanceButton({ figure, opens = false }: { figure: Figure; opens?: boolean }) {
  const words = chance(Number(figure.value));
  return <FigureButton figure={figure} instead={opens ? capitalised(words) : words} />;
}
