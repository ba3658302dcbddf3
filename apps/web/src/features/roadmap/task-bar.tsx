import { Text } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import type { Task } from "./queries.ts";
import type { Days, TaskAxis } from "./task-axis.ts";
import classes from "./task-bar.module.css";
import { triedWords, tryMove } from "./try-move.ts";
import { useTriedDays } from "./use-tried-days.ts";
import { t } from "../../words.ts";

export interface TaskBarProps {
  task: Task;
  tasks: readonly Task[];
  axis: TaskAxis;
  today: string;
  isLate: boolean;
  /** Undefined where it cannot be moved. */
  onMove: ((days: Days) => void) | undefined;
}

/**
 * The days of a task as a bar on the common scale, with today. It is moved by the arrow keys, tried at once and kept by
 * Enter, or drawn to its place and let go; the fields of the task do the same. What cannot be is said, and not sent.
 */
export function TaskBar({ task, tasks, axis, today, isLate, onMove }: TaskBarProps) {
  const [refusal, setRefusal] = useState("");
  const { tried, handlers } = useTriedDays(task, axis, (days) => {
    const move = tryMove(tasks, task.taskId, days);
    setRefusal(move.kind === "refused" ? triedWords(move) : "");
    if (move.kind === "moved") onMove?.(days);
  });
  const days = tried ?? task;
  const [from, to] = [formatDate(days.startsOn), formatDate(days.dueOn)];
  const move = tried === undefined ? undefined : tryMove(tasks, task.taskId, tried);
  const look = {
    className: classes["bar"],
    "data-tone": task.doneOn !== null ? "done" : isLate ? "late" : "open",
    "data-tried": move?.kind,
    style: { left: `${axis.at(days.startsOn)}%`, width: `${axis.width(days)}%` },
  };
  return (
    <>
      <div className={classes["track"]} style={{ overflow: tried === undefined ? undefined : "hidden" }}>
        {axis.months.map((month) => (
          <span key={month} className={classes["month"]} style={{ left: `${axis.at(month)}%` }} />
        ))}
        {onMove === undefined ? (
          <span {...look} aria-hidden />
        ) : (
          <button
            type="button"
            {...look}
            aria-label={t`Move ${task.title}, now ${from} to ${to}`}
            aria-describedby="roadmap-keys"
            {...handlers}
          />
        )}
        <span className={classes["today"]} style={{ left: `${axis.at(today)}%` }} />
      </div>
      {move !== undefined && (
        <Text size="sm" role="status">
          {[t`${from} to ${to}. Enter keeps it, Escape leaves it as it was.`, triedWords(move)].join(" ")}
        </Text>
      )}
      {move === undefined && refusal !== "" && (
        <Text size="sm" role="alert">
          {refusal}
        </Text>
      )}
    </>
  );
}
