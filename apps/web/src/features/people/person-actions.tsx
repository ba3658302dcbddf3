import type { HandedLink, Person } from "@liftledger/contracts/access";
import type { Client } from "@liftledger/contracts/client";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { t } from "../../words.ts";

export interface PersonActionsProps {
  person: Person;
  onLink: (link: HandedLink) => void;
}

interface Action {
  key: string;
  name: string;
  /** What it does, said before it is done. */
  does: string;
  call: (client: Client, personId: string, idempotencyKey: string) => Promise<unknown>;
}

/** Links to hand over, and what takes something away: that is asked twice. */
export function PersonActions({ person, onLink }: PersonActionsProps) {
  const { personId } = person;
  const link = useCall((client) => client.call("makeAccessLink", { params: { personId } }), onLink);
  const hasAccount = person.state === "active" || person.state === "invited";
  return (
    <Stack gap="sm">
      {hasAccount && (
        <>
          <Title order={3} fz="md" mt="sm">{t`Link to hand over`}</Title>
          {link.error !== null && <ProblemAlert what={t`No link was made.`} error={link.error} />}
          <Group>
            <Button variant="default" loading={link.pending} onClick={() => link.send()}>
              {person.state === "invited" ? t`Make the invitation anew` : t`Let them choose another password`}
            </Button>
          </Group>
        </>
      )}
      <Title order={3} fz="md" mt="sm">{t`Take away`}</Title>
      {actionsOf(person).map((action) => (
        <TakingAway key={action.key} action={action} personId={personId} />
      ))}
    </Stack>
  );
}

function TakingAway({ action, personId }: { action: Action; personId: string }) {
  const [asked, setAsked] = useState(false);
  const take = useCall(
    (client, _, idempotencyKey) => action.call(client, personId, idempotencyKey),
    () => setAsked(false),
  );
  return (
    <Stack gap="xs">
      <Text size="sm">{action.does}</Text>
      {take.error !== null && <ProblemAlert what={t`Nothing was taken away.`} error={take.error} />}
      <Group gap="sm">
        {asked ? (
          <>
            <Button
              color="red"
              loading={take.pending}
              onClick={() => take.send()}
            >{t`Yes: ${action.name.toLowerCase()}`}</Button>
            <Button variant="default" onClick={() => setAsked(false)}>{t`Cancel`}</Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsked(true)}>
            {action.name}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function actionsOf(person: Person): Action[] {
  const hasAccount = person.state === "active" || person.state === "invited";
  const actions: Action[] = [];
  if (person.twoFactor) {
    actions.push({
      key: "second-factor",
      name: t`Take the authenticator app away`,
      does: t`For a lost phone: they sign in by password alone until they set up another app, and are signed out now.`,
      call: (client, personId) => client.call("removeSecondFactor", { params: { personId } }),
    });
  }
  if (hasAccount) {
    actions.push({
      key: "access",
      name: t`Take access away`,
      does: t`They are signed out at once and cannot sign in any more. Their name stays with what they did, and they can be invited again.`,
      call: (client, personId, idempotencyKey) =>
        client.call("removePerson", { params: { personId }, idempotencyKey }),
    });
  }
  actions.push({
    key: "erase",
    name: t`Erase name and e-mail`,
    does: t`For good: access goes too. What they did stays, under a number instead of a name, and the audit log stays whole.`,
    call: (client, personId) => client.call("erasePerson", { params: { personId } }),
  });
  return actions;
}
