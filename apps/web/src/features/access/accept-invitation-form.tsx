import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { NewPasswordInput } from "./new-password-input.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

export interface AcceptInvitationFormProps {
  token: string;
  /** As the admin wrote it; the person may write it otherwise. */
  name: string;
  email: string;
}

/** Accepts an invitation: name and password, and one is signed in. */
export function AcceptInvitationForm({ token, name: invitedAs, email }: AcceptInvitationFormProps) {
  const [name, setName] = useState(invitedAs);
  const [password, setPassword] = useState("");
  const accept = useCall(
    (client, body: { token: string; name: string; password: string }) =>
      client.call("acceptInvitation", { body }),
    () => window.location.assign("/"),
  );
  const problems = fieldProblems(accept.error);
  return (
    <EntryFrame title={t`You are invited`} subline={t`You will sign in as ${email}. Choose a password.`}>
      <Form onSend={() => accept.send({ token, name, password })}>
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            autoComplete="name"
            value={name}
            error={problems["name"]}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NewPasswordInput value={password} error={problems["password"]} onChange={setPassword} />
          {accept.error !== null && (
            <ProblemAlert what={t`The invitation was not accepted.`} error={accept.error} />
          )}
          <Button
            type="submit"
            loading={accept.pending}
            disabled={name.trim() === "" || password === ""}
          >{t`Accept and sign in`}</Button>
        </Stack>
      </Form>
    </EntryFrame>
  );
}
