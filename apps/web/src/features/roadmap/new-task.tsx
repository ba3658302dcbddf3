import { Button, Group, Paper, Stack, Title } from "@mantine/core";
import type { NewRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { addDays } from "@liftledger/kpis/iso-date";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { newTaskOf, taskFaults, type TaskDraft } from "./task-draft.ts";
import { TaskFields } from "./task-fields.tsx";
import { t } from "../../words.ts";

/** Under which name a task that is being written is kept. */
export const newTaskDraftKey = (organisationId: string, initiativeId: string) =>
  `roadmap-new:${organisationId}:${initiativeId}`;

export interface NewTaskProps {
  roadmap: Roadmap;
  onSaved: (roadmap: Roadmap) => void;
  onDone: () => void;
}

/** Adds a task that no question asks for. */
export function NewTask({ roadmap, onSaved, onDone }: NewTaskProps) {
  const { initiativeId, day, steps, tasks } = roadmap;
  const draft = useDraft<TaskDraft>(newTaskDraftKey(useOrganisationId(), initiativeId), {
    step: "governance",
    title: "",
    owner: "",
    startsOn: day,
    dueOn: addDays(day, 13),
    dependsOn: [],
    shownBy: "",
  });
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<NewRoadmapTask, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("addRoadmapTask", { params: { initiativeId }, body, idempotencyKey }),
    (made) => {
      onSaved(made);
      finish();
    },
  );
  const own = taskFaults(draft.value);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="new-task">
      <Title order={2} fz={18} mb="sm" id="new-task">{t`Another task`}</Title>
      <Form
        onSend={() => {
          setAsked(true);
          if (Object.keys(own).length === 0) save.send(newTaskOf(draft.value, null));
        }}
      >
        <Stack gap="sm">
          <TaskFields
            draft={draft.value}
            faults={{ ...fieldProblems(save.error), ...(asked ? own : {}) }}
            others={tasks}
            steps={steps}
            onChange={(next) => {
              if (save.error !== null) save.reset();
              draft.set((before) => ({ ...before, ...next }));
            }}
          />
          {save.error !== null && <ProblemAlert what={t`The task was not added.`} error={save.error} />}
          <Group gap="sm">
            <Button type="submit" loading={save.pending}>{t`Add the task`}</Button>
            <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  );
}
