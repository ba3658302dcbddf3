import type { Person } from "@liftledger/contracts/access";
import { Table, Text } from "@mantine/core";
import { formatInstant } from "../../components/format-date.ts";
import { roleWords, stateWords } from "./role-words.ts";
import { t } from "../../words.ts";

/** Where nothing is known, a phone has no line of it. */
const emptyIf = (isEmpty: boolean) => (isEmpty ? { "data-empty": true } : {});

/** The people as a table; on a phone each is a block. */
export function PeopleTable({ people, onOpen }: { people: readonly Person[]; onOpen: (id: string) => void }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="32%">{t`Name`}</Table.Th>
          <Table.Th>{t`Role`}</Table.Th>
          <Table.Th>{t`Teams`}</Table.Th>
          <Table.Th>{t`Account`}</Table.Th>
          <Table.Th>{t`Second step`}</Table.Th>
          <Table.Th>{t`Last seen`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.personId}>
            <Table.Th scope="row" fw={400}>
              <button type="button" className="name-button" onClick={() => onOpen(person.personId)}>
                {person.name}
              </button>
              <Text size="sm" c="dimmed">
                {person.email ?? t`known by name only`}
              </Text>
            </Table.Th>
            <Table.Td data-label={t`Role`} {...emptyIf(person.role === null)}>
              {person.role === null ? "–" : roleWords[person.role].name}
            </Table.Td>
            <Table.Td data-label={t`Teams`} {...emptyIf(person.teams.length === 0)}>
              {person.teams.map((team) => team.name).join(", ") || "–"}
            </Table.Td>
            <Table.Td data-label={t`Account`}>{stateWords[person.state]}</Table.Td>
            <Table.Td data-label={t`Second step`} {...emptyIf(!person.twoFactor)}>
              {person.twoFactor ? t`app` : "–"}
            </Table.Td>
            <Table.Td data-label={t`Last seen`} className="tabular" {...emptyIf(person.lastSeenAt === null)}>
              {person.lastSeenAt === null ? "–" : formatInstant(person.lastSeenAt)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
