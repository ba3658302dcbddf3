import { Box, Table } from "@mantine/core";

export interface DataTableProps {
  columns: string[];
  /** One cell a column; the first names its row. */
  rows: string[][];
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
      <Table fz="sm" stickyHeader className="tabular" miw={columns.length * 96}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, index) => (
              <Table.Th key={column} scope="col" ta={index === 0 ? "left" : "right"}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            <Table.Tr key={`${row} ${cells[0] ?? ""}`}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <Table.Th key={columns[index]} scope="row" fw={400}>
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td key={columns[index]} ta="right">
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
