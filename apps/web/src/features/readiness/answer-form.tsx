import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import type { NewReadinessAnswer, ReadinessAnswer } from "@liftledger/contracts/readiness";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { draftOf, readAnswer, type AnswerDraft } from "./answer-draft.ts";
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
  const draft = useDraft<AnswerDraft>(
    answerDraftKey(organisationId, initiativeId, key),
    draftOf(score, evidence),
  );
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<NewReadinessAnswer, ReadinessAnswer>(
    (client, body, idempotencyKey) =>
      client.call("answerReadiness", { params: { initiativeId }, body, idempotencyKey }),
    finish,
  );
  const read = readAnswer(key, draft.value, things);
  const faults = {
    ...fieldProblems(save.error),
    ...(asked && read.kind === "faults" ? read.faults : {}),
  };
  const change = (next: Partial<AnswerDraft>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (read.kind === "answer") save.send(read.answer);
      }}
    >
      <Stack gap="sm" mt="sm">
        <NativeSelect
          label={t`Score`}
          maw={260}
          value={draft.value.score}
          error={faults["score"]}
          data={scoreNames.map((label, value) => ({ value: String(value), label }))}
          onChange={({ currentTarget }) => change({ score: currentTarget.value })}
        />
        <EvidenceFields
          rows={draft.value.evidence}
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
