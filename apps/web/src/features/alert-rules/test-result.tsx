import type { Delivery, TestAlert } from "@liftledger/contracts/webhook";
import { Alert } from "@mantine/core";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

/** Sends a test on a way that alerts take. */
export function useTest() {
  return useWrite<TestAlert, Delivery>((client, body) => client.call("sendTestAlert", { body }));
}

/** What became of a test. */
export function TestResult({ test: { error, result } }: { test: ReturnType<typeof useTest> }) {
  if (error !== null) return <ProblemAlert what={t`No test was sent.`} error={error} />;
  if (result === undefined) return null;
  const { state, error: failure, to } = result;
  return (
    <Alert color={state === "sent" ? "blue" : "orange"} role="status" py="xs" mt="sm">
      {state === "sent"
        ? t`The test to ${to} was taken.`
        : state === "waiting"
          ? t`The test to ${to} did not arrive yet and is tried again: ${failure ?? ""}`
          : t`The test to ${to} did not arrive: ${failure ?? ""}`}
    </Alert>
  );
}
