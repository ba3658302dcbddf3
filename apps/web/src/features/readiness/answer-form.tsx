import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import type { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { draftOf, readAnswer } from "./answer-draft.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import type { Question } from "./queries.ts";
import { scoreNames } from "./readiness-words.ts";
import { useThings } from "./use-things.ts";
import { t } from "../../words.ts";

/** Under which name the draft of an answer is kept. */
export const answerDraftKey = (organisationId: string, initiativeId: string, question: string) =>
  `readiness:${organisationId}:${initiativeId}:${question}`;

export interface AnswerFormProps {
  initiativeId: string;
  question: Question;
  onDone: () => void;
}

/** Answers a question in place: a score, and what shows it. */
export function AnswerForm({ initiativeId, question, onDone }: AnswerFormProps) {
  const { question: key, score, evidence } = question;
  const organisationId = useOrganisationId();
  const things = useThings(initiativeId, evidence);
  const form = useDraftForm({
    draftKey: answerDraftKey(organisationId, initiativeId, key),
    initial: draftOf(score, evidence),
    write: (client, body: NewReadinessAnswer, idempotencyKey) =>
      client.call("answerReadiness", { params: { initiativeId }, body, idempotencyKey }),
    onDone,
  });
  const { value, save, change, finish } = form;
  const read = readAnswer(key, value, things);
  const faults = form.faults(read.kind === "faults" ? read.faults : {});
  return (
    <Form onSend={() => form.send(read.kind === "answer" ? read.answer : null)}>
      <Stack gap="sm" mt="sm">
        <NativeSelect
          label={t`Score`}
          maw={260}
          value={value.score}
          error={faults["score"]}
          data={scoreNames.map((label, value) => ({ value: String(value), label }))}
          onChange={({ currentTarget }) => change({ score: currentTarget.value })}
        />
        <EvidenceFields
          rows={value.evidence}
          things={things}
          faults={faults}
          onChange={(rows) => change({ evidence: rows })}
        />
        {save.error !== null && <ProblemAlert what={t`The answer was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the answer`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
