import type { Roadmap } from "@liftledger/contracts/roadmap";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { answerReadiness } from "../readiness/answer-readiness.ts";
import { getReadiness } from "../readiness/get-readiness.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { addRoadmapTask } from "./add-roadmap-task.ts";
import { changeRoadmapTask } from "./change-roadmap-task.ts";
import { closeRoadmapTask } from "./close-roadmap-task.ts";
import { getRoadmap } from "./get-roadmap.ts";
import { listRoadmapTasks } from "./list-roadmap-tasks.ts";
import { placeRoadmapTasks } from "./place-roadmap-tasks.ts";
import { planRoadmap } from "./plan-roadmap.ts";
import { removeRoadmapTask } from "./remove-roadmap-task.ts";
import { reopenRoadmapTask } from "./reopen-roadmap-task.ts";

const evidence = [{ kind: "file" as const, reference: "map.pdf" }];
const startsOn = "2026-06-01";

/** The plan of a bare initiative in Pilots, for Scale. */
async function planned(ctx: Context) {
  const { initiativeId } = await makeInitiative(ctx);
  const roadmap = await planRoadmap(ctx, { initiativeId, startsOn });
  const taskOf = async (question: string) => {
    const { tasks } = await getRoadmap(ctx, { initiativeId });
    const found = tasks.find((task) => task.question === question);
    if (found === undefined) throw new Error(`no task of ${question}`);
    return found;
  };
  return { initiativeId, roadmap, taskOf };
}

