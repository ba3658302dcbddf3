import type { ReactNode } from "react";
import { Box } from "@mantine/core";
import classes from "../table.module.css";

export interface DataTableProps {
  columns: string[];
  /** One cell a column; the first names its row. */
  rows: ReactNode[][];
  height?: number;
  label?: string;
}

/** The numbers behind a chart, as a table that scrolls in its own region. */
export function DataTable({ columns, rows, height, label }: DataTableProps) {
  return (
    <Box
      className="scroll-region"
      mah={height}
      style={{ overflowY: "auto" }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={`${classes["table"]} ${classes["sticky"]}`} style={{ minWidth: columns.length * 96 }}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-numeric={index > 0 || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // The rows of a picture stay in their order.
            <tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]} data-numeric>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
