import { describe, expect, it } from "vitest";
import { exampleTask } from "./example-task.ts";
import type { Task } from "./queries.ts";
import { changeOf, draftOfTask, newTaskOf, taskFaults } from "./task-draft.ts";

const task: Task = { ...exampleTask, taskId: "t1" };

describe("changeOf", () => {
  it("holds the version that was read and only what is other", () => {
    const draft = draftOfTask(task);
    expect(changeOf(task, draft)).toEqual({ version: 3 });
    expect(changeOf(task, { ...draft, owner: " Tom ", dueOn: "2026-06-15" })).toEqual({
      version: 3,
      owner: "Tom",
      dueOn: "2026-06-15",
    });
    expect(changeOf({ ...task, owner: "Tom" }, draft)).toEqual({ version: 3, owner: null });
  });
});

describe("taskFaults", () => {
  it.each([
    [{}, []],
    [{ title: " " }, ["title"]],
    [{ shownBy: "" }, ["shownBy"]],
    [{ startsOn: "" }, ["startsOn"]],
    [{ dueOn: "2026-05-31" }, ["dueOn"]],
  ])("%j: %j", (other, fields) => {
    expect(Object.keys(taskFaults({ ...draftOfTask(task), ...other }))).toEqual(fields);
  });
});

describe("newTaskOf", () => {
  it("trims, and says nobody where no name is typed", () => {
    const made = newTaskOf({ ...draftOfTask(task), title: " Map " }, "chasm");
    expect(made).toMatchObject({ title: "Map", owner: null, finding: "chasm" });
  });
});
