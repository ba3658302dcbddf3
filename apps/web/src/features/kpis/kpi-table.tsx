import { Badge, Table, Text } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";

/** The catalogue as a table; on a phone each KPI is a block. */
export function KpiTable({ kpis, onOpen }: { kpis: readonly Kpi[]; onOpen: (key: string) => void }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">KPI</Table.Th>
          <Table.Th w="26%">Counted as</Table.Th>
          <Table.Th>Better</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>Ripe</Table.Th>
          <Table.Th>Owner</Table.Th>
          <Table.Th ta="right">Version</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kpis.map((kpi) => (
          <Table.Tr key={kpi.key}>
            <Table.Th scope="row" fw={400}>
              <button type="button" className="name-button" onClick={() => onOpen(kpi.key)}>
                {kpi.name}
              </button>
              {kpi.source === "own" && (
                <Badge ml={8} variant="default" size="sm" tt="none">
                  own
                </Badge>
              )}
              <Text size="sm" c="dimmed">
                {kpi.sentence}
              </Text>
            </Table.Th>
            <Table.Td data-label="Counted as">{kpiFormula(kpi)}</Table.Td>
            <Table.Td className="short" data-label="Better">
              {kpi.direction}
            </Table.Td>
            <Table.Td className="short" data-label="Role">
              {roleWords[kpi.role].name}
            </Table.Td>
            <Table.Td className="short" data-label="Ripe">
              {maturationWords(kpi)}
            </Table.Td>
            <Table.Td className="short" data-label="Owner">
              {kpi.owner ?? (
                <Text c="dimmed" span size="sm">
                  nobody yet
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label="Version" ta={{ sm: "right" }} className="short tabular">
              {kpi.version}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
