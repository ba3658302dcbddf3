import type { Roadmap } from "@liftledger/contracts/roadmap";
import { Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatDate } from "../../components/format-date.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { findingsQuery } from "../findings/queries.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { NewTask, newTaskDraftKey } from "./new-task.tsx";
import { PlanCard } from "./plan-card.tsx";
import { roadmapQuery, type Task } from "./queries.ts";
import { taskAxis } from "./task-axis.ts";
import { TaskRow } from "./task-row.tsx";
import classes from "./task-row.module.css";
import { daysBefore } from "./try-move.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/roadmap";

/** The task that was moved last, and the days that would be given back. */
interface Moved {
  taskId: string;
  days: ReturnType<typeof daysBefore>;
}

/** The ninety days in which the gaps of an initiative are closed, step by step, with who does what until when. */
export function RoadmapPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: route });
  const clocks = useClocks();
  const query = useQuery(roadmapQuery(organisationId, initiativeId, clocks));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="roadmap"
      title={query.data === undefined ? undefined : titleOf(query.data)}
      isWaiting={query.isPending}
      subline={t`What is missing becomes a task with somebody’s name and a day, in five steps. What shows that it is done closes it.`}
      aside={
        <Group gap="md" align="flex-end" className="not-printed">
          <ValuedOn asOf={query.data?.asOf} />
          <Button variant="default" onClick={() => print()}>{t`Print`}</Button>
        </Group>
      }
    >
      <ShownQuery query={query} failed={t`The roadmap could not be loaded.`} height={620}>
        {(roadmap) => <RoadmapBody key={initiativeId} roadmap={roadmap} isPast={clocks.asOf !== undefined} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function titleOf({ tasks, sentence, endsOn, done, of }: Roadmap): string {
  if (tasks.length === 0 || endsOn === null) return t`There is no roadmap yet`;
  const progress = formatSentence(sentence).replace(/\.$/, "");
  return done === of ? progress : t`${progress}; the last task is due on ${formatDate(endsOn)}`;
}

function RoadmapBody({ roadmap, isPast }: { roadmap: Roadmap; isPast: boolean }) {
  const organisationId = useOrganisationId();
  const role = usePerson()?.role ?? "viewer";
  // What was known at an earlier instant is looked at, not written.
  const canWrite = role !== "viewer" && !isPast;
  const [moved, setMoved] = useState<Moved>();
  const [isAdding, setAdding] = useState(
    () => readDraft(localStorage, newTaskDraftKey(organisationId, roadmap.initiativeId)) !== undefined,
  );
  const { tasks, day, late, steps } = roadmap;
  const axis = taskAxis(tasks, day);
  const found = useQuery(findingsQuery(organisationId, roadmap.initiativeId, useClocks())).data?.findings;
  const lineDay = formatDate(day);
  const onSaved = (after: Roadmap, task?: Task) => {
    const days = daysBefore(tasks, after.tasks);
    setMoved(task === undefined || days.length === 0 ? undefined : { taskId: task.taskId, days });
  };
  return (
    <Stack gap="md" maw={1100}>
      {tasks.length === 0 && <PlanCard roadmap={roadmap} canWrite={canWrite} onSaved={onSaved} />}
      {tasks.length > 0 && (
        <Box className={classes["line"]} px={17}>
          <Text size="sm" c="dimmed" id="roadmap-keys">
            {canWrite
              ? t`Drag a bar to other days, or its end to make it longer. The arrow keys do the same, Page Up and Page Down by weeks, with Shift only its end. The line is ${lineDay}.`
              : t`The line is ${lineDay}.`}
          </Text>
          {/* The ends of the scale, over its bars. */}
          <Group justify="space-between" wrap="nowrap" className={classes["scale"]}>
            <span>{formatDate(axis.from)}</span>
            <span>{formatDate(axis.to)}</span>
          </Group>
        </Box>
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
                  isOver={
                    task.finding !== null &&
                    found !== undefined &&
                    found.every(({ mode }) => mode !== task.finding)
                  }
                  canWrite={canWrite}
                  moved={moved?.taskId === task.taskId ? moved.days : undefined}
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
