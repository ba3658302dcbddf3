import type { Figure, InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { SimpleGrid } from "@mantine/core";
import { FigureCard } from "../../components/figure-card.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { RangeText } from "../explain/range-text.tsx";
import { waitingWord } from "../verdict/verdict-look.ts";
import { formatDate } from "../../components/format-date.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** Six figures of one initiative, each open to question. */
export function InitiativeFigures({
  figures,
  verdict,
  initiative,
}: Pick<InitiativeEvaluation, "figures" | "verdict" | "initiative">) {
  const waits = waitingWord(verdict.status);
  const cards = [
    { label: t`Return on cost, net`, figure: figures.netRoi, instead: waits },
    { label: t`Net benefit`, figure: figures.netBenefit, instead: waits },
    { label: t`Value turned into money`, figure: figures.realisedValue, instead: undefined },
    { label: t`Cost to date`, figure: figures.cost, instead: undefined },
    { label: t`With freed capacity`, figure: figures.cashPlusCapacityRoi, instead: waits },
    {
      label: t`Within this phase`,
      figure: figures.inPhaseRoi,
      instead: waits,
      span: t`since ${formatDate(initiative.phaseEnteredOn)}`,
    },
  ];
  return (
    <SimpleGrid cols={2} spacing={{ base: "xs", sm: "md" }}>
      {cards.map(({ label, figure, instead, span }) => (
        <FigureCard
          key={label}
          label={label}
          value={<FigureButton figure={figure} fallback={t`Not yet`} instead={instead} />}
          detail={detailOf(figure, waits !== undefined) ?? span}
        />
      ))}
    </SimpleGrid>
  );
}

/** Where nothing can be judged yet the verdict says why, once. */
function detailOf(figure: Figure, waits: boolean) {
  if (waits && figure.value === null) return t`the verdict says why`;
  if (figure.interval === null) return figure.reason === null ? null : formatSentence(figure.reason);
  return <RangeText figure={figure} numbers={{ compact: true }} short />;
}
