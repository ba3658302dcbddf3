import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

export interface PasswordFormProps {
  /** Who it was, where that is known. */
  email?: string;
  onDone: (next: "signed-in" | "second-factor") => void;
}

/** Signs in by e-mail and password. */
export function PasswordForm({ email: known = "", onDone }: PasswordFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const signIn = useCall(
    (client, body: { email: string; password: string }) => client.call("signIn", { body }),
    ({ next }) => onDone(next),
  );
  return (
    <Form onSend={() => signIn.send({ email: email.trim(), password })}>
      <Stack gap="sm">
        <TextInput
          label={t`E-mail`}
          type="email"
          autoComplete="username"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          data-autofocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {signIn.error !== null && <ProblemAlert what={t`You are not signed in.`} error={signIn.error} />}
        <Button
          type="submit"
          loading={signIn.pending}
          disabled={email.trim() === "" || password === ""}
        >{t`Sign in`}</Button>
      </Stack>
    </Form>
  );
}
