import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "./use-call.ts";

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
          label={isApp ? "Code of your authenticator app" : "Recovery code"}
          description={isApp ? "Six digits" : "One of those you kept; each counts once"}
          autoComplete="one-time-code"
          {...(isApp ? { inputMode: "numeric", maxLength: 6 } : {})}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        {verify.error !== null && <ProblemAlert what="You are not signed in." error={verify.error} />}
        <Button type="submit" loading={verify.pending} disabled={code.trim() === ""}>
          Sign in
        </Button>
        <Group gap="sm">
          <Button variant="default" size="xs" onClick={turn}>
            {isApp ? "Use a recovery code" : "Use the app"}
          </Button>
          <Button variant="default" size="xs" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
