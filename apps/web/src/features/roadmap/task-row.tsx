import { Badge, Box, Button, Group, Text } from "@mantine/core";
import type { ChangeRoadmapTask, PlaceRoadmapTasks, Roadmap } from "@liftledger/contracts/roadmap";
import { failureModes } from "@liftledger/roi/governance/failure-modes";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { reasonDraftKey } from "../../components/reason-form.tsx";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { EvidenceList } from "../readiness/evidence-list.tsx";
import { closeDraftKey, CloseTask } from "./close-task.tsx";
import { EditTask, taskDraftKey } from "./edit-task.tsx";
import { MoveNotice } from "./move-notice.tsx";
import type { Task } from "./queries.ts";
import type { TaskAxis } from "./task-axis.ts";
import { TaskBar } from "./task-bar.tsx";
import { taskReason, TaskReason } from "./task-reason.tsx";
import classes from "./task-row.module.css";
import { t } from "../../words.ts";

export interface TaskRowProps {
  task: Task;
  tasks: readonly Task[];
  axis: TaskAxis;
  today: string;
  isLate: boolean;
  /** Whether the finding that it was made of is found no more. */
  isOver: boolean;
  canWrite: boolean;
  /** What would be given back where it was the last to be moved. */
  moved: PlaceRoadmapTasks["tasks"] | undefined;
  onSaved: (roadmap: Roadmap, task?: Task) => void;
}

type Open = "none" | "edit" | "close" | "reopen" | "remove";

/** One task: what, who, its days as words and as a bar, what shows it, and what one does with it. */
export function TaskRow({
  task,
  tasks,
  axis,
  today,
  isLate,
  isOver,
  canWrite,
  moved,
  onSaved,
}: TaskRowProps) {
  const { initiativeId, taskId, title, owner, doneOn, evidence, shownBy, finding } = task;
  const organisationId = useOrganisationId();
  // What was being typed stands open again.
  const [open, setOpen] = useState<Open>(() => {
    const isTyped = (key: string) => canWrite && readDraft(localStorage, key) !== undefined;
    if (isTyped(taskDraftKey(organisationId, taskId))) return "edit";
    if (isTyped(closeDraftKey(organisationId, taskId))) return "close";
    const asked = doneOn === null ? "remove" : "reopen";
    return isTyped(reasonDraftKey(organisationId, taskReason(taskId, asked))) ? asked : "none";
  });
  const saved = (roadmap: Roadmap) => onSaved(roadmap, task);
  const close = () => setOpen("none");
  const move = useWrite<ChangeRoadmapTask, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("changeRoadmapTask", { params: { initiativeId, taskId }, body, idempotencyKey }),
    saved,
  );
  const waitsFor = tasks.filter((one) => task.dependsOn.includes(one.taskId));
  return (
    <li className={classes["row"]} id={`task-${taskId}`}>
      <div className={classes["line"]}>
        <Box miw={0}>
          <Text fw={600} component="h3" fz="md" m={0}>
            {title}
          </Text>
          <Group gap="0 8px" mb={2}>
            <Text size="sm" c="dimmed">
              {[
                owner ?? t`Nobody named yet`,
                doneOn === null
                  ? t`${formatDate(task.startsOn)} to ${formatDate(task.dueOn)}`
                  : t`Done on ${formatDate(doneOn)}`,
              ].join(" · ")}
            </Text>
            {isLate && (
              <Badge size="sm" variant="outline" color="gray" tt="none" c="var(--ll-cost)">{t`Late`}</Badge>
            )}
          </Group>
        </Box>
        <div>
          <TaskBar
            task={task}
            tasks={tasks}
            axis={axis}
            today={today}
            isLate={isLate}
            onMove={
              canWrite && doneOn === null
                ? (days) => move.send({ version: task.version, ...days })
                : undefined
            }
          />
        </div>
      </div>
      {waitsFor.length > 0 && doneOn === null && (
        <Text size="sm" c="dimmed">
          {t`After: ${waitsFor.map((one) => one.title).join("; ")}.`}
        </Text>
      )}
      {doneOn === null ? (
        <Text size="sm" c="dimmed">{t`Shown by: ${withoutStop(shownBy)}.`}</Text>
      ) : (
        <EvidenceList initiativeId={initiativeId} evidence={evidence} />
      )}
      {isOver && doneOn === null && finding !== null && (
        <Text size="sm">
          {t`What it was made of is found no more: ${failureModes[finding].name}. Close it with what shows that.`}
        </Text>
      )}
      {moved !== undefined && canWrite && (
        <MoveNotice
          initiativeId={initiativeId}
          title={title}
          days={moved}
          onUndone={(roadmap) => onSaved(roadmap)}
        />
      )}
      {move.error !== null && <ProblemAlert what={t`The task was not moved.`} error={move.error} />}
      {open === "edit" && (
        <EditTask
          task={task}
          others={tasks.filter((one) => one.taskId !== taskId)}
          onSaved={saved}
          onDone={close}
        />
      )}
      {open === "close" && <CloseTask task={task} today={today} onSaved={saved} onDone={close} />}
      {(open === "reopen" || open === "remove") && (
        <TaskReason task={task} does={open} onSaved={saved} onDone={close} />
      )}
      {open === "none" && canWrite && <Deeds task={task} onOpen={setOpen} />}
    </li>
  );
}

/** What was made of a finding is a sentence with its full stop already. */
const withoutStop = (text: string) => text.replace(/\.$/, "");

function Deeds({ task: { title, doneOn }, onOpen }: { task: Task; onOpen: (open: Open) => void }) {
  const deeds =
    doneOn === null
      ? ([
          { open: "close", name: t`Close`, label: t`Close: ${title}` },
          { open: "edit", name: t`Change`, label: t`Change: ${title}` },
          { open: "remove", name: t`Take off`, label: t`Take off: ${title}` },
        ] as const)
      : ([{ open: "reopen", name: t`Open again`, label: t`Open again: ${title}` }] as const);
  return (
    <Group gap="xs" mt={6} className="not-printed">
      {deeds.map(({ open, name, label }) => (
        <Button
          key={open}
          size="compact-sm"
          variant={open === "remove" ? "subtle" : "default"}
          aria-label={label}
          onClick={() => onOpen(open)}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
