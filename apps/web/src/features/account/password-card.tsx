import { Button, Card, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { NewPasswordInput } from "../access/new-password-input.tsx";
import { useCall } from "../access/use-call.ts";
import { t } from "../../words.ts";

const empty = { current: "", next: "" };

/** Changes one's own password; every other device is signed out. */
export function PasswordCard() {
  const [values, setValues] = useState(empty);
  const change = useCall(
    (client, body: typeof empty) => client.call("changePassword", { body }),
    () => setValues(empty),
  );
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Password`}</Title>
      <Form onSend={() => change.send(values)}>
        <Stack gap="sm">
          <PasswordInput
            label={t`Present password`}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t`Show the present password` }}
            value={values.current}
            onChange={({ currentTarget }) => setValues({ ...values, current: currentTarget.value })}
          />
          <NewPasswordInput
            label={t`New password`}
            value={values.next}
            error={fieldProblems(change.error)["next"]}
            onChange={(next) => setValues({ ...values, next })}
          />
          {change.error !== null && (
            <ProblemAlert what={t`The password is as it was.`} error={change.error} />
          )}
          <Group gap="sm">
            <Button
              type="submit"
              loading={change.pending}
              disabled={values.current === "" || values.next === ""}
            >{t`Change the password`}</Button>
            {change.result !== undefined && (
              <Text size="sm" role="status">{t`Changed. Other devices are signed out.`}</Text>
            )}
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}
