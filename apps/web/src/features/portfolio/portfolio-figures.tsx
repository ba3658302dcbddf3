import type { Figure } from "@liftledger/contracts/evaluation";
import type { Portfolio } from "@liftledger/contracts/portfolio";
import { SimpleGrid } from "@mantine/core";
import { FigureCard } from "../../components/figure-card.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { RangeText } from "../explain/range-text.tsx";
import { t, tx } from "../../words.ts";

/** Four figures of the portfolio. */
export function PortfolioFigures({ portfolio }: { portfolio: Portfolio }) {
  const { figures, counts, medianRoi, quartiles } = portfolio;
  const { lowerQuartile, upperQuartile } = figures;
  const tooEarly = <SentenceFigure figureId="portfolio/too-early" text={`${counts.tooEarly}`} />;

  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: "xs", sm: "md" }}>
      <FigureCard
        label={t`Return on cost, net`}
        value={<FigureButton figure={figures.netRoi} fallback={t`Not known yet`} />}
        detail={detailOf(figures.netRoi)}
      />
      <FigureCard
        label={t`Net benefit`}
        value={<FigureButton figure={figures.netBenefit} fallback={t`Not known yet`} />}
        detail={detailOf(figures.netBenefit)}
      />
      <FigureCard
        label={t`On or above benchmark`}
        value={
          <FigureButton
            figure={figures.meetingBenchmark}
            instead={t`${counts.meetingBenchmark} of ${counts.judged}`}
          />
        }
        detail={
          medianRoi === null || quartiles === null
            ? t`judged initiatives`
            : tx`the middle half return ${<FigureButton figure={lowerQuartile} />} to ${<FigureButton figure={upperQuartile} />}`
        }
      />
      <FigureCard
        label={t`Needs a decision`}
        value={<FigureButton figure={figures.needsDecision} />}
        detail={
          counts.needsDecision === 1
            ? tx`initiative; ${tooEarly} too early to judge`
            : tx`initiatives; ${tooEarly} too early to judge`
        }
      />
    </SimpleGrid>
  );
}

function detailOf(figure: Figure) {
  if (figure.interval === null) return figure.reason;
  return <RangeText figure={figure} numbers={{ compact: true }} />;
}
