import { Text } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";
import { formatDate } from "../../components/format-date.ts";
import type { Task } from "./queries.ts";
import { movedByKey, type Days, type TaskAxis } from "./task-axis.ts";
import classes from "./task-bar.module.css";
import { t } from "../../words.ts";

export interface TaskBarProps {
  task: Task;
  axis: TaskAxis;
  today: string;
  isLate: boolean;
  /** Undefined where it cannot be moved. */
  onMove: ((days: Days) => void) | undefined;
}

/**
 * The days of a task as a bar on the common scale, with today. It is moved by the arrow keys, tried at once and kept by
 * Enter; the fields of the task do the same.
 */
export function TaskBar({ task, axis, today, isLate, onMove }: TaskBarProps) {
  const [tried, setTried] = useState<Days>();
  const days = tried ?? task;
  const [from, to] = [formatDate(days.startsOn), formatDate(days.dueOn)];
  const place = { left: `${axis.at(days.startsOn)}%`, width: `${axis.width(days)}%` };
  const look = {
    className: classes["bar"],
    "data-tone": task.doneOn !== null ? "done" : isLate ? "late" : "open",
    "data-tried": tried === undefined ? undefined : true,
    style: place,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setTried(undefined);
    const moved = movedByKey(days, event);
    if (moved === undefined) return;
    event.preventDefault();
    setTried(moved);
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
            onKeyDown={onKeyDown}
            onClick={() => {
              if (tried !== undefined) onMove(tried);
              setTried(undefined);
            }}
            onBlur={() => setTried(undefined)}
          />
        )}
        <span className={classes["today"]} style={{ left: `${axis.at(today)}%` }} />
      </div>
      {tried !== undefined && (
        <Text size="sm" role="status">
          {t`${from} to ${to}. Enter keeps it, Escape leaves it as it was.`}
        </Text>
      )}
    </>
  );
}
