import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

/** The second step of signing in: the code of an authenticator app, or a recovery code. */
export function SecondFactorForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [kind, setKind] = useState<"authenticator" | "recovery">("authenticator");
  const [code, setCode] = useState("");
  const verify = useCall(
    (client, body: { kind: "authenticator" | "recovery"; code: string }) =>
      client.call("verifySecondFactor", { body }),
    onDone,
  );
  const isApp = kind === "authenticator";
  const turn = () => {
    setKind(isApp ? "recovery" : "authenticator");
    setCode("");
    verify.reset();
  };
  return (
    <Form onSend={() => verify.send({ kind, code: code.trim() })}>
      <Stack gap="sm">
        <TextInput
          key={kind}
          data-autofocus
          autoFocus
          label={isApp ? t`Code of your authenticator app` : t`Recovery code`}
          description={isApp ? t`Six digits` : t`One of those you kept; each counts once`}
          autoComplete="one-time-code"
          {...(isApp ? { inputMode: "numeric", maxLength: 6 } : {})}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        {verify.error !== null && <ProblemAlert what={t`You are not signed in.`} error={verify.error} />}
        <Button type="submit" loading={verify.pending} disabled={code.trim() === ""}>{t`Sign in`}</Button>
        <Group gap="sm">
          <Button variant="default" size="xs" onClick={turn}>
            {isApp ? t`Use a recovery code` : t`Use the app`}
          </Button>
          <Button variant="default" size="xs" onClick={onBack}>{t`Back`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
