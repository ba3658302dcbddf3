import type { Person, Team } from "@liftledger/contracts/access";
import { Button, Card, Group, Stack, Table, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";

/** The teams with who is in them; one can be added, and each renamed. */
export function TeamsCard({ teams, people }: { teams: readonly Team[]; people: readonly Person[] }) {
  const [name, setName] = useState("");
  const create = useCall(
    (client, body: { name: string }) => client.call("createTeam", { body }),
    () => setName(""),
  );
  const membersOf = (teamId: string) =>
    people.filter((person) => person.teams.some((team) => team.teamId === teamId)).map((one) => one.name);
  return (
    <Card withBorder padding="sm">
      <Title order={2} fz="lg" mb="sm">
        Teams
      </Title>
      <Stack gap="sm">
        {teams.length > 0 && (
          <Table verticalSpacing="sm" className="stacks-on-phone">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="32%">Team</Table.Th>
                <Table.Th>People</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">Rename</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {teams.map((team) => (
                <TeamRow key={team.teamId} team={team} members={membersOf(team.teamId)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {create.error !== null && <ProblemAlert what="The team was not added." error={create.error} />}
        <Form onSend={() => create.send({ name })}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label="New team"
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={create.pending} disabled={name.trim() === ""}>
              Add the team
            </Button>
          </Group>
        </Form>
      </Stack>
    </Card>
  );
}

function TeamRow({ team, members }: { team: Team; members: readonly string[] }) {
  const [name, setName] = useState<string | null>(null);
  const rename = useCall(
    (client, body: { name: string; version: number }) =>
      client.call("renameTeam", { params: { teamId: team.teamId }, body }),
    () => setName(null),
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name === null ? (
          team.name
        ) : (
          <Form onSend={() => rename.send({ name, version: team.version })}>
            <Group gap="xs">
              <TextInput
                aria-label={`New name of ${team.name}`}
                autoFocus
                value={name}
                error={rename.error?.message}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
              <Button type="submit" size="xs" loading={rename.pending} disabled={name.trim() === ""}>
                Save
              </Button>
              <Button size="xs" variant="default" onClick={() => setName(null)}>
                Cancel
              </Button>
            </Group>
          </Form>
        )}
      </Table.Th>
      <Table.Td data-label="People">{members.join(", ") || "nobody yet"}</Table.Td>
      <Table.Td ta={{ sm: "right" }}>
        {name === null && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Rename ${team.name}`}
            onClick={() => setName(team.name)}
          >
            Rename
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
