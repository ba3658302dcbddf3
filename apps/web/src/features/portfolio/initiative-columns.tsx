import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
} from "@tanstack/react-table";
import { formatAgo } from "../../components/format-date.ts";
import type { IntervalAxis } from "../../components/interval-axis.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { StatusMark } from "../verdict/status-mark.tsx";
import { phaseNames } from "../verdict/verdict-look.ts";
import { IntervalCell, NameCell, PhaseCell, RoiCell } from "./initiative-cells.tsx";
import { actionOrder } from "./portfolio-rows.ts";
import { t } from "../../words.ts";

/** What the table can do: sort. */
export const tableAbilities = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
});
const column = createColumnHelper<typeof tableAbilities, PortfolioRow>();
const phaseOrder = Object.keys(phaseNames);
const numberOf = (text: string | null): number | undefined => (text === null ? undefined : Number(text));

/** Every column: its heading, what it sorts by, and how a cell looks. */
export function columnsFor(portfolio: Portfolio, axis: IntervalAxis) {
  const action = actionOrder(portfolio);
  return column.columns([
    column.accessor("name", {
      id: "name",
      header: t`Initiative`,
      sortFn: "text",
      cell: ({ row }) => <NameCell row={row.original} />,
    }),
    column.accessor((row) => phaseOrder.indexOf(row.phase), {
      id: "phase",
      header: t`Phase, benchmark`,
      cell: ({ row }) => <PhaseCell row={row.original} />,
    }),
    column.accessor((row) => action.get(row.initiativeId) ?? 0, {
      id: "action",
      header: t`Status`,
      cell: ({ row }) => <StatusMark verdict={row.original.verdict} />,
    }),
    column.accessor((row) => numberOf(row.netRoi.value), {
      id: "roi",
      header: "ROI",
      sortUndefined: "last",
      cell: ({ row }) => <RoiCell row={row.original} />,
    }),
    column.display({
      id: "interval",
      header: t`Range against benchmark`,
      cell: ({ row }) => <IntervalCell row={row.original} axis={axis} />,
    }),
    column.accessor((row) => numberOf(row.realisedValue.value), {
      id: "value",
      header: t`Value`,
      sortUndefined: "last",
      cell: ({ row }) => <FigureButton figure={row.original.realisedValue} of={row.original.name} />,
    }),
    column.accessor((row) => numberOf(row.cost.value), {
      id: "cost",
      header: t`Cost`,
      sortUndefined: "last",
      cell: ({ row }) => <FigureButton figure={row.original.cost} of={row.original.name} />,
    }),
    column.accessor((row) => row.lastLoggedOn ?? undefined, {
      id: "logged",
      header: t`Last log`,
      sortUndefined: "last",
      cell: ({ row }) => {
        const { lastLoggedOn } = row.original;
        return lastLoggedOn === null ? t`never` : formatAgo(lastLoggedOn, portfolio.until);
      },
    }),
  ]);
}
