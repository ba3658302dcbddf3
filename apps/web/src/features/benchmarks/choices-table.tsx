import { Table, Text } from "@mantine/core";
import type { BenchmarkChoice } from "@liftledger/contracts/benchmark-set";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { judgedByWords } from "./choice-words.ts";

/** What was chosen for whom, newest first: nothing is overwritten. */
export function ChoicesTable({ choices }: { choices: readonly BenchmarkChoice[] }) {
  return (
    <ScrollRegion label="Choices of benchmarks">
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>For</Table.Th>
            <Table.Th>Uses</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th>Chosen</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {choices.map((choice) => (
            <Table.Tr key={`${choice.initiativeId} ${choice.purpose} ${choice.version}`}>
              <Table.Th scope="row" fw={500} miw={140}>
                {choice.initiative ?? "The whole organisation"}
              </Table.Th>
              <Table.Td miw={160}>
                {judgedByWords(choice)}
                {choice.purpose === "beside" && ", told beside"}
                {choice.reason !== "" && (
                  <Text size="xs" c="dimmed">
                    {choice.reason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>
                {formatDate(choice.validFrom, readerLocale)}
              </Table.Td>
              <Table.Td miw={140}>
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
