import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { Link } from "@tanstack/react-router";
import type { IntervalAxis, IntervalRow } from "../../components/interval-axis.ts";
import { IntervalStrip } from "../../components/interval-strip.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { figureRange } from "../explain/figure-text.ts";
import { bandText } from "../verdict/band-text.ts";
import { isWaiting, markPaths, phaseWord, verdictLooks, waitingWord } from "../verdict/verdict-look.ts";
import classes from "./initiative-cells.module.css";

const numberOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** What the shared axis needs of a row. */
export function intervalOf(row: Pick<PortfolioRow, "netRoi" | "band">): IntervalRow {
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
      <Link
        className={classes["name"]}
        to="/$organisationId/initiatives/$initiativeId"
        params={{ organisationId, initiativeId: row.initiativeId }}
      >
        {row.name}
      </Link>
      <div className={classes["quiet"]}>{row.team}</div>
    </>
  );
}

export function PhaseCell({ row }: { row: PortfolioRow }) {
  return (
    <>
      {phaseWord(row)}
      <div className={classes["quiet"]}>{bandText(row.band)}</div>
    </>
  );
}

export function RoiCell({ row }: { row: PortfolioRow }) {
  const waits = waitingWord(row.verdict.status);
  const range = figureRange(row.netRoi);
  return (
    <>
      <div className={classes[waits === undefined ? "roi" : "waits"]}>
        <FigureButton figure={row.netRoi} of={row.name} instead={waits} />
      </div>
      {range !== null && <div className={classes["quiet"]}>{range}</div>}
    </>
  );
}

interface IntervalCellProps {
  row: Pick<PortfolioRow, "netRoi" | "band" | "verdict">;
  axis: IntervalAxis;
}

export function IntervalCell({ row, axis }: IntervalCellProps) {
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
