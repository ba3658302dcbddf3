import { moveTask } from "@liftledger/roi/governance/move-task";
import { formatSentence } from "../../components/format-sentence.ts";
import type { Task } from "./queries.ts";
import type { Days } from "./task-axis.ts";
import { form, plural, t } from "../../words.ts";

/** What a move would do: how many tasks that wait for it it pushes back, or why it cannot be. */
export type TriedMove = { kind: "moved"; pushed: number } | { kind: "refused"; reason: string };

/** Tries a move by the rule that the ledger moves by, before it is sent there. */
export function tryMove(tasks: readonly Task[], taskId: string, to: Days): TriedMove {
  const answer = moveTask(
    tasks.map(({ taskId: key, question, neededScore: score, shownBy, ...task }) => ({
      key,
      ...task,
      closedBy: { question, score, shownBy },
    })),
    taskId,
    to,
  );
  if (answer.kind === "refused") return answer;
  return { kind: "moved", pushed: answer.moved.filter(({ key }) => key !== taskId).length };
}

/** What is said of a move that is tried; nothing where it moves nothing else. */
export function triedWords(move: TriedMove): string {
  if (move.kind === "refused") return t`It cannot stand there. ${formatSentence(move.reason)}`;
  const { pushed } = move;
  return pushed === 0
    ? ""
    : plural(
        pushed,
        form`${pushed} task that waits for it would be pushed back.`,
        form`${pushed} tasks that wait for it would be pushed back.`,
      );
}

/** The days that a move changed, to be given back: of what was moved and of what it pushed. */
export function daysBefore(before: readonly Task[], after: readonly Task[]) {
  return after.flatMap(({ taskId, version, startsOn, dueOn }) => {
    const was = before.find((task) => task.taskId === taskId);
    if (was === undefined || (was.startsOn === startsOn && was.dueOn === dueOn)) return [];
    return [{ taskId, version, startsOn: was.startsOn, dueOn: was.dueOn }];
  });
}
