import { Table } from "@mantine/core";

/** A fact with its name. */
export type Fact = readonly [name: string, words: string];

export interface FactsTableProps {
  facts: readonly Fact[];
}

/** Facts below each other, the name of each as the heading of its row. */
export function FactsTable({ facts }: FactsTableProps) {
  return (
    <Table fz="sm" verticalSpacing={6} className="stacks-on-phone">
      <Table.Tbody>
        {facts.map(([name, words]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500} w={200}>
              {name}
            </Table.Th>
            <Table.Td>{words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
