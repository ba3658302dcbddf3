import { Table, Text } from "@mantine/core";
import type { BenchmarkChoice } from "@liftledger/contracts/benchmark-set";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { judgedByWords } from "./choice-words.ts";
import { t } from "../../words.ts";

/** What was chosen for whom, newest first: nothing is overwritten. */
export function ChoicesTable({ choices }: { choices: readonly BenchmarkChoice[] }) {
  return (
    <ScrollRegion label={t`Choices of benchmarks`}>
      <Table fz="sm" verticalSpacing={6} className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`For`}</Table.Th>
            <Table.Th>{t`Uses`}</Table.Th>
            <Table.Th>{t`From`}</Table.Th>
            <Table.Th>{t`Chosen`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {choices.map((choice) => (
            <Table.Tr key={`${choice.initiativeId} ${choice.purpose} ${choice.version}`}>
              <Table.Th scope="row" fw={500} miw={140}>
                {choice.initiative ?? t`The whole organisation`}
              </Table.Th>
              <Table.Td miw={160}>
                {choice.purpose === "beside"
                  ? t`${judgedByWords(choice)}, told beside`
                  : judgedByWords(choice)}
                {choice.reason !== "" && (
                  <Text size="xs" c="dimmed">
                    {choice.reason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label={t`From`} style={{ whiteSpace: "nowrap" }}>
                {formatDate(choice.validFrom, readerLocale)}
              </Table.Td>
              <Table.Td miw={140} data-label={t`Chosen`}>
                {formatInstant(choice.recordedAt, readerLocale)}
                <Text size="xs" c="dimmed">
                  {choice.recordedBy}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
