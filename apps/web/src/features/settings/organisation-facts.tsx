import type { Organisation } from "@liftledger/contracts/organisation";
import { Table, Text } from "@mantine/core";
import { t } from "../../words.ts";
import { currencyWords } from "./currency-words.ts";

/** What an admin has set, for who may not change it. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const facts = [
    [t`Name`, organisation.name],
    [t`Currency`, currencyWords(organisation.currency)],
    [t`Time zone`, organisation.timeZone],
  ];
  return (
    <>
      <Table withRowBorders={false} w="auto">
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400} c="dimmed">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {t`An admin can change these.`}
      </Text>
    </>
  );
}
