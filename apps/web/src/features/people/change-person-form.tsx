import type { MemberRole, Person, Team } from "@liftledger/contracts/access";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { RoleAndTeams } from "./role-and-teams.tsx";
import { t } from "../../words.ts";

export interface ChangePersonFormProps {
  person: Person;
  teams: readonly Team[];
  onSaved: () => void;
}

interface Changes {
  name: string;
  role: MemberRole;
  teamIds: string[];
}

/** Changes name, role and teams. */
export function ChangePersonForm({ person, teams, onSaved }: ChangePersonFormProps) {
  const { personId, version } = person;
  const [changes, setChanges] = useState<Changes>({
    name: person.name,
    role: person.role ?? "viewer",
    teamIds: person.teams.map((team) => team.teamId),
  });
  const change = useCall(
    (client, body: Changes, idempotencyKey) =>
      client.call("changePerson", { params: { personId }, body: { version, ...body }, idempotencyKey }),
    onSaved,
  );
  return (
    <Form onSend={() => change.send(changes)}>
      <Stack gap="sm">
        <TextInput
          label={t`Name`}
          value={changes.name}
          error={fieldProblems(change.error)["name"]}
          onChange={({ currentTarget }) => setChanges({ ...changes, name: currentTarget.value })}
        />
        <RoleAndTeams
          role={changes.role}
          teamIds={changes.teamIds}
          teams={teams}
          onChange={(next) => setChanges({ ...changes, ...next })}
        />
        {change.error !== null && <ProblemAlert what={t`Nothing was changed.`} error={change.error} />}
        <Group>
          <Button
            type="submit"
            loading={change.pending}
            disabled={changes.name.trim() === ""}
          >{t`Save`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
