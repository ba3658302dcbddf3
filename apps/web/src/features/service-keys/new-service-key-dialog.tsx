import type { ServiceKey } from "@liftledger/contracts/access";
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { teamsQuery } from "../access/queries.ts";
import { useCall } from "../access/use-call.ts";
import { scopeWords } from "./scope-words.ts";
import { t } from "../../words.ts";

export interface NewServiceKeyDialogProps {
  onClose: () => void;
  onMade: (made: { serviceKey: ServiceKey; key: string }) => void;
}

type Scope = ServiceKey["scopes"][number];
const scopes = Object.keys(scopeWords) as Scope[];
const lives = [
  { value: "30", label: t`30 days` },
  { value: "90", label: t`90 days` },
  { value: "366", label: t`a year` },
];

interface Wanted {
  name: string;
  scopes: Scope[];
  teamIds: string[];
  days: string;
}

/** Makes a key: what for, for which teams, for how long. What was typed is forgotten once it is sent or cancelled. */
export function NewServiceKeyDialog({ onClose, onMade }: NewServiceKeyDialogProps) {
  const known = useQuery(teamsQuery).data?.rows ?? [];
  const teams = known.filter(({ retired }) => retired === null);
  const draft = useDraft<Wanted>(`service-key:${useOrganisationId()}`, {
    name: "",
    scopes: ["read"],
    teamIds: [],
    days: "90",
  });
  const { name, scopes: chosen, teamIds, days } = draft.value;
  const change = (next: Partial<Wanted>) => draft.set((before) => ({ ...before, ...next }));
  const make = useCall(
    (client) =>
      client.call("createServiceKey", {
        body: { name, scopes: chosen, teamIds: teamIds.length === 0 ? null : teamIds, days: Number(days) },
      }),
    (made) => {
      draft.clear();
      onClose();
      onMade(made);
    },
  );
  const problems = fieldProblems(make.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Make a service key`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Form onSend={() => make.send()}>
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            description={t`What will use it, such as “nightly shop export”`}
            value={name}
            error={problems["name"]}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <Checkbox.Group
            label={t`It may`}
            value={chosen}
            error={problems["scopes"]}
            onChange={(next) => change({ scopes: scopes.filter((scope) => next.includes(scope)) })}
          >
            <Stack gap="xs" mt="xs">
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={scopeWords[scope].name}
                  description={scopeWords[scope].may}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {teams.length > 0 && (
            <Checkbox.Group
              label={t`For these teams only`}
              description={t`All teams when none is chosen`}
              value={teamIds}
              onChange={(next) => change({ teamIds: next })}
            >
              <Group gap="sm" mt="xs">
                {teams.map((team) => (
                  <Checkbox key={team.teamId} value={team.teamId} label={team.name} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <NativeSelect
            label={t`Counts for`}
            data={lives}
            value={days}
            onChange={({ currentTarget }) => change({ days: currentTarget.value })}
          />
          {make.error !== null && <ProblemAlert what={t`No key was made.`} error={make.error} />}
          <Group gap="sm">
            <Button
              type="submit"
              loading={make.pending}
              disabled={name.trim() === "" || chosen.length === 0}
            >{t`Make the key`}</Button>
            <Button
              variant="default"
              onClick={() => {
                draft.clear();
                onClose();
              }}
            >{t`Cancel`}</Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
