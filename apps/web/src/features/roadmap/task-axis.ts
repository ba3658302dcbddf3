import { addDays, daysBetween } from "@liftledger/kpis/iso-date";

/** From a day to a day, both included. */
export interface Days {
  startsOn: string;
  dueOn: string;
}

/** A scale of days from left to right, in percent. */
export interface TaskAxis {
  from: string;
  to: string;
  /** How many days it holds. */
  span: number;
  at: (day: string) => number;
  /** How wide so many days are, both ends included. */
  width: (days: Days) => number;
  /** The first days of months on it. */
  months: string[];
}

/** The scale that holds every task and today. */
export function taskAxis(tasks: readonly Days[], today: string): TaskAxis {
  const days = [...tasks.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn]), today].toSorted();
  const [from = today] = days;
  const to = days.at(-1) ?? today;
  const span = daysBetween(from, to) + 1;
  const at = (day: string) => (daysBetween(from, day) / span) * 100;
  const months: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (day.endsWith("-01")) months.push(day);
  return {
    from,
    to,
    span,
    at,
    width: ({ startsOn, dueOn }) => ((daysBetween(startsOn, dueOn) + 1) / span) * 100,
    months,
  };
}

/** A task so many days later, or earlier; or only its end, which never comes before it begins. */
export function movedBy({ startsOn, dueOn }: Days, days: number, part: "whole" | "end"): Days {
  const due = addDays(dueOn, days);
  if (part === "whole") return { startsOn: addDays(startsOn, days), dueOn: due };
  return { startsOn, dueOn: due < startsOn ? startsOn : due };
}

/** What a key does to the days of a task: arrows move it by a day, pages by a week, with Shift only its end. */
export function movedByKey(
  days: Days,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Days | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };
  const step = steps[key];
  return step === undefined ? undefined : movedBy(days, step, shiftKey ? "end" : "whole");
}
