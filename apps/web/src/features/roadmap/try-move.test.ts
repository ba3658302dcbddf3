import { describe, expect, it } from "vitest";
import { exampleTask } from "./example-task.ts";
import { daysBefore, triedWords, tryMove } from "./try-move.ts";

const task = exampleTask;
const waits = {
  ...task,
  taskId: "rules",
  title: "Write the rules",
  startsOn: "2026-06-15",
  dueOn: "2026-06-20",
  dependsOn: ["map"],
};
const tasks = [task, waits];

describe("tryMove", () => {
  it("tells what is pushed, and what cannot be, as the ledger does", () => {
    expect(tryMove(tasks, "map", { startsOn: "2026-06-02", dueOn: "2026-06-15" })).toEqual({
      kind: "moved",
      pushed: 1,
    });
    expect(tryMove(tasks, "map", { startsOn: "2026-05-30", dueOn: "2026-06-12" })).toEqual({
      kind: "moved",
      pushed: 0,
    });
    const early = tryMove(tasks, "rules", { startsOn: "2026-06-14", dueOn: "2026-06-19" });
    expect(triedWords(early)).toContain("It depends on “Map the workflow”");
    expect(triedWords({ kind: "moved", pushed: 0 })).toBe("");
    expect(triedWords({ kind: "moved", pushed: 2 })).toContain("2 tasks that wait for it");
  });
});

describe("daysBefore", () => {
  it("gives back the days of all that stands elsewhere, at the version it has now", () => {
    const pushed = { ...waits, version: 4, startsOn: "2026-06-16", dueOn: "2026-06-21" };
    const added = { ...task, taskId: "new" };
    expect(daysBefore(tasks, [{ ...task, version: 4, title: "Another" }, pushed, added])).toEqual([
      { taskId: "rules", version: 4, startsOn: "2026-06-15", dueOn: "2026-06-20" },
    ]);
  });
});
