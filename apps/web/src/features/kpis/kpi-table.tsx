import { Badge, Table, Text } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";
import { t } from "../../words.ts";

/** The catalogue as a table, each KPI leading to its page; on a phone each is a block. */
export function KpiTable({ kpis }: { kpis: readonly Kpi[] }) {
  const organisationId = useOrganisationId();
  return (
    <Table verticalSpacing="sm" highlightOnHover className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{t`KPI`}</Table.Th>
          <Table.Th w="26%">{t`Counted as`}</Table.Th>
          <Table.Th>{t`Better`}</Table.Th>
          <Table.Th>{t`Role`}</Table.Th>
          <Table.Th>{t`Ripe`}</Table.Th>
          <Table.Th>{t`Owner`}</Table.Th>
          <Table.Th ta="right">{t`Version`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kpis.map((kpi) => (
          <Table.Tr key={kpi.key}>
            <Table.Th scope="row" fw={400}>
              <Link
                className="name-button"
                to="/$organisationId/kpis/$kpiKey"
                params={{ organisationId, kpiKey: kpi.key }}
              >
                {kpi.name}
              </Link>
              {kpi.source === "own" && <Badge ml={8} variant="default" size="sm" tt="none">{t`own`}</Badge>}
              {kpi.retired !== null && (
                <Badge ml={8} variant="default" size="sm" tt="none">{t`retired`}</Badge>
              )}
              <Text size="sm" c="dimmed">
                {kpi.sentence}
              </Text>
            </Table.Th>
            <Table.Td data-label={t`Counted as`}>{kpiFormula(kpi)}</Table.Td>
            <Table.Td className="short" data-label={t`Better`}>
              {kpi.direction}
            </Table.Td>
            <Table.Td className="short" data-label={t`Role`}>
              {roleWords[kpi.role].name}
            </Table.Td>
            <Table.Td className="short" data-label={t`Ripe`}>
              {maturationWords(kpi)}
            </Table.Td>
            <Table.Td className="short" data-label={t`Owner`}>
              {kpi.owner ?? <Text c="dimmed" span size="sm">{t`nobody yet`}</Text>}
            </Table.Td>
            <Table.Td data-label={t`Version`} ta={{ sm: "right" }} className="short tabular">
              {kpi.version}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
