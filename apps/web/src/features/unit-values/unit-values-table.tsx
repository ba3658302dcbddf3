import { Button, Group, Stack, Table, Text } from "@mantine/core";
import type { Benefit } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { UnitValue } from "@liftledger/contracts/unit-value";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { assumptionWords, earlierAssumptionWords } from "../initiative/assumption-words.ts";
import { proposalWords, standingWords } from "./unit-value-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

interface UnitValuesTableProps {
  rows: readonly UnitValue[];
  kpis: readonly Kpi[];
  onPropose: (row: UnitValue) => void;
}

/** What each benefit is assumed to be worth, who stands for it; approved here, changed by a proposal. */
export function UnitValuesTable({ rows, kpis, onPropose }: UnitValuesTableProps) {
  return (
    <Table verticalSpacing="sm" className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t`Benefit`}</Table.Th>
          <Table.Th>{t`Assumed`}</Table.Th>
          <Table.Th w="26%">{t`Who stands for it`}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t`Decide or change`}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <UnitValueRow
            key={row.benefitId}
            row={row}
            kpi={kpis.find(({ key }) => key === row.kpiKey)}
            onPropose={() => onPropose(row)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UnitValueRow({
  row,
  kpi,
  onPropose,
}: {
  row: UnitValue;
  kpi: Kpi | undefined;
  onPropose: () => void;
}) {
  const { initiativeId, initiative, kpiName, scope, state, assumptionsVersion } = row;
  const proposal = proposalWords(row);
  const [worth, ...terms] = assumptionWords(row.assumptions, kpi, row.currency);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Text fw={600}>
          {kpiName}, {scope}
        </Text>
        <InitiativeLink initiativeId={initiativeId} size="sm">
          {initiative}
        </InitiativeLink>
      </Table.Th>
      <Table.Td>
        <Text size="sm">{worth}</Text>
        {terms.length > 0 && (
          <Text size="sm" c="dimmed">
            {terms.join(" · ")}
          </Text>
        )}
        {earlierAssumptionWords(row.stretches, kpi, row.currency).map((words) => (
          <Text key={words} size="sm" c="dimmed">
            {words}
          </Text>
        ))}
        {row.scaled !== null && (
          <Text size="sm" c="dimmed">
            {formatSentence(row.scaled.reason)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{standingWords(row)}</Text>
        <Text size="sm" c="dimmed">
          {[proposal, ...(state === "no-money" ? [] : [t`version ${assumptionsVersion}`])]
            .filter((words) => words !== "")
            .join(", ")}
        </Text>
      </Table.Td>
      <Table.Td>{state !== "no-money" && <Deeds row={row} onPropose={onPropose} />}</Table.Td>
    </Table.Tr>
  );
}

function Deeds({ row, onPropose }: { row: UnitValue; onPropose: () => void }) {
  const person = usePerson();
  const name = t`${row.kpiName}, ${row.scope}, of ${row.initiative}`;
  // To record them once more with who stands for them is to approve them.
  const approve = useWrite<string, Benefit>((client, approvedBy, idempotencyKey) =>
    client.call("changeBenefit", {
      params: { benefitId: row.benefitId },
      body: { version: row.version, assumptions: { ...row.assumptions, approvedBy } },
      idempotencyKey,
    }),
  );
  if (person === undefined || (person.role !== "finance" && person.role !== "admin")) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs" justify="flex-end">
        {row.decision === "yours" && (
          <Button
            size="xs"
            aria-label={t`Approve ${name}`}
            loading={approve.pending}
            onClick={() => approve.send(person.name)}
          >{t`Approve`}</Button>
        )}
        <Button
          size="xs"
          variant="default"
          aria-label={t`Propose another for ${name}`}
          onClick={onPropose}
        >{t`Propose another`}</Button>
      </Group>
      {approve.error !== null && <ProblemAlert what={t`It was not approved.`} error={approve.error} />}
    </Stack>
  );
}
