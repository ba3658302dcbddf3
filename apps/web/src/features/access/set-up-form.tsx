import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { NewPasswordInput } from "./new-password-input.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

/** Makes the first admin, who is signed in at once. */
export function SetUpForm({ token }: { token: string }) {
  const [values, setValues] = useState({ name: "", email: "", password: "" });
  const setUp = useCall(
    (client, body: typeof values & { token: string }) => client.call("setUp", { body }),
    () => window.location.assign("/"),
  );
  const problems = fieldProblems(setUp.error);
  return (
    <EntryFrame
      title={t`Make your account`}
      subline={t`You will be the first admin: you can invite others, and give them roles and teams.`}
    >
      <Form onSend={() => setUp.send({ ...values, token })}>
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            autoComplete="name"
            value={values.name}
            error={problems["name"]}
            onChange={({ currentTarget }) => setValues({ ...values, name: currentTarget.value })}
          />
          <TextInput
            label={t`E-mail`}
            description={t`You sign in with it; nothing is sent to it`}
            type="email"
            autoComplete="username"
            value={values.email}
            error={problems["email"]}
            onChange={({ currentTarget }) => setValues({ ...values, email: currentTarget.value })}
          />
          <NewPasswordInput
            value={values.password}
            error={problems["password"]}
            onChange={(password) => setValues({ ...values, password })}
          />
          {setUp.error !== null && <ProblemAlert what={t`The account was not made.`} error={setUp.error} />}
          <Button
            type="submit"
            loading={setUp.pending}
            disabled={Object.values(values).some((value) => value.trim() === "")}
          >{t`Make the account and sign in`}</Button>
        </Stack>
      </Form>
    </EntryFrame>
  );
}
