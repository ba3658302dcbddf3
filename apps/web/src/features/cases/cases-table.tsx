import { Anchor, Card, Group, Table, Text } from "@mantine/core";
import type { BusinessCase } from "@liftledger/contracts/business-case";
import { Link } from "@tanstack/react-router";
import { formatDayOf, formatInstant } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { t } from "../../words.ts";

/** The cases, each with how far its latest version is and which one stands. */
export function CasesTable({ cases }: { cases: readonly BusinessCase[] }) {
  return (
    <Card withBorder padding="sm">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="42%">{t`Business case`}</Table.Th>
            <Table.Th>{t`Latest version`}</Table.Th>
            <Table.Th>{t`Stands approved`}</Table.Th>
            <Table.Th>{t`Changed`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cases.map((one) => (
            <CaseRow key={one.caseId} businessCase={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function CaseRow({ businessCase }: { businessCase: BusinessCase }) {
  const organisationId = useOrganisationId();
  const { caseId, name, initiative, latestNumber, latestStatus, approvedNumber, approvedAt } = businessCase;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link to="/$organisationId/cases/$caseId" params={{ organisationId, caseId }} {...props} />
          )}
        >
          {name}
        </Anchor>{" "}
        <RetiredBadge retired={businessCase.retired} />
        <Text size="sm" c="dimmed">
          {initiative}
        </Text>
      </Table.Th>
      <Table.Td data-label={t`Latest version`}>
        <Group component="span" gap="xs" display="inline-flex">
          <span className="tabular">{latestNumber}</span>
          <StatusBadge status={latestStatus} />
        </Group>
      </Table.Td>
      <Table.Td data-label={t`Stands approved`}>
        {approvedNumber === null || approvedAt === null ? (
          <Text component="span" c="dimmed" size="sm">{t`none`}</Text>
        ) : (
          <span className="tabular">{t`version ${approvedNumber}, ${formatDayOf(approvedAt)}`}</span>
        )}
      </Table.Td>
      <Table.Td data-label={t`Changed`}>
        <span className="tabular">{formatInstant(businessCase.changedAt)}</span>
      </Table.Td>
    </Table.Tr>
  );
}