/** What a list of tasks gives, page by page. */
async function allKnown(ctx: Context, query: Partial<Parameters<typeof listRoadmapTasks>[1]>) {
  const rows = [];
  for (let cursor: string | undefined | null; cursor !== null;) {
    const page = await listRoadmapTasks(ctx, {
      ...query,
      limit: 4,
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

describeOnEveryDatabase("roadmap", (open) => {
  it("is made of the gaps in the order of the playbook, over ninety days, of what has no task yet", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, roadmap } = await planned(ctx);
    // Points missing into Scale: 5 + 4, 4 + 4, 5 + 4, 4 + 5, 4 + 4 = 43.
    const days = roadmap.tasks.map(({ step, question, startsOn: from, dueOn }) => [
      step,
      question,
      from,
      dueOn,
    ]);
    expect(days).toEqual([
      ["business-case", "outcome", "2026-06-01", "2026-06-19"],
      ["business-case", "business-case", "2026-06-01", "2026-06-19"],
      ["workflows", "workflow", "2026-06-20", "2026-07-06"],
      ["workflows", "daily-work", "2026-06-20", "2026-07-06"],
      ["data", "baseline", "2026-07-07", "2026-07-25"],
      ["data", "data-quality", "2026-07-07", "2026-07-25"],
      ["governance", "owner", "2026-07-26", "2026-08-13"],
      ["governance", "rules", "2026-07-26", "2026-08-13"],
      ["people", "training", "2026-08-14", "2026-08-29"],
      ["people", "use", "2026-08-14", "2026-08-29"],
    ]);
    expect(roadmap).toMatchObject({ done: 0, of: 10, late: expect.any(Array), notPlanned: [] });
    expect(roadmap.tasks[0]).toMatchObject({ owner: "Ada", neededScore: 5, initiative: "Lead scoring" });
    // The day is the 24th of June: two were due on the 19th.
    expect(roadmap.sentence).toBe("0 of 10 done, 2 late.");
    const again = await planRoadmap(ctx, { initiativeId, startsOn: "2026-07-01" });
    expect(again.tasks).toEqual(roadmap.tasks);
    const page = await listRoadmapTasks(ctx, { limit: 3, isDone: "false" });
    expect(page.rows.map(({ dueOn }) => dueOn)).toEqual(["2026-06-19", "2026-06-19", "2026-07-06"]);
    expect((await listRoadmapTasks(ctx, { limit: 3, isDone: "true" })).rows).toEqual([]);
    expect((await listRoadmapTasks(ctx, { limit: 9, step: "people" })).rows).toHaveLength(2);
  });

  it("does not run beyond the days that a ledger can be about", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    await expect(planRoadmap(ctx, { initiativeId, startsOn: "2199-12-31" })).rejects.toThrow(
      /^“.+” would be due on 2200-\d\d-\d\d: begin earlier/,
    );
  });

  it("pushes back what depends on a task that is moved, and refuses what cannot be", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, taskOf } = await planned(ctx);
    const { taskId, version } = await taskOf("data-quality");
    const moved = await changeRoadmapTask(ctx, { initiativeId, taskId, version, dueOn: "2026-07-30" });
    expect(
      moved.tasks.filter((task) => task.version === 2).map(({ question, dueOn }) => [question, dueOn]),
    ).toEqual([
      ["data-quality", "2026-07-30"],
      ["owner", "2026-08-18"],
      ["rules", "2026-08-18"],
      ["training", "2026-09-03"],
      ["use", "2026-09-03"],
    ]);
    const late = { initiativeId, taskId, version, title: "Another" };
    await expect(changeRoadmapTask(ctx, late)).rejects.toThrow(LostUpdateError);
    const early = { initiativeId, taskId, version: 2, startsOn: "2026-06-20" };
    await expect(changeRoadmapTask(ctx, early)).rejects.toThrow("It depends on “");
    const round = { ...early, startsOn: undefined, dependsOn: [(await taskOf("use")).taskId] };
    await expect(changeRoadmapTask(ctx, round)).rejects.toThrow("It would wait for itself");
    const stranger = { ...round, dependsOn: ["nobody"] };
    await expect(changeRoadmapTask(ctx, stranger)).rejects.toThrow(ProblemError);
    await expect(changeRoadmapTask(ctx, { ...early, taskId: "none" })).rejects.toThrow(NotFoundError);
    expect((await taskOf("data-quality")).version).toBe(2);
  });

  it("pushes and places nothing beyond the days that a ledger can be about", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, roadmap, taskOf } = await planned(ctx);
    const { taskId } = await taskOf("data-quality");
    const late = { initiativeId, taskId, version: 1, dueOn: "2199-12-30" };
    await expect(changeRoadmapTask(ctx, late)).rejects.toMatchObject({
      kind: "invalid-request",
      message: expect.stringMatching(/^“.+” would be due on 2200-\d\d-\d\d: begin earlier/),
      details: [{ field: "dueOn", seen: expect.stringContaining("2199-12-30") }],
    });
    const last = await taskOf("use");
    const placed = { taskId: last.taskId, version: 1, startsOn: "2199-12-30", dueOn: "2200-01-02" };
    await expect(placeRoadmapTasks(ctx, { initiativeId, tasks: [placed] })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "tasks", seen: "2199-12-30 to 2200-01-02" }],
    });
    expect((await getRoadmap(ctx, { initiativeId })).tasks).toEqual(roadmap.tasks);
    const onTheLastDay = { ...placed, dueOn: "2199-12-31" };
    const { tasks } = await placeRoadmapTasks(ctx, { initiativeId, tasks: [onTheLastDay] });
    expect(tasks.find((task) => task.taskId === last.taskId)?.dueOn).toBe("2199-12-31");
  });

  it("takes a move back with all that it pushed, all of it or nothing", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, roadmap, taskOf } = await planned(ctx);
    const { taskId } = await taskOf("data-quality");
    const days = (of: Roadmap) => of.tasks.map((task) => [task.taskId, task.startsOn, task.dueOn]);
    const moved = await changeRoadmapTask(ctx, { initiativeId, taskId, version: 1, dueOn: "2026-07-30" });
    const back = moved.tasks.flatMap((task) => {
      const was = roadmap.tasks.find((one) => one.taskId === task.taskId);
      if (was === undefined || was.dueOn === task.dueOn) return [];
      const { startsOn: from, dueOn } = was;
      return [{ taskId: task.taskId, version: task.version, startsOn: from, dueOn }];
    });
    expect(back).toHaveLength(5);
    const alone = back.filter((one) => one.taskId !== taskId);
    await expect(placeRoadmapTasks(ctx, { initiativeId, tasks: alone })).rejects.toThrow("It depends on “");
    const stale = back.map((one, place) => ({ ...one, version: place === 4 ? 1 : one.version }));
    await expect(placeRoadmapTasks(ctx, { initiativeId, tasks: stale })).rejects.toThrow(LostUpdateError);
    expect(days(await getRoadmap(ctx, { initiativeId }))).toEqual(days(moved));
    const undone = await placeRoadmapTasks(ctx, { initiativeId, tasks: back });
    expect(days(undone)).toEqual(days(roadmap));
    expect(undone.tasks.filter(({ version }) => version === 3)).toHaveLength(5);
  });

  it("says at every instant what was planned and done as it was known then", async () => {
    const made = await openLedger(open);
    const { initiativeId, taskOf } = await planned(made);
    const instants = ["06-25", "06-26", "06-27", "06-28"].map((day) => `2026-${day}T12:00:00.000Z`);
    const [moveAt = "", closeAt = "", removeAt = "", reopenAt = ""] = instants;
    const [workflow, owner] = [await taskOf("workflow"), await taskOf("owner")];
    const known: Record<string, unknown> = {};
    const remember = async (ctx: Context) => {
      const { asOf: _asOf, ...roadmap } = await getRoadmap(ctx, { initiativeId });
      known[ctx.now] = roadmap;
    };
    await remember(at(made, secondAfter(made)));
    const at1 = at(made, moveAt);
    const task = { initiativeId, taskId: workflow.taskId };
    await changeRoadmapTask(at1, { ...task, version: 1, dueOn: "2026-07-10", owner: "Tom Reed" });
    await remember(at1);
    const at2 = at(made, closeAt);
    await closeRoadmapTask(at2, { ...task, version: 2, evidence });
    await remember(at2);
    const at3 = at(made, removeAt);
    await removeRoadmapTask(at3, { initiativeId, taskId: owner.taskId, version: 2, reason: "Twice" });
    await remember(at3);
    const at4 = at(made, reopenAt);
    await reopenRoadmapTask(at4, { ...task, version: 3, reason: "Half of it is missing" });
    await remember(at4);
    const late = at(made, "2027-06-01T12:00:00.000Z");
    for (const [asOf, roadmap] of Object.entries(known)) {
      const { asOf: said, ...then } = await getRoadmap(late, { initiativeId, asOf });
      expect([asOf, said, then]).toEqual([asOf, asOf, roadmap]);
      const byId = (tasks: Roadmap["tasks"]) => tasks.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
      expect(byId(await allKnown(late, { asOf }))).toEqual(byId(then.tasks));
    }
    const done = (asOf: string) => allKnown(late, { asOf, isDone: "true" });
    expect((await done(closeAt)).map(({ taskId }) => taskId)).toEqual([workflow.taskId]);
    expect(await done(reopenAt)).toEqual([]);
    const undone = await allKnown(late, { asOf: closeAt, isDone: "false", sort: "-dueOn" });
    expect(undone).toHaveLength(9);
    const days = undone.map(({ dueOn }) => dueOn);
    expect(days).toEqual(days.toSorted().toReversed());
    const { tasks } = await getRoadmap(late, { initiativeId, asOf: made.now.replace("12:", "11:") });
    expect(tasks).toEqual([]);
    // On another day the same plan is later: everything that is not done by then.
    const {
      day,
      of,
      late: overdue,
    } = await getRoadmap(late, { initiativeId, asOf: closeAt, until: "2026-12-31" });
    expect([day, of, overdue.length]).toEqual(["2026-12-31", 10, 9]);
  });

  it("closes a task with what shows it, which answers its question; a good answer closes its task", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, taskOf } = await planned(ctx);
    const workflow = await taskOf("workflow");
    const closed = { initiativeId, taskId: workflow.taskId, version: 1, evidence };
    await expect(closeRoadmapTask(ctx, { ...closed, doneOn: "2026-06-25" })).rejects.toThrow("future");
    const after = await closeRoadmapTask(ctx, closed);
    expect(after).toMatchObject({ done: 1, of: 10 });
    expect(await taskOf("workflow")).toMatchObject({
      doneOn: "2026-06-24",
      doneBy: "Local administrator",
      evidence,
    });
    const now = at(ctx, secondAfter(ctx));
    const { questions } = await getReadiness(now, { initiativeId });
    expect(questions.find(({ question }) => question === "workflow")).toMatchObject({
      score: 4,
      isClosed: true,
    });
    await expect(closeRoadmapTask(now, { ...closed, version: 2 })).rejects.toThrow("was done on");

    await answerReadiness(now, { initiativeId, question: "owner", score: 3, evidence });
    expect((await taskOf("owner")).doneOn).toBeNull();
    await answerReadiness(at(now, secondAfter(now)), { initiativeId, question: "owner", score: 4, evidence });
    expect(await taskOf("owner")).toMatchObject({ doneOn: "2026-06-24", evidence, version: 2 });

    const reopened = { initiativeId, taskId: workflow.taskId, version: 2, reason: "Half of it is missing" };
    expect(await reopenRoadmapTask(now, reopened)).toMatchObject({ done: 1 });
    await expect(reopenRoadmapTask(now, { ...reopened, version: 3 })).rejects.toThrow("is open");
  });

  it("takes tasks of one's own, such as against a finding, and lets them go", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, taskOf } = await planned(ctx);
    const owner = await taskOf("owner");
    const task = {
      step: "governance" as const,
      title: "Open the security review",
      owner: "Tom Reed",
      startsOn: "2026-08-14",
      dueOn: "2026-08-20",
      dependsOn: [owner.taskId],
      shownBy: "The ticket",
      finding: "security-review" as const,
    };
    const added = await addRoadmapTask(ctx, { initiativeId, ...task });
    expect(added.tasks.find(({ finding }) => finding !== null)).toMatchObject({ ...task, question: null });
    const early = { initiativeId, ...task, startsOn: "2026-08-01" };
    await expect(addRoadmapTask(ctx, early)).rejects.toThrow("It depends on “");
    const removed = await removeRoadmapTask(ctx, {
      initiativeId,
      taskId: owner.taskId,
      version: 1,
      reason: "Twice",
    });
    expect(removed.tasks.find(({ finding }) => finding !== null)).toMatchObject({
      dependsOn: [],
      version: 2,
    });
    expect(removed).toMatchObject({ of: 10, notPlanned: [{ question: "owner" }] });
    const replanned = await planRoadmap(ctx, { initiativeId, startsOn });
    expect(replanned).toMatchObject({ of: 11, notPlanned: [] });
  });
});
