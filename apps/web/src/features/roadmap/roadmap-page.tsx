import type { Roadmap } from "@liftledger/contracts/roadmap";
import { Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatDate } from "../../components/format-date.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { NewTask, newTaskDraftKey } from "./new-task.tsx";
import { PlanCard } from "./plan-card.tsx";
import { roadmapQuery, type Task } from "./queries.ts";
import { taskAxis } from "./task-axis.ts";
import { TaskRow } from "./task-row.tsx";
import classes from "./task-row.module.css";
import { form, plural, t } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/roadmap";

/** The ninety days in which the gaps of an initiative are closed, step by step, with who does what until when. */
export function RoadmapPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: route });
  const query = useQuery(roadmapQuery(organisationId, initiativeId));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="roadmap"
      title={query.data === undefined ? undefined : titleOf(query.data)}
      isWaiting={query.isPending}
      subline={t`What is missing becomes a task with somebody's name and a day, in five steps. What shows that it is done closes it.`}
      aside={<Button variant="default" className="not-printed" onClick={() => print()}>{t`Print`}</Button>}
    >
      <ShownQuery query={query} failed={t`The roadmap could not be loaded.`} height={620}>
        {(roadmap) => <RoadmapBody key={initiativeId} roadmap={roadmap} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function titleOf({ tasks, sentence, endsOn, done, of }: Roadmap): string {
  if (tasks.length === 0 || endsOn === null) return t`There is no roadmap yet`;
  const progress = sentence.replace(/\.$/, "");
  return done === of ? progress : t`${progress}; the last task is due on ${formatDate(endsOn)}`;
}

function RoadmapBody({ roadmap }: { roadmap: Roadmap }) {
  const organisationId = useOrganisationId();
  const role = usePerson()?.role ?? "viewer";
  const canWrite = role !== "viewer";
  const [pushed, setPushed] = useState<number>();
  const [isAdding, setAdding] = useState(
    () => readDraft(localStorage, newTaskDraftKey(organisationId, roadmap.initiativeId)) !== undefined,
  );
  const { tasks, day, late, steps } = roadmap;
  const axis = taskAxis(tasks, day);
  const onSaved = (after: Roadmap, task?: Task) => {
    const moved = after.tasks.filter((now) => {
      const before = tasks.find(({ taskId }) => taskId === now.taskId);
      const isOther = before !== undefined && now.taskId !== task?.taskId;
      return isOther && (before.startsOn !== now.startsOn || before.dueOn !== now.dueOn);
    });
    setPushed(moved.length === 0 ? undefined : moved.length);
  };
  return (
    <Stack gap="md" maw={1100}>
      {pushed !== undefined && (
        <Text role="status">
          {plural(
            pushed,
            form`${pushed} task that waits for it was pushed back.`,
            form`${pushed} tasks that wait for it were pushed back.`,
          )}
        </Text>
      )}
      {tasks.length === 0 && <PlanCard roadmap={roadmap} canWrite={canWrite} onSaved={onSaved} />}
      {tasks.length > 0 && (
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" id="roadmap-keys">
            {canWrite
              ? t`A bar is moved by the arrow keys, by weeks with Page Up and Page Down, and with Shift only its end. The line is today.`
              : t`The line is today.`}
          </Text>
          <Text className={classes["scale"]}>{t`${formatDate(axis.from)} to ${formatDate(axis.to)}`}</Text>
        </Group>
      )}
      {steps.map(({ key, name, what }) => {
        const own = tasks.filter(({ step }) => step === key);
        if (own.length === 0) return null;
        return (
          <Paper key={key} withBorder p="md" component="section" aria-labelledby={`step-${key}`}>
            <Title order={2} fz={18} id={`step-${key}`}>
              {name}
            </Title>
            <Text size="sm" c="dimmed">
              {what}
            </Text>
            <Box component="ul" className={classes["tasks"]} mt={4}>
              {own.map((task) => (
                <TaskRow
                  key={task.taskId}
                  task={task}
                  tasks={tasks}
                  axis={axis}
                  today={day}
                  isLate={late.includes(task.taskId)}
                  canWrite={canWrite}
                  onSaved={onSaved}
                />
              ))}
            </Box>
          </Paper>
        );
      })}
      {tasks.length > 0 && <PlanCard roadmap={roadmap} canWrite={canWrite} onSaved={onSaved} />}
      {canWrite &&
        (isAdding ? (
          <NewTask roadmap={roadmap} onSaved={onSaved} onDone={() => setAdding(false)} />
        ) : (
          <div className="not-printed">
            <Button variant="default" onClick={() => setAdding(true)}>{t`Add a task`}</Button>
          </div>
        ))}
    </Stack>
  );
}
