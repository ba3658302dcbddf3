import { Button, Group, Stack, Text } from "@mantine/core";
import type { NewReadinessAnswer, ReadinessAnswer } from "@liftledger/contracts/readiness";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import type { Question } from "./queries.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface ProposalProps {
  initiativeId: string;
  question: Question;
  canAnswer: boolean;
}

/** What Liftledger can answer from what is recorded, with its reason; it counts once a person has confirmed it. */
export function Proposal({ initiativeId, question, canAnswer }: ProposalProps) {
  const save = useWrite<NewReadinessAnswer, ReadinessAnswer>((client, body, idempotencyKey) =>
    client.call("answerReadiness", { params: { initiativeId }, body, idempotencyKey }),
  );
  const { question: key, proposed, score, answeredAt } = question;
  if (proposed === null || (answeredAt !== null && proposed.score === score)) return null;
  // A 0 is what counts already without an answer.
  const canConfirm = canAnswer && !(proposed.score === 0 && score === 0);
  return (
    <Stack gap="xs" mt="xs">
      <Group gap="sm" align="flex-start">
        <Text size="sm" flex="1 1 260px">
          <strong>{t`Liftledger proposes ${proposed.score}:`}</strong> {formatSentence(proposed.reason)}
        </Text>
        {canConfirm && (
          <Button
            size="compact-sm"
            variant="default"
            loading={save.pending}
            aria-label={t`Confirm ${proposed.score} for: ${question.asks}`}
            onClick={() => save.send({ question: key, score: proposed.score, evidence: proposed.evidence })}
          >{t`Confirm ${proposed.score}`}</Button>
        )}
      </Group>
      {save.error !== null && <ProblemAlert what={t`It was not confirmed.`} error={save.error} />}
    </Stack>
  );
}
