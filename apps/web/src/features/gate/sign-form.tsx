import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import type { GateReview, SignGateReview } from "@liftledger/contracts/gate";
import { useQueryClient } from "@tanstack/react-query";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { SignInAgain, wantsSignIn } from "../case-results/sign-in-again.tsx";
import type { Waiting } from "./queries.ts";
import { t } from "../../words.ts";

/** Signs what was read. What is typed survives a reload and a new sign-in. */
export function SignForm({ review: { reviewId, version, seen } }: { review: Waiting }) {
  const organisationId = useOrganisationId();
  const queryClient = useQueryClient();
  const draft = useDraft(`gate-signature:${reviewId}`, "");
  const write = useWrite<SignGateReview, GateReview>(
    (client, body, idempotencyKey) =>
      client.call("signGateReview", { params: { reviewId }, body, idempotencyKey }),
    () => draft.clear(),
  );
  const { error } = write;
  const isOvertaken = error instanceof ApiProblem && error.problem.status === 409;
  return (
    <Form onSend={() => write.send({ version, seen: seen ?? "", comment: draft.value.trim() })}>
      <Stack gap="sm" maw={640}>
        <Textarea
          label={t`What you say with it`}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.value}
          error={fieldProblems(error)["comment"]}
          onChange={({ currentTarget }) => draft.set(currentTarget.value)}
        />
        {error !== null && !wantsSignIn(error) && <ProblemAlert what={t`It was not signed.`} error={error} />}
        <Group gap="sm">
          <Button type="submit" loading={write.pending}>{t`Sign it`}</Button>
          {isOvertaken && (
            <Button
              variant="default"
              onClick={() => {
                write.reset();
                void queryClient.invalidateQueries({ queryKey: [organisationId] });
              }}
            >{t`Read it as it is now`}</Button>
          )}
        </Group>
        <Text
          size="sm"
          c="dimmed"
        >{t`You sign what this page shows: it is frozen with your signature. Signing asks you to sign in again where your last sign-in is more than ten minutes ago.`}</Text>
      </Stack>
      <SignInAgain write={write} />
    </Form>
  );
}
