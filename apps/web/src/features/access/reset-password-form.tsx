import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { NewPasswordInput } from "./new-password-input.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

/** Chooses another password. One signs in with it afterwards, with a code where the account asks for one. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const [password, setPassword] = useState("");
  const reset = useCall((client, body: { token: string; password: string }) =>
    client.call("resetPassword", { body }),
  );
  if (reset.result !== undefined) {
    return (
      <EntryFrame
        title={t`The password is changed`}
        subline={t`Every device that was signed in is signed out.`}
      >
        <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t`Sign in`}</Button>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t`Choose another password`} subline={t`For ${email}.`}>
      <Form onSend={() => reset.send({ token, password })}>
        <Stack gap="sm">
          <NewPasswordInput
            label={t`New password`}
            value={password}
            error={fieldProblems(reset.error)["password"]}
            onChange={setPassword}
          />
          {reset.error !== null && <ProblemAlert what={t`The password is as it was.`} error={reset.error} />}
          <Button
            type="submit"
            loading={reset.pending}
            disabled={password === ""}
          >{t`Set the password`}</Button>
        </Stack>
      </Form>
    </EntryFrame>
  );
}
