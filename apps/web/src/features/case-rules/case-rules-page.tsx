import { Card, Group, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import type { CaseSettings } from "@liftledger/contracts/business-case";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { SaveTableButton } from "../case-results/save-table-button.tsx";
import { rowsAsTable } from "../case-results/save-rows.ts";
import { percentWords } from "../cases/plan-words.ts";
import { CaseRulesForm } from "./case-rules-form.tsx";
import { caseSettingsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** By which rules business cases are planned and approved, and who set them. */
export function CaseRulesPage() {
  const query = useQuery(caseSettingsQuery(useOrganisationId()));
  const currency = useOrganisation()?.currency;
  const role = usePerson()?.role ?? "viewer";
  const rows = query.data?.rows;
  return (
    <>
      <PageHeader
        title={t`Rules for business cases`}
        subline={t`What holds for every case that is submitted from now on; those that wait or stand keep the rules they were submitted under.`}
      />
      <Stack gap="lg" maw={900}>
        {query.isError && (
          <FailedQuery
            what={t`The rules could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {query.isPending && <Skeleton height={320} radius="md" />}
        {rows !== undefined && currency !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">
              {rows.length === 0 ? t`No rules are set yet` : t`In force`}
            </Title>
            {role === "finance" || role === "admin" ? (
              <CaseRulesForm rules={rows[0]} currency={currency} />
            ) : (
              <Text size="sm">
                {rows.length === 0
                  ? t`Finance sets them. Until then each case states its own discount rate, and one signature approves it.`
                  : t`The latest version below. Finance sets the next one: tell them what should change.`}
              </Text>
            )}
          </Card>
        )}
        {rows !== undefined && rows.length > 0 && (
          <Card withBorder padding="md">
            <Group justify="space-between" mb="sm">
              <Title order={2} fz="lg">{t`Versions`}</Title>
              <SaveTableButton
                name={t`Versions`}
                fileName="rules-for-business-cases.csv"
                rows={() => rowsAsTable(rows)}
              />
            </Group>
            <VersionsTable rows={rows} />
          </Card>
        )}
      </Stack>
    </>
  );
}

function VersionsTable({ rows }: { rows: readonly CaseSettings[] }) {
  const money = (amount: string | null, currency: string) =>
    amount === null ? t`none` : formatMoney(Number(amount), currency);
  return (
    <Table fz="sm" className="tabular stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Version`}</Table.Th>
          <Table.Th>{t`Discount rate`}</Table.Th>
          <Table.Th>{t`Two signatures from`}</Table.Th>
          <Table.Th>{t`One page below`}</Table.Th>
          <Table.Th>{t`Set by`}</Table.Th>
          <Table.Th>{t`Approved by`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.version}>
            <Table.Th scope="row" fw={500}>
              {row.version}
              <Text size="xs" c="dimmed" fw={400}>
                {row.source}
              </Text>
            </Table.Th>
            <Table.Td data-label={t`Discount rate`}>
              {row.discountRate === null
                ? t`none`
                : row.discountRate.prices === "real"
                  ? t`${percentWords(row.discountRate.annual)} real`
                  : t`${percentWords(row.discountRate.annual)} nominal`}
            </Table.Td>
            <Table.Td data-label={t`Two signatures from`}>
              {money(row.twoSignaturesFrom, row.currency)}
            </Table.Td>
            <Table.Td data-label={t`One page below`}>{money(row.onePageBelow, row.currency)}</Table.Td>
            <Table.Td data-label={t`Set by`}>
              {row.recordedBy}
              <Text size="xs" c="dimmed" component="span" display="block">
                {formatInstant(row.recordedAt)}
              </Text>
            </Table.Td>
            <Table.Td data-label={t`Approved by`}>{row.approvedBy}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
