import { Button, Group, Paper, Stack, Title } from "@mantine/core";
import type { NewRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { addDays } from "@liftledger/kpis/iso-date";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
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
  const form = useDraftForm({
    draftKey: newTaskDraftKey(useOrganisationId(), initiativeId),
    initial: {
      step: "governance",
      title: "",
      owner: "",
      startsOn: day,
      dueOn: addDays(day, 13),
      dependsOn: [],
      shownBy: "",
    } as TaskDraft,
    write: (client, body: NewRoadmapTask, idempotencyKey) =>
      client.call("addRoadmapTask", { params: { initiativeId }, body, idempotencyKey }),
    onSaved,
    onDone,
  });
  const { value, save, change, finish } = form;
  const own = taskFaults(value);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="new-task">
      <Title order={2} fz={18} mb="sm" id="new-task">{t`Another task`}</Title>
      <Form onSend={() => form.send(Object.keys(own).length === 0 ? newTaskOf(value, null) : null)}>
        <Stack gap="sm">
          <TaskFields
            draft={value}
            faults={form.faults(own)}
            others={tasks}
            steps={steps}
            onChange={change}
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
