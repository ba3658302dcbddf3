import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { CloseRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { emptyEvidence, readEvidence, type EvidenceDraft } from "../readiness/answer-draft.ts";
import { EvidenceFields } from "../readiness/evidence-fields.tsx";
import { useThings } from "../readiness/use-things.ts";
import type { Task } from "./queries.ts";
import { t } from "../../words.ts";

interface CloseDraft {
  doneOn: string;
  rows: EvidenceDraft[];
}

export interface CloseTaskProps {
  task: Task;
  /** The organisation's day. */
  today: string;
  onSaved: (roadmap: Roadmap) => void;
  onDone: () => void;
}

/** Closes a task with what shows that it is done. */
export function CloseTask({ task, today, onSaved, onDone }: CloseTaskProps) {
  const { initiativeId, taskId, version, question, neededScore } = task;
  const things = useThings(initiativeId, []);
  const draft = useDraft<CloseDraft>(`roadmap-close:${useOrganisationId()}:${taskId}`, {
    doneOn: today,
    rows: [emptyEvidence],
  });
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<CloseRoadmapTask, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("closeRoadmapTask", { params: { initiativeId, taskId }, body, idempotencyKey }),
    (roadmap) => {
      onSaved(roadmap);
      finish();
    },
  );
  const { evidence, faults: own } = readEvidence(draft.value.rows, things);
  const missing =
    evidence.length === 0 && Object.keys(own).length === 0 ? { evidence: t`Say what shows it` } : {};
  const wrong: Record<string, string> = {
    ...own,
    ...missing,
    ...(draft.value.doneOn === "" ? { doneOn: t`Choose a day` } : {}),
  };
  const faults = { ...fieldProblems(save.error), ...(asked ? wrong : {}) };
  const change = (next: Partial<CloseDraft>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (Object.keys(wrong).length === 0) save.send({ version, doneOn: draft.value.doneOn, evidence });
      }}
    >
      <Stack gap="sm" mt="sm">
        {question !== null && neededScore !== null && (
          <Text size="sm">{t`Closing it answers its question of readiness with ${neededScore} of 5, shown by the same.`}</Text>
        )}
        <TextInput
          label={t`Done on`}
          type="date"
          w={160}
          max={today}
          value={draft.value.doneOn}
          error={faults["doneOn"]}
          onChange={({ currentTarget }) => change({ doneOn: currentTarget.value })}
        />
        <EvidenceFields
          rows={draft.value.rows}
          things={things}
          faults={faults}
          onChange={(rows) => change({ rows })}
        />
        {save.error !== null && <ProblemAlert what={t`The task was not closed.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Close the task`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
