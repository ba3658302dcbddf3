import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { FlexRender, useTable, type Row } from "@tanstack/react-table";
import { lazy, memo, Suspense, useEffect, useMemo } from "react";
import { formatPercent } from "../../components/format-number.ts";
import { intervalAxis, type IntervalAxis } from "../../components/interval-axis.ts";
import { IntervalTicks } from "../../components/interval-strip.tsx";
import type { PortfolioColumn, PortfolioGroup } from "../../search-params.ts";
import classes from "../../components/table.module.css";
import { groupRows, groupWords, type Line } from "./group-rows.ts";
import { intervalOf } from "./initiative-cells.tsx";
import cells from "./initiative-cells.module.css";
import { columnsFor, tableAbilities } from "./initiative-columns.tsx";
import { t } from "../../words.ts";

export interface InitiativeListProps {
  portfolio: Portfolio;
  group: PortfolioGroup | undefined;
  /** Told which rows it shows, in which order: what an export writes. */
  shownRef: { current: readonly PortfolioRow[] };
  rows: PortfolioRow[];
  order: { column: PortfolioColumn; descending: boolean };
  onOrder: (column: string, descending: boolean) => void;
}

const widths: Record<string, string> = {
  name: "18%",
  phase: "13%",
  action: "17%",
  roi: "10%",
  interval: "19%",
  value: "7%",
  cost: "7%",
  logged: "9%",
};
type InitiativeTableRow = Row<typeof tableAbilities, PortfolioRow>;

const VirtualRows = lazy(() =>
  import("./virtual-rows.tsx").then((module) => ({ default: module.VirtualRows })),
);

/** From here on the rows outside the window leave the page. */
const longEnough = 100;
const firstRows = Array.from({ length: 30 }, (_, index) => index);
const numeric = new Set(["roi", "value", "cost"]);

/** The initiatives as a table. Past a hundred rows only those in view are in the page. */
export function InitiativeGrid({
  portfolio,
  rows,
  group: by,
  shownRef,
  order,
  onOrder,
}: InitiativeListProps) {
  const axis = useMemo(() => intervalAxis(portfolio.rows.map(intervalOf)), [portfolio]);
  const columns = useMemo(() => columnsFor(portfolio, axis), [portfolio, axis]);
  const sorting = useMemo(
    () => [{ id: order.column, desc: order.descending }],
    [order.column, order.descending],
  );
  const table = useTable({ features: tableAbilities, columns, data: rows, state: { sorting } });
  const sorted = table.getRowModel().rows;
  const lines = useMemo(
    () => groupRows(sorted, by, ({ original }) => original, new Set(portfolio.needsDecision)),
    [sorted, by, portfolio],
  );
  useEffect(() => {
    shownRef.current = lines.flatMap((line) => (line.kind === "row" ? [line.row.original] : []));
  }, [lines, shownRef]);
  const renderRow = (index: number) => {
    const line = lines[index];
    if (line === undefined) return null;
    if (line.kind === "group")
      return <GroupRow key={line.name} line={line} columns={columns.length} index={index} />;
    return <InitiativeRow key={line.row.id} row={line.row} index={index} />;
  };
  return (
    <div className="scroll-region" tabIndex={0} role="region" aria-label={t`Table of initiatives`}>
      <table
        className={classes["table"]}
        style={{ minWidth: 1020, tableLayout: "fixed" }}
        aria-rowcount={lines.length + 1}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  id={header.column.id}
                  text={String(header.column.columnDef.header)}
                  axis={axis}
                  order={order}
                  onOrder={onOrder}
                />
              ))}
            </tr>
          ))}
        </thead>
        {/* In print it may have come in place of the cards, and nothing is fetched any more. */}
        {lines.length > longEnough && !matchMedia("print").matches ? (
          <Suspense fallback={<tbody>{firstRows.map(renderRow)}</tbody>}>
            <VirtualRows count={lines.length} renderRow={renderRow} />
          </Suspense>
        ) : (
          <tbody>{lines.map((_, index) => renderRow(index))}</tbody>
        )}
      </table>
    </div>
  );
}

interface GroupRowProps {
  line: Extract<Line<InitiativeTableRow>, { kind: "group" }>;
  columns: number;
  index: number;
}

/** The name of a group above its rows. */
function GroupRow({ line, columns, index }: GroupRowProps) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="rowgroup" colSpan={columns} className={cells["group"]}>
        {line.name} <span className={cells["quiet"]}>{groupWords(line)}</span>
      </th>
    </tr>
  );
}

/** One row; drawn again only when the row itself changes, not with every turn of the wheel. */
const InitiativeRow = memo(function InitiativeRow({
  row,
  index,
}: {
  row: InitiativeTableRow;
  index: number;
}) {
  return (
    <tr aria-rowindex={index + 2}>
      {row.getAllCells().map((cell) => (
        <td key={cell.id} data-numeric={numeric.has(cell.column.id) || undefined}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
});

type HeaderCellProps = Pick<InitiativeListProps, "order" | "onOrder"> & {
  id: string;
  text: string;
  axis: IntervalAxis;
};

function HeaderCell({ id, text, axis, order, onOrder }: HeaderCellProps) {
  if (id === "interval") {
    return (
      <th scope="col" style={{ width: widths[id] }}>
        {text}
        <IntervalTicks axis={axis} label={(tick) => formatPercent(tick)} />
      </th>
    );
  }
  const active = order.column === id;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      style={{ width: widths[id] }}
      data-numeric={numeric.has(id) || undefined}
      aria-sort={active ? (order.descending ? "descending" : "ascending") : undefined}
    >
      <UnstyledButton
        fz="sm"
        fw={700}
        onClick={() => onOrder(id, active ? !order.descending : numeric.has(id))}
      >
        {text}
        {active && <Arrow size={13} style={{ marginLeft: 3, verticalAlign: "-1px" }} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
