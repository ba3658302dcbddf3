import type { Figure, InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { SimpleGrid } from "@mantine/core";
import { FigureCard } from "../../components/figure-card.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { figureRange } from "../explain/figure-text.ts";

/** Six figures of one initiative, each open to question. */
export function InitiativeFigures({ figures }: Pick<InitiativeEvaluation, "figures">) {
  const cards = [
    { label: "Return on cost, net", figure: figures.netRoi },
    { label: "Net benefit", figure: figures.netBenefit },
    { label: "Value, cashed", figure: figures.realisedValue },
    { label: "Cost to date", figure: figures.cost },
    { label: "With freed capacity", figure: figures.cashPlusCapacityRoi },
    { label: "Within this phase", figure: figures.inPhaseRoi },
  ];
  return (
    <SimpleGrid cols={2} spacing={{ base: "xs", sm: "md" }} h="100%">
      {cards.map(({ label, figure }) => (
        <FigureCard
          key={label}
          label={label}
          value={<FigureButton figure={figure} fallback="Not yet" />}
          detail={detailOf(figure)}
        />
      ))}
    </SimpleGrid>
  );
}

function detailOf(figure: Figure): string | null {
  const range = figureRange(figure, { compact: true });
  return range === null ? figure.reason : `likely ${range}`;
}
