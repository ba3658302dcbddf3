import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { CloseRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { emptyEvidence, readEvidence } from "../readiness/answer-draft.ts";
import { EvidenceFields } from "../readiness/evidence-fields.tsx";
import { useThings } from "../readiness/use-things.ts";
import type { Task } from "./queries.ts";
import { t } from "../../words.ts";

/** Under which name what is typed to close a task is kept. */
export const closeDraftKey = (organisationId: string, taskId: string) =>
  `roadmap-close:${organisationId}:${taskId}`;

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
  const form = useDraftForm({
    draftKey: closeDraftKey(useOrganisationId(), taskId),
    initial: { doneOn: today, rows: [emptyEvidence] },
    write: (client, body: CloseRoadmapTask, idempotencyKey) =>
      client.call("closeRoadmapTask", { params: { initiativeId, taskId }, body, idempotencyKey }),
    onSaved,
    onDone,
  });
  const { save, change, finish } = form;
  const { doneOn, rows } = form.value;
  const { evidence, faults: own } = readEvidence(rows, things);
  const missing =
    evidence.length === 0 && Object.keys(own).length === 0 ? { evidence: t`Say what shows it` } : {};
  const wrong: Record<string, string> = {
    ...own,
    ...missing,
    ...(doneOn === "" ? { doneOn: t`Choose a day` } : {}),
  };
  const faults = form.faults(wrong);
  return (
    <Form onSend={() => form.send(Object.keys(wrong).length === 0 ? { version, doneOn, evidence } : null)}>
      <Stack gap="sm" mt="sm">
        {question !== null && neededScore !== null && (
          <Text size="sm">{t`Closing it answers its question of readiness with ${neededScore} of 5, shown by the same.`}</Text>
        )}
        <TextInput
          label={t`Done on`}
          type="date"
          w={160}
          max={today}
          value={doneOn}
          error={faults["doneOn"]}
          onChange={({ currentTarget }) => change({ doneOn: currentTarget.value })}
        />
        <EvidenceFields
          rows={rows}
          things={things}
          faults={faults}
          onChange={(next) => change({ rows: next })}
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
