import { Button, Group, Stack } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import type { ChangeRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import type { Task } from "./queries.ts";
import { changeOf, draftOfTask, taskFaults, type TaskDraft } from "./task-draft.ts";
import { TaskFields } from "./task-fields.tsx";
import { t } from "../../words.ts";

/** Under which name what is typed of a task is kept. */
export const taskDraftKey = (organisationId: string, taskId: string) =>
  `roadmap-task:${organisationId}:${taskId}`;

export interface EditTaskProps {
  task: Task;
  others: readonly Task[];
  onSaved: (roadmap: Roadmap) => void;
  onDone: () => void;
}

/** Changes a task in place. Who was slower sees what stands now, and keeps what was typed. */
export function EditTask({ task, others, onSaved, onDone }: EditTaskProps) {
  const { initiativeId, taskId } = task;
  const draft = useDraft<TaskDraft>(taskDraftKey(useOrganisationId(), taskId), draftOfTask(task));
  // What the typing began from: only what is other than it is sent.
  const [read, setRead] = useState(task);
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<ChangeRoadmapTask, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("changeRoadmapTask", { params: { initiativeId, taskId }, body, idempotencyKey }),
    (roadmap) => {
      onSaved(roadmap);
      finish();
    },
  );
  const own = taskFaults(draft.value);
  const faults = { ...fieldProblems(save.error), ...(asked ? own : {}) };
  const isStale = read.version !== task.version;
  const takeUp = () => {
    const wasTyped = Object.keys(changeOf(read, draft.value));
    const typed = Object.entries(draft.value).filter(([field]) => wasTyped.includes(field));
    draft.set({ ...draftOfTask(task), ...(Object.fromEntries(typed) as Partial<TaskDraft>) });
    setRead(task);
    save.reset();
  };
  const isConflict = save.error instanceof ApiProblem && save.error.problem.status === 409;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (Object.keys(own).length === 0) save.send(changeOf(read, draft.value));
      }}
    >
      <Stack gap="sm" mt="sm">
        <TaskFields
          draft={draft.value}
          faults={faults}
          others={others}
          onChange={(next) => {
            if (save.error !== null) save.reset();
            draft.set((before) => ({ ...before, ...next }));
          }}
        />
        {save.error !== null && <ProblemAlert what={t`The task was not changed.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the task`}</Button>
          {(isConflict || isStale) && (
            <Button
              variant="default"
              disabled={!isStale}
              onClick={takeUp}
            >{t`Take up what stands now, and keep what I typed`}</Button>
          )}
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
