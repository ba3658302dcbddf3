import { Button, Code, Stack, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { renderSVG } from "uqr";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { t } from "../../words.ts";

export interface ConfirmAuthenticatorProps {
  /** What is shown once. */
  start: { uri: string; secret: string; recoveryCodes: string[] };
  onConfirmed: () => void;
}

/** Shows the key of an authenticator app as a picture and as text, the recovery codes, and asks for a first code. */
export function ConfirmAuthenticator({ start, onConfirmed }: ConfirmAuthenticatorProps) {
  const [code, setCode] = useState("");
  const picture = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(start.uri))}`,
    [start.uri],
  );
  const confirm = useCall(
    (client, body: { code: string }) => client.call("confirmTwoFactor", { body }),
    onConfirmed,
  );
  return (
    <Form onSend={() => confirm.send({ code: code.trim() })}>
      <Stack gap="sm">
        <Text size="sm">{t`1. Scan this with the app, or type the key into it.`}</Text>
        <img src={picture} alt={t`The key as a QR code`} width={180} height={180} />
        <Code style={{ overflowWrap: "anywhere" }}>{start.secret}</Code>
        <Text size="sm">{t`2. Keep these recovery codes where you find them without the phone. Each counts once.`}</Text>
        <RecoveryCodeList codes={start.recoveryCodes} />
        <TextInput
          label={t`3. The code the app shows now`}
          description={t`Six digits`}
          inputMode="numeric"
          maxLength={6}
          autoComplete="one-time-code"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        {confirm.error !== null && (
          <ProblemAlert what={t`The app is not set up yet.`} error={confirm.error} />
        )}
        <div>
          <Button
            type="submit"
            loading={confirm.pending}
            disabled={code.trim().length < 6}
          >{t`Turn it on`}</Button>
        </div>
      </Stack>
    </Form>
  );
}
