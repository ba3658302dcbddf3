import { Button, Card, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { ConfirmAuthenticator } from "./confirm-authenticator.tsx";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { t } from "../../words.ts";

/** An authenticator app as the second step of signing in: set up, confirmed, ended. */
export function TwoFactorCard({ isOn }: { isOn: boolean }) {
  const [password, setPassword] = useState("");
  const start = useCall((client, body: { password: string }) => client.call("startTwoFactor", { body }));
  const stop = useCall((client, body: { password: string }) => client.call("stopTwoFactor", { body }));
  const renew = useCall((client, body: { password: string }) => client.call("makeRecoveryCodes", { body }));
  const [confirmed, setConfirmed] = useState(false);
  const started = confirmed || isOn ? undefined : start.result;
  const error = isOn ? (stop.error ?? renew.error) : start.error;
  const send = (action: typeof stop | typeof start | typeof renew) => {
    stop.reset();
    renew.reset();
    action.send({ password });
    setPassword("");
  };
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Authenticator app`}</Title>
      <Stack gap="sm">
        <Text size="sm">
          {isOn
            ? t`On: signing in takes your password and a code of the app.`
            : t`Off. With an app on your phone, a stolen password alone lets nobody in.`}
        </Text>
        {started !== undefined ? (
          <ConfirmAuthenticator start={started} onConfirmed={() => setConfirmed(true)} />
        ) : (
          <Form onSend={() => send(isOn ? stop : start)}>
            <Stack gap="sm">
              <PasswordInput
                label={t`Your password`}
                autoComplete="current-password"
                visibilityToggleButtonProps={{ "aria-label": t`Show your password` }}
                value={password}
                onChange={({ currentTarget }) => setPassword(currentTarget.value)}
              />
              {error !== null && <ProblemAlert what={t`Nothing was changed.`} error={error} />}
              {isOn && renew.result !== undefined && <RecoveryCodeList codes={renew.result.recoveryCodes} />}
              <Group gap="sm">
                <Button
                  type="submit"
                  variant={isOn ? "default" : "filled"}
                  loading={start.pending || stop.pending}
                  disabled={password === ""}
                >
                  {isOn ? t`End the authenticator app` : t`Set up an app`}
                </Button>
                {isOn && (
                  <Button
                    variant="default"
                    loading={renew.pending}
                    disabled={password === ""}
                    onClick={() => send(renew)}
                  >{t`Make new recovery codes`}</Button>
                )}
              </Group>
            </Stack>
          </Form>
        )}
      </Stack>
    </Card>
  );
}
