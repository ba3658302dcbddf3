import { Box } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import type { Roadmap } from "@liftledger/contracts/roadmap";
import { ReasonForm } from "../../components/reason-form.tsx";
import type { Task } from "./queries.ts";
import { t } from "../../words.ts";

/** What is done to a task once it was told why. */
export type ReasonedDeed = "reopen" | "remove";

/** Under which name the reason that is being typed is kept. */
export const taskReason = (taskId: string, does: ReasonedDeed) => `roadmap-${does}:${taskId}`;

export interface TaskReasonProps {
  task: Task;
  does: ReasonedDeed;
  onSaved: (roadmap: Roadmap) => void;
  onDone: () => void;
}

/** Opens a task again or takes it off, once it was told why. */
export function TaskReason({ task, does, onSaved, onDone }: TaskReasonProps) {
  const { initiativeId, taskId, version } = task;
  const asked = {
    about: taskReason(taskId, does),
    write: (client: Client, reason: string, idempotencyKey: string) =>
      client.call(does === "reopen" ? "reopenRoadmapTask" : "removeRoadmapTask", {
        params: { initiativeId, taskId },
        body: { version, reason },
        idempotencyKey,
      }),
    onSaved: (roadmap: Roadmap) => {
      onSaved(roadmap);
      onDone();
    },
    onCancel: onDone,
  };
  return (
    <Box mt="sm" maw={620}>
      {does === "reopen" ? (
        <ReasonForm
          failed={t`The task was not opened again.`}
          action={t`Open it again`}
          {...asked}
        >{t`It is open again, with the days it had. What showed it stays in the audit log; an answer of readiness stays as it is.`}</ReasonForm>
      ) : (
        <ReasonForm
          failed={t`The task was not taken off.`}
          action={t`Take it off`}
          {...asked}
        >{t`It leaves the roadmap, and nothing waits for it any more. The audit log keeps it.`}</ReasonForm>
      )}
    </Box>
  );
}
