import { Button, Group, Stack } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import type { ChangeRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
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
  const form = useDraftForm({
    draftKey: taskDraftKey(useOrganisationId(), taskId),
    initial: draftOfTask(task),
    write: (client, body: ChangeRoadmapTask, idempotencyKey) =>
      client.call("changeRoadmapTask", { params: { initiativeId, taskId }, body, idempotencyKey }),
    onSaved,
    onDone,
  });
  const { value, save, change, finish } = form;
  // What the typing began from: only what is other than it is sent.
  const [read, setRead] = useState(task);
  const own = taskFaults(value);
  const isStale = read.version !== task.version;
  const takeUp = () => {
    const wasTyped = Object.keys(changeOf(read, value));
    const typed = Object.entries(value).filter(([field]) => wasTyped.includes(field));
    change({ ...draftOfTask(task), ...(Object.fromEntries(typed) as Partial<TaskDraft>) });
    setRead(task);
  };
  const isConflict = save.error instanceof ApiProblem && save.error.problem.status === 409;
  return (
    <Form onSend={() => form.send(Object.keys(own).length === 0 ? changeOf(read, value) : null)}>
      <Stack gap="sm" mt="sm">
        <TaskFields draft={value} faults={form.faults(own)} others={others} onChange={change} />
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
