import type { Figure } from "@liftledger/contracts/evaluation";
import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { csvText } from "../../components/csv-text.ts";
import { saveFile } from "../../components/save-file.ts";

const headings = [
  "initiative",
  "team",
  "owner",
  "pattern",
  "phase",
  "status",
  "verdict",
  "reason",
  "net_roi",
  "net_roi_low",
  "net_roi_high",
  "value_turned_into_money",
  "cost_to_date",
  "currency",
  "band_floor",
  "band_ceiling",
  "last_logged_on",
  "valued_on",
  "known_as_of",
];

/** Hands the rows to the reader as a file named for the day they are valued on. */
export function savePortfolio(until: string, rows: readonly PortfolioRow[]): void {
  saveFile(`portfolio-${until}.csv`, portfolioCsv(rows), "text/csv;charset=utf-8");
}

/** What the table shows as a file: the same rows in the same order, every digit of every number. */
export function portfolioCsv(rows: readonly PortfolioRow[]): string {
  return csvText([headings, ...rows.map(cellsOf)]);
}

function cellsOf(row: PortfolioRow): string[] {
  const { netRoi, realisedValue, cost, band, verdict } = row;
  const number = ({ value }: Figure) => value ?? "";
  return [
    row.name,
    row.team,
    row.owner,
    row.useCasePattern,
    row.phase,
    row.status,
    verdict.headline,
    verdict.reason,
    number(netRoi),
    netRoi.interval?.low ?? "",
    netRoi.interval?.high ?? "",
    number(realisedValue),
    number(cost),
    cost.unit,
    String(band?.floor ?? ""),
    String(band?.ceiling ?? ""),
    row.lastLoggedOn ?? "",
    cost.until,
    cost.asOf,
  ];
}
