import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { NewPasswordInput } from "./new-password-input.tsx";
import { useCall } from "./use-call.ts";

/** Chooses another password. One signs in with it afterwards, with a code where the account asks for one. */
export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const [password, setPassword] = useState("");
  const reset = useCall((client, body: { token: string; password: string }) =>
    client.call("resetPassword", { body }),
  );
  if (reset.result !== undefined) {
    return (
      <EntryFrame title="The password is changed" subline="Every device that was signed in is signed out.">
        <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>Sign in</Button>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title="Choose another password" subline={`For ${email}.`}>
      <Form onSend={() => reset.send({ token, password })}>
        <Stack gap="sm">
          <NewPasswordInput
            label="New password"
            value={password}
            error={fieldProblems(reset.error)["password"]}
            onChange={setPassword}
          />
          {reset.error !== null && <ProblemAlert what="The password is as it was." error={reset.error} />}
          <Button type="submit" loading={reset.pending} disabled={password === ""}>
            Set the password
          </Button>
        </Stack>
      </Form>
    </EntryFrame>
  );
}
