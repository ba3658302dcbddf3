import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import { Box, Group, Text } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { formatAgo } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { intervalAxis, type IntervalAxis } from "../../components/interval-axis.ts";
import { IntervalTicks } from "../../components/interval-strip.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { bandText } from "../verdict/band-text.ts";
import { StatusMark } from "../verdict/status-mark.tsx";
import { phaseWord } from "../verdict/verdict-look.ts";
import { IntervalCell, intervalOf, NameCell, RoiCell } from "./initiative-cells.tsx";
import { groupRows, groupWords } from "./group-rows.ts";
import type { InitiativeListProps } from "./initiative-grid.tsx";
import { actionOrder } from "./portfolio-rows.ts";
import { t, tx } from "../../words.ts";

const shownAtOnce = 100;

/** The initiatives on a phone: one block each, in the order of what needs action. */
export function InitiativeCards({ portfolio, rows, group, shownRef }: InitiativeListProps) {
  const axis = useMemo(() => intervalAxis(portfolio.rows.map(intervalOf)), [portfolio]);
  const ordered = useMemo(() => {
    const action = actionOrder(portfolio);
    const place = (row: PortfolioRow) => action.get(row.initiativeId) ?? 0;
    const inOrder = rows.toSorted((a, b) => place(a) - place(b)).slice(0, shownAtOnce);
    return groupRows(inOrder, group, (row) => row, new Set(portfolio.needsDecision));
  }, [portfolio, rows, group]);
  useEffect(() => {
    shownRef.current = ordered.flatMap((line) => (line.kind === "row" ? [line.row] : []));
  }, [ordered, shownRef]);
  return (
    <>
      <Text size="xs" c="dimmed">{t`Likely range of the ROI; grey: benchmark of the phase`}</Text>
      <Box px="sm">
        <IntervalTicks axis={axis} label={(tick) => formatPercent(tick)} />
      </Box>
      <Box component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {ordered.map((line) =>
          line.kind === "group" ? (
            <Text component="li" key={line.name} fw={700} pt="md" pb={4}>
              {line.name}{" "}
              <Text span size="xs" c="dimmed">
                {groupWords(line)}
              </Text>
            </Text>
          ) : (
            <InitiativeBlock key={line.row.initiativeId} row={line.row} portfolio={portfolio} axis={axis} />
          ),
        )}
      </Box>
      {rows.length > shownAtOnce && (
        <Text
          size="sm"
          c="dimmed"
        >{t`${rows.length - shownAtOnce} more: filter by name, team or owner.`}</Text>
      )}
    </>
  );
}

interface InitiativeBlockProps {
  row: PortfolioRow;
  portfolio: Portfolio;
  axis: IntervalAxis;
}

function InitiativeBlock({ row, portfolio, axis }: InitiativeBlockProps) {
  return (
    <Box component="li" py="sm" style={{ borderTop: "1px solid var(--mantine-color-default-border)" }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Box miw={0}>
          <NameCell row={row} />
          <Box mt={4}>
            <StatusMark verdict={row.verdict} />
          </Box>
        </Box>
        <Box ta="right" style={{ flex: "none" }}>
          <RoiCell row={row} />
        </Box>
      </Group>
      <Box px="sm" my={4}>
        <IntervalCell row={row} axis={axis} />
      </Box>
      <Text size="xs" c="dimmed" component="div">
        {phaseWord(row)}, {bandText(row.band)}.{" "}
        {row.lastLoggedOn === null
          ? t`Never logged.`
          : t`Logged ${formatAgo(row.lastLoggedOn, portfolio.until)}.`}
        <br />
        {tx`Value ${<FigureButton figure={row.realisedValue} of={row.name} />}, cost ${<FigureButton figure={row.cost} of={row.name} />}.`}
      </Text>
    </Box>
  );
}
