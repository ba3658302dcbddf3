import { addDays, daysBetween, isIsoDate } from "@liftledger/kpis/iso-date";
import { withinSentence } from "./as-sentence.ts";
import type { RoadmapTask } from "./roadmap.ts";

/** One task that another date moved. */
export interface MovedTask {
  key: string;
  from: { startsOn: string; dueOn: string };
  to: { startsOn: string; dueOn: string };
}

/** The roadmap after a date was moved, or why it cannot be. */
export type MoveAnswer =
  | { kind: "moved"; tasks: RoadmapTask[]; moved: MovedTask[]; endsOn: string }
  | { kind: "refused"; reason: string };

/**
 * Moves a task to other days. What depends on it is pushed back as far as it must be, and what depends on that; a task
 * that still fits stays where it is, and none is pulled forward. Tasks keep their length; those that are done stay.
 * Refused: a task that is done or is none, days that are none or end before they begin, and a start before what it
 * depends on is over. `endsOn` is the last due day of all.
 *
 * @example moveTask(tasks, "workflow", { startsOn: "2026-02-01", dueOn: "2026-02-28" }) // { kind: "moved", … }
 */
export function moveTask(
  tasks: readonly RoadmapTask[],
  key: string,
  to: { startsOn: string; dueOn: string },
): MoveAnswer {
  const refusal = whyNot(tasks, key, to);
  if (refusal !== null) return { kind: "refused", reason: refusal };
  const dates = new Map(tasks.map((task) => [task.key, { startsOn: task.startsOn, dueOn: task.dueOn }]));
  dates.set(key, { startsOn: to.startsOn, dueOn: to.dueOn });
  for (const task of inDependence(tasks)) {
    if (task.key === key || task.doneOn !== null) continue;
    const own = dates.get(task.key);
    const over = task.dependsOn
      .filter((on) => tasks.some((other) => other.key === on && other.doneOn === null))
      .map((on) => dates.get(on)?.dueOn ?? "")
      .toSorted()
      .at(-1);
    if (own === undefined || over === undefined || own.startsOn > over) continue;
    const startsOn = addDays(over, 1);
    dates.set(task.key, { startsOn, dueOn: addDays(startsOn, daysBetween(own.startsOn, own.dueOn)) });
  }
  const after = tasks.map((task) => ({ ...task, ...dates.get(task.key) }));
  return { kind: "moved", tasks: after, moved: movedBetween(tasks, after), endsOn: lastDue(after) };
}

function whyNot(
  tasks: readonly RoadmapTask[],
  key: string,
  { startsOn, dueOn }: { startsOn: string; dueOn: string },
): string | null {
  const task = tasks.find((one) => one.key === key);
  if (task === undefined) return `"${key}" is no task of this roadmap.`;
  if (task.doneOn !== null) return `“${withinSentence(task.title)}” was done on ${task.doneOn}.`;
  if (!isIsoDate(startsOn) || !isIsoDate(dueOn)) return "Write the days as 2026-03-31.";
  if (dueOn < startsOn) return `It would end on ${dueOn}, before it begins on ${startsOn}.`;
  const open = tasks.filter((one) => task.dependsOn.includes(one.key) && one.doneOn === null);
  const last = open.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).at(-1);
  return last !== undefined && startsOn <= last.dueOn
    ? `It depends on “${withinSentence(last.title)}”, which is due on ${last.dueOn}: begin after that day, or move that task first.`
    : null;
}

/**
 * Puts tasks on the days they are given and moves nothing else, as where a move is taken back. Refused like `moveTask`,
 * and where an open task that waits for one of them would begin before it is over.
 *
 * @example placeTasks(tasks, [{ key: "workflow", startsOn: "2026-02-01", dueOn: "2026-02-28" }]) // { kind: "moved", … }
 */
export function placeTasks(
  tasks: readonly RoadmapTask[],
  to: readonly { key: string; startsOn: string; dueOn: string }[],
): MoveAnswer {
  const placed = new Map(to.map((one) => [one.key, one]));
  const after = tasks.map((task) => {
    const { startsOn, dueOn } = placed.get(task.key) ?? task;
    return { ...task, startsOn, dueOn };
  });
  const waiting = after.filter(
    ({ key, doneOn, dependsOn }) =>
      doneOn === null && !placed.has(key) && dependsOn.some((on) => placed.has(on)),
  );
  for (const days of [...to, ...waiting]) {
    const reason = whyNot(after, days.key, days);
    if (reason !== null) return { kind: "refused", reason };
  }
  return { kind: "moved", tasks: after, moved: movedBetween(tasks, after), endsOn: lastDue(after) };
}

/** Whether tasks wait for each other in a circle, so that none of them could ever begin. */
export function waitsForItself(tasks: readonly RoadmapTask[]): boolean {
  return freed(tasks).length < tasks.length;
}

/** Every task after those it depends on. Throws a RangeError where tasks depend on each other in a circle. */
function inDependence(tasks: readonly RoadmapTask[]): RoadmapTask[] {
  const sorted = freed(tasks);
  if (sorted.length === tasks.length) return sorted;
  const left = tasks.filter((task) => !sorted.includes(task)).map(({ key }) => key);
  throw new RangeError(`Tasks wait for each other: ${left.join(", ")}`);
}

/** The tasks that can ever begin, each after those it depends on. */
function freed(tasks: readonly RoadmapTask[]): RoadmapTask[] {
  const sorted: RoadmapTask[] = [];
  let left = [...tasks];
  for (;;) {
    const waiting = new Set(left.map(({ key }) => key));
    const free = left.filter(({ dependsOn }) => !dependsOn.some((on) => waiting.has(on)));
    if (free.length === 0) return sorted;
    sorted.push(...free);
    left = left.filter((task) => !free.includes(task));
  }
}

function movedBetween(before: readonly RoadmapTask[], after: readonly RoadmapTask[]): MovedTask[] {
  return before.flatMap(({ key, startsOn, dueOn }, place) => {
    const now = after[place];
    if (now === undefined || (now.startsOn === startsOn && now.dueOn === dueOn)) return [];
    return [{ key, from: { startsOn, dueOn }, to: { startsOn: now.startsOn, dueOn: now.dueOn } }];
  });
}

function lastDue(tasks: readonly RoadmapTask[]): string {
  return (
    tasks
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? ""
  );
}
