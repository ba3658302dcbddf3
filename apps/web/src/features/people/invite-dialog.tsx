import type { InvitedPerson, MemberRole, Person, Team } from "@liftledger/contracts/access";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useCall } from "../access/use-call.ts";
import { RoleAndTeams } from "./role-and-teams.tsx";
import { t } from "../../words.ts";

export interface InviteDialogProps {
  teams: readonly Team[];
  /** Somebody who was named as an owner, or whose access was taken away; a new person when left out. */
  known?: Person | undefined;
  onClose: () => void;
  onInvited: (invited: InvitedPerson) => void;
}

interface Wanted {
  name: string;
  email: string;
  role: MemberRole;
  teamIds: string[];
}

/** Invites a person. The link is shown next, once. What was typed is forgotten once it is sent or cancelled. */
export function InviteDialog({ teams, known, onClose, onInvited }: InviteDialogProps) {
  const draft = useDraft<Wanted>(`invitation:${useOrganisationId()}:${known?.personId ?? "new"}`, {
    name: known?.name ?? "",
    email: "",
    role: known?.role ?? "contributor",
    teamIds: [],
  });
  const wanted = draft.value;
  const change = (next: Partial<Wanted>) => draft.set((before) => ({ ...before, ...next }));
  const invite = useCall(
    (client, body: Wanted) =>
      client.call("invitePerson", {
        body: { ...body, ...(known === undefined ? {} : { personId: known.personId }) },
      }),
    (invited) => {
      draft.clear();
      onClose();
      onInvited(invited);
    },
  );
  const problems = fieldProblems(invite.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={known === undefined ? t`Invite somebody` : t`Invite ${known.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Form onSend={() => invite.send(wanted)}>
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            value={wanted.name}
            error={problems["name"]}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <TextInput
            label={t`E-mail`}
            description={t`They sign in with it; nothing is sent to it`}
            type="email"
            value={wanted.email}
            error={problems["email"]}
            onChange={({ currentTarget }) => change({ email: currentTarget.value })}
          />
          <RoleAndTeams role={wanted.role} teamIds={wanted.teamIds} teams={teams} onChange={change} />
          {invite.error !== null && <ProblemAlert what={t`Nobody was invited.`} error={invite.error} />}
          <Group gap="sm">
            <Button
              type="submit"
              loading={invite.pending}
              disabled={wanted.name.trim() === "" || wanted.email.trim() === ""}
            >{t`Make the invitation`}</Button>
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
