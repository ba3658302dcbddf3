import type { Figure, Portfolio } from "@liftledger/contracts/evaluation";
import { SimpleGrid } from "@mantine/core";
import { FigureCard } from "../../components/figure-card.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { RangeText } from "../explain/range-text.tsx";

/** Four figures of the portfolio. */
export function PortfolioFigures({ portfolio }: { portfolio: Portfolio }) {
  const { figures, counts, medianRoi, quartiles } = portfolio;
  const { lowerQuartile, upperQuartile } = figures;
  const decisions = counts.needsDecision === 1 ? "initiative" : "initiatives";
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: "xs", sm: "md" }}>
      <FigureCard
        label="Return on cost, net"
        value={<FigureButton figure={figures.netRoi} fallback="Not known yet" />}
        detail={detailOf(figures.netRoi)}
      />
      <FigureCard
        label="Net benefit"
        value={<FigureButton figure={figures.netBenefit} fallback="Not known yet" />}
        detail={detailOf(figures.netBenefit)}
      />
      <FigureCard
        label="On or above benchmark"
        value={
          <FigureButton
            figure={figures.meetingBenchmark}
            instead={`${counts.meetingBenchmark} of ${counts.judged}`}
          />
        }
        detail={
          medianRoi === null || quartiles === null ? (
            "judged initiatives"
          ) : (
            <>
              half of them at <FigureButton figure={lowerQuartile} /> to{" "}
              <FigureButton figure={upperQuartile} />
            </>
          )
        }
      />
      <FigureCard
        label="Needs a decision"
        value={<FigureButton figure={figures.needsDecision} />}
        detail={`${decisions}; ${counts.tooEarly} too early to judge`}
      />
    </SimpleGrid>
  );
}

function detailOf(figure: Figure) {
  if (figure.interval === null) return figure.reason;
  return <RangeText figure={figure} numbers={{ compact: true }} words="likely range" />;
}
