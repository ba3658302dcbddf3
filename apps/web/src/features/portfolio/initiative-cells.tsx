import type { PortfolioRow } from "@liftledger/contracts/evaluation";
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { IntervalAxis, IntervalRow } from "../../components/interval-axis.ts";
import { IntervalStrip } from "../../components/interval-strip.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { figureRange } from "../explain/figure-text.ts";
import { isWaiting, markPaths, verdictLooks, waitingWord } from "../verdict/verdict-look.ts";

const numberOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** What the shared axis needs of a row. */
export function intervalOf(row: PortfolioRow): IntervalRow {
  return {
    value: numberOf(row.netRoi.value),
    low: numberOf(row.netRoi.interval?.low),
    high: numberOf(row.netRoi.interval?.high),
    floor: row.band?.floor ?? null,
    ceiling: row.band?.ceiling ?? null,
  };
}

export function NameCell({ row }: { row: PortfolioRow }) {
  const organisationId = useOrganisationId();
  return (
    <>
      <Anchor
        fw={500}
        size="sm"
        c="var(--mantine-color-text)"
        renderRoot={(props) => (
          <Link
            to="/$organisationId/initiatives/$initiativeId"
            params={{ organisationId, initiativeId: row.initiativeId }}
            {...props}
          />
        )}
      >
        {row.name}
      </Anchor>
      <Text size="xs" c="dimmed">
        {row.team}
      </Text>
    </>
  );
}

export function RoiCell({ row }: { row: PortfolioRow }) {
  const waits = waitingWord(row.verdict.status);
  const range = figureRange(row.netRoi);
  return (
    <>
      <Text
        size="sm"
        fw={600}
        component="div"
        c={waits === undefined ? "var(--mantine-color-text)" : "dimmed"}
      >
        <FigureButton figure={row.netRoi} of={row.name} instead={waits} />
      </Text>
      {range !== null && (
        <Text size="xs" c="dimmed" className="tabular">
          {range}
        </Text>
      )}
    </>
  );
}

export function IntervalCell({ row, axis }: { row: PortfolioRow; axis: IntervalAxis }) {
  const look = verdictLooks[row.verdict.status];
  return (
    <IntervalStrip
      {...intervalOf(row)}
      axis={axis}
      colour={look.colour}
      markPath={markPaths[look.shape]}
      tentative={isWaiting(row.verdict.status)}
    />
  );
}
