import type { ListedTeam, Person } from "@liftledger/contracts/access";
import { Button, Card, Group, Stack, Table, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { TeamRow } from "./team-row.tsx";
import { t } from "../../words.ts";

/** The teams with who is in them; one can be added, and each renamed or retired. */
export function TeamsCard({ teams, people }: { teams: readonly ListedTeam[]; people: readonly Person[] }) {
  const [name, setName] = useState("");
  const create = useCall(
    (client, body: { name: string }, idempotencyKey) => client.call("createTeam", { body, idempotencyKey }),
    () => setName(""),
  );
  const { shown, control } = useShownRows(teams);
  const membersOf = (teamId: string) =>
    people.filter((person) => person.teams.some((team) => team.teamId === teamId)).map((one) => one.name);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="lg">{t`Teams`}</Title>
        {control}
      </Group>
      <Stack gap="sm">
        {shown.length > 0 && (
          <Table verticalSpacing="sm" className="stacks-on-phone">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="32%">{t`Team`}</Table.Th>
                <Table.Th>{t`People`}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t`Rename, retire or restore`}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((team) => (
                <TeamRow key={team.teamId} team={team} members={membersOf(team.teamId)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {create.error !== null && <ProblemAlert what={t`The team was not added.`} error={create.error} />}
        <Form onSend={() => create.send({ name })}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t`New team`}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              loading={create.pending}
              disabled={name.trim() === ""}
            >{t`Add the team`}</Button>
          </Group>
        </Form>
      </Stack>
    </Card>
  );
}
