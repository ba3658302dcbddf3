import { Box } from "@mantine/core";
import type { Roadmap } from "@liftledger/contracts/roadmap";
import { ReasonForm } from "../../components/reason-form.tsx";
import { useWrite } from "../../use-write.ts";
import type { Task } from "./queries.ts";
import { t } from "../../words.ts";

export interface TaskReasonProps {
  task: Task;
  does: "reopen" | "remove";
  onSaved: (roadmap: Roadmap) => void;
  onDone: () => void;
}

/** Opens a task again or takes it off, once it was told why. */
export function TaskReason({ task, does, onSaved, onDone }: TaskReasonProps) {
  const { initiativeId, taskId, version } = task;
  const write = useWrite<string, Roadmap>(
    (client, reason) =>
      client.call(does === "reopen" ? "reopenRoadmapTask" : "removeRoadmapTask", {
        params: { initiativeId, taskId },
        body: { version, reason },
      }),
    (roadmap) => {
      onSaved(roadmap);
      onDone();
    },
  );
  return (
    <Box mt="sm" maw={620}>
      {does === "reopen" ? (
        <ReasonForm
          failed={t`The task was not opened again.`}
          action={t`Open it again`}
          write={write}
          onCancel={onDone}
        >{t`It is open again, with the days it had. What showed it stays in the audit log; an answer of readiness stays as it is.`}</ReasonForm>
      ) : (
        <ReasonForm
          failed={t`The task was not taken off.`}
          action={t`Take it off`}
          write={write}
          onCancel={onDone}
        >{t`It leaves the roadmap, and nothing waits for it any more. The audit log keeps it.`}</ReasonForm>
      )}
    </Box>
  );
}
