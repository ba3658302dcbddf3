import { Table, Text } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { t } from "../../words.ts";

const shownRows = 4;
const shownColumns = 14;

/** The first rows of a file as they were read, so that one sees what the mapping is about. */
export function FileRows({ inspection, name }: { inspection: FileInspection; name: string }) {
  const columns = inspection.columns.slice(0, shownColumns);
  const left = inspection.columns.length - columns.length;
  return (
    <div>
      <ScrollRegion label={t`First rows of ${name}`}>
        <Table fz="xs" withTableBorder verticalSpacing={4} style={{ whiteSpace: "nowrap" }}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.name}>
                  {column.name}
                  <Text size="xs" c="dimmed" fw={400}>
                    {looksLikeWords[column.looksLike]}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inspection.sampleRows.slice(0, shownRows).map((row, index) => (
              // The rows of a file have no other name than their place.
              <Table.Tr key={index}>
                {columns.map((column, place) => (
                  <Table.Td key={column.name} className="tabular" translate="no">
                    {row[place]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {left > 0 && <Text size="xs" c="dimmed" mt={4}>{t`and ${left} more columns`}</Text>}
    </div>
  );
}

const looksLikeWords = { date: t`a date`, number: t`a number`, text: "text", empty: "empty" };
