import type { Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";
import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { formatPercent } from "../../components/format-number.ts";
import { intervalAxis, type IntervalAxis } from "../../components/interval-axis.ts";
import { IntervalTicks } from "../../components/interval-strip.tsx";
import type { PortfolioColumn } from "../../search-params.ts";
import { intervalOf } from "./initiative-cells.tsx";
import { columnsFor, tableAbilities } from "./initiative-columns.tsx";

export interface InitiativeListProps {
  portfolio: Portfolio;
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
const numeric = new Set(["roi", "value", "cost"]);

/** The initiatives as a table. Past a hundred rows only those in view are in the page. */
export function InitiativeGrid({ portfolio, rows, order, onOrder }: InitiativeListProps) {
  const axis = useMemo(() => intervalAxis(portfolio.rows.map(intervalOf)), [portfolio]);
  const columns = useMemo(() => columnsFor(portfolio, axis), [portfolio, axis]);
  const sorting = useMemo(
    () => [{ id: order.column, desc: order.descending }],
    [order.column, order.descending],
  );
  const table = useTable({ features: tableAbilities, columns, data: rows, state: { sorting } });
  const sorted = table.getRowModel().rows;
  const body = useRef<HTMLTableSectionElement>(null);
  const virtual = sorted.length > 100;
  // oxlint-disable-next-line react/incompatible-library -- no React compiler memoizes this component
  const virtualizer = useWindowVirtualizer({
    count: sorted.length,
    enabled: virtual,
    estimateSize: () => 58,
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const before = items[0] === undefined ? 0 : items[0].start - virtualizer.options.scrollMargin;
  const last = items.at(-1);
  const after =
    last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - virtualizer.options.scrollMargin);
  const shown = virtual ? items.flatMap((item) => sorted[item.index] ?? []) : sorted;
  return (
    <div className="scroll-region" tabIndex={0} role="region" aria-label="Table of initiatives">
      <Table
        verticalSpacing={8}
        horizontalSpacing={8}
        miw={1020}
        fz="sm"
        className="tabular"
        style={{ tableLayout: "fixed" }}
        aria-rowcount={sorted.length + 1}
      >
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
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
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody ref={body}>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {shown.map((row) => (
            <Table.Tr key={row.id} aria-rowindex={virtual ? sorted.indexOf(row) + 2 : undefined}>
              {row.getAllCells().map((cell) => (
                <Table.Td key={cell.id} ta={numeric.has(cell.column.id) ? "right" : undefined}>
                  <table.FlexRender cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type HeaderCellProps = Pick<InitiativeListProps, "order" | "onOrder"> & {
  id: string;
  text: string;
  axis: IntervalAxis;
};

function HeaderCell({ id, text, axis, order, onOrder }: HeaderCellProps) {
  if (id === "interval") {
    return (
      <Table.Th scope="col" w={widths[id]} px="sm">
        {text}
        <IntervalTicks axis={axis} label={(tick) => formatPercent(tick)} />
      </Table.Th>
    );
  }
  const active = order.column === id;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      w={widths[id]}
      ta={numeric.has(id) ? "right" : undefined}
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
    </Table.Th>
  );
}
