import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import type { Client } from "@liftledger/contracts/client";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useWrite } from "../../use-write.ts";
import { SignInAgain, wantsSignIn } from "./sign-in-again.tsx";
import { form, plural, t } from "../../words.ts";

interface Decision {
  deed: "approve" | "return";
  version: number;
  comment: string;
}

/** Signs what was read, or gives it back with what is asked of it. What is typed survives a reload and a new sign-in. */
export function DecideForm({ version }: { version: CaseVersion }) {
  const { caseId, number, round, openComments } = version;
  const draft = useDraft(`case-decision:${caseId}:${number}:${round}`, "");
  const [asksWhy, setAsksWhy] = useState(false);
  const write = useWrite<Decision, CaseVersion>(
    (client, decision, idempotencyKey) => decide(client, { caseId, number }, decision, idempotencyKey),
    () => draft.clear(),
  );
  const send = (deed: Decision["deed"]) => {
    const comment = draft.value.trim();
    setAsksWhy(deed === "return" && comment === "");
    if (deed === "approve" || comment !== "") write.send({ deed, version: version.version, comment });
  };
  const isReturn = write.sent?.deed === "return";
  return (
    <Form onSend={() => undefined}>
      <Stack gap="sm" maw={640}>
        <Textarea
          label={t`What you say with it`}
          description={t`To return it, say what you ask of it. What is about one line you say at that line, below.`}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.value}
          error={asksWhy ? t`Say what you ask of it` : fieldProblems(write.error)["comment"]}
          onChange={({ currentTarget }) => {
            setAsksWhy(false);
            draft.set(currentTarget.value);
          }}
        />
        {openComments > 0 && (
          <Text size="sm">
            {plural(
              openComments,
              form`${openComments} comment is not dealt with yet.`,
              form`${openComments} comments are not dealt with yet.`,
            )}
          </Text>
        )}
        {write.error !== null && !wantsSignIn(write.error) && (
          <ProblemAlert
            what={isReturn ? t`It was not returned.` : t`It was not signed.`}
            error={write.error}
          />
        )}
        <Group gap="sm">
          <Button loading={write.pending && !isReturn} onClick={() => send("approve")}>{t`Sign it`}</Button>
          <Button variant="default" loading={write.pending && isReturn} onClick={() => send("return")}>
            {t`Return it`}
          </Button>
        </Group>
        <Text
          size="sm"
          c="dimmed"
        >{t`Signing asks you to sign in again where your last sign-in is more than ten minutes ago.`}</Text>
      </Stack>
      <SignInAgain write={write} />
    </Form>
  );
}

function decide(
  client: Client,
  params: { caseId: string; number: number },
  { deed, version, comment }: Decision,
  idempotencyKey: string,
): Promise<CaseVersion> {
  return deed === "approve"
    ? client.call("approveCaseVersion", { params, body: { version, comment }, idempotencyKey })
    : client.call("returnCaseVersion", { params, body: { version, comment }, idempotencyKey });
}
