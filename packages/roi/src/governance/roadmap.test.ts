import { addDays, daysBetween } from "@liftledger/kpis/iso-date";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveTask, placeTasks, waitsForItself } from "./move-task.ts";
import { playbookPlace, playbookStep, type PlaybookKey } from "./playbook.ts";
import { readinessQuestions, type QuestionKey } from "./readiness-questions.ts";
import { readiness, type ReadinessAnswer } from "./readiness.ts";
import { closeByReadiness, roadmapProgress } from "./roadmap-progress.ts";
import { planRoadmap, roadmapDays, type RoadmapTask } from "./roadmap.ts";

const startsOn = "2026-01-01";
const answer = (question: QuestionKey, score: number): ReadinessAnswer => ({
  question,
  score,
  evidence: [{ kind: "file", reference: "audit.pdf" }],
  by: "Ines Duarte",
  on: startsOn,
});
const answers = fc
  .array(fc.nat(5), { minLength: 10, maxLength: 10 })
  .map((scores) => readinessQuestions.map(({ key }, place) => answer(key, scores[place] ?? 0)));
const plan = (given: readonly ReadinessAnswer[]) =>
  planRoadmap({ readiness: readiness("pilots", given), startsOn });
const spans = (tasks: readonly RoadmapTask[]) =>
  tasks.map(({ key, startsOn: from, dueOn }) => [key, from, dueOn]);
/** No task begins before what it depends on is over. */
const isInOrder = (tasks: readonly RoadmapTask[]) =>
  tasks.every((task) =>
    tasks.every((other) => !task.dependsOn.includes(other.key) || task.startsOn > other.dueOn),
  );

describe("playbook", () => {
  it("has five steps in order, and throws for what is none", () => {
    expect(playbookPlace("business-case")).toBe(0);
    expect(playbookPlace("people")).toBe(4);
    expect(() => playbookStep("luck" as PlaybookKey)).toThrow('"luck" is no step');
  });
});

describe("planRoadmap", () => {
  it("goes from the business case to people in ninety days, as long a step as it has points to gain", () => {
    // Missing points into Pilots: 4 + 3, 3 + 2, 4 + 3, 3 + 4, 2 + 2 = 30, so three days a point.
    expect(spans(plan([]))).toEqual([
      ["outcome", "2026-01-01", "2026-01-21"],
      ["business-case", "2026-01-01", "2026-01-21"],
      ["workflow", "2026-01-22", "2026-02-05"],
      ["daily-work", "2026-01-22", "2026-02-05"],
      ["baseline", "2026-02-06", "2026-02-26"],
      ["data-quality", "2026-02-06", "2026-02-26"],
      ["owner", "2026-02-27", "2026-03-19"],
      ["rules", "2026-02-27", "2026-03-19"],
      ["training", "2026-03-20", "2026-03-31"],
      ["use", "2026-03-20", "2026-03-31"],
    ]);
  });

  it("leaves out what is closed; a task waits for those of the step before, and says what closes it", () => {
    const closed = readinessQuestions.filter(({ key }) => key !== "baseline" && key !== "use");
    const tasks = planRoadmap({
      readiness: readiness("pilots", [...closed.map(({ key }) => answer(key, 5)), answer("baseline", 2)]),
      startsOn,
      owners: { use: "Tom Reed" },
    });
    expect(tasks).toMatchObject([
      { key: "baseline", step: "data", owner: null, dependsOn: [], closedBy: { score: 4 } },
      { key: "use", step: "people", owner: "Tom Reed", dependsOn: ["baseline"], closedBy: { score: 2 } },
    ]);
    // Two points missing of each: 45 days each.
    expect(spans(tasks).map(([, , due]) => due)).toEqual(["2026-02-14", "2026-03-31"]);
  });

  it("has nothing to do where nothing is open, and refuses a day that is none", () => {
    expect(plan(readinessQuestions.map(({ key }) => answer(key, 5)))).toEqual([]);
    expect(() => planRoadmap({ readiness: readiness("pilots", []), startsOn: "2026-02-30" })).toThrow(
      RangeError,
    );
  });

  it("always fills ninety days in order, a task for every open question", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scored = readiness("pilots", given);
        const tasks = plan(given);
        expect(tasks.map(({ key }) => key).toSorted()).toEqual(
          scored.questions.flatMap(({ question, isClosed }) => (isClosed ? [] : [question])).toSorted(),
        );
        expect(isInOrder(tasks)).toBe(true);
        const [first] = tasks;
        if (first === undefined) return;
        expect(first.startsOn).toBe(startsOn);
        expect(tasks.at(-1)?.dueOn).toBe(addDays(startsOn, roadmapDays - 1));
      }),
    );
  });
});

describe("placeTasks", () => {
  const tasks = plan([]);
  const daysOf = (of: readonly RoadmapTask[], keys: readonly string[]) =>
    of
      .filter(({ key }) => keys.includes(key))
      .map(({ key, startsOn: from, dueOn }) => ({ key, startsOn: from, dueOn }));

  it("takes every move back with all that it pushed, whatever was moved how far", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tasks), fc.integer({ min: -60, max: 60 }), (task, days) => {
        const { key, startsOn: from, dueOn } = task;
        const to = { startsOn: addDays(from, days), dueOn: addDays(dueOn, days) };
        const answer = moveTask(tasks, key, to);
        if (answer.kind === "refused") return;
        const back = answer.moved.map((one) => ({ key: one.key, ...one.from }));
        const undone = placeTasks(answer.tasks, back);
        expect(undone.kind === "moved" && spans(undone.tasks)).toEqual(spans(tasks));
      }),
    );
  });

  it("pushes nothing: it is refused where what waits would begin too early, or what it waits for is not over", () => {
    const later = daysOf(tasks, ["data-quality"]).map((one) => ({ ...one, dueOn: "2026-03-03" }));
    expect(placeTasks(tasks, later)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("It depends on “"),
    });
    const early = daysOf(tasks, ["workflow"]).map((one) => ({ ...one, startsOn: "2026-01-21" }));
    expect(placeTasks(tasks, early)).toMatchObject({ kind: "refused" });
    const done = tasks.map((task) => ({ ...task, doneOn: task.key === "owner" ? "2026-02-20" : null }));
    expect(placeTasks(done, daysOf(tasks, ["owner"]))).toMatchObject({
      reason: expect.stringContaining("was done on 2026-02-20"),
    });
    // Together they fit.
    const both = moveTask(tasks, "data-quality", { startsOn: "2026-02-06", dueOn: "2026-03-03" });
    const to = both.kind === "moved" ? both.moved.map((one) => ({ key: one.key, ...one.to })) : [];
    expect(placeTasks(tasks, to)).toMatchObject({ kind: "moved", endsOn: "2026-04-05" });
  });
});

describe("moveTask", () => {
  const tasks = plan([]);
  const moved = (key: string, from: string, to: string, of: readonly RoadmapTask[] = tasks) =>
    moveTask(of, key, { startsOn: from, dueOn: to });

  it("pushes back what depends on it, each as long as it was", () => {
    const answer = moved("data-quality", "2026-02-06", "2026-03-03");
    expect(
      answer.kind === "moved" && answer.moved.map(({ key, to }) => [key, to.startsOn, to.dueOn]),
    ).toEqual([
      ["data-quality", "2026-02-06", "2026-03-03"],
      ["owner", "2026-03-04", "2026-03-24"],
      ["rules", "2026-03-04", "2026-03-24"],
      ["training", "2026-03-25", "2026-04-05"],
      ["use", "2026-03-25", "2026-04-05"],
    ]);
    expect(answer).toMatchObject({ endsOn: "2026-04-05" });
  });

  it("moves nothing else where there is room, and pulls nothing forward", () => {
    const answer = moved("data-quality", "2026-02-06", "2026-02-10");
    expect(answer.kind === "moved" && answer.moved.map(({ key }) => key)).toEqual(["data-quality"]);
    expect(answer).toMatchObject({ endsOn: "2026-03-31" });
  });

  it("leaves alone what is done", () => {
    const done = tasks.map((task) => (task.key === "owner" ? { ...task, doneOn: "2026-02-20" } : task));
    const answer = moved("data-quality", "2026-02-06", "2026-03-03", done);
    expect(answer.kind === "moved" && answer.moved.map(({ key }) => key)).not.toContain("owner");
    expect(moved("owner", "2026-03-01", "2026-03-02", done)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("was done on 2026-02-20"),
    });
  });

  it.each<[QuestionKey, string, string, string]>([
    ["workflow", "2026-01-21", "2026-02-05", "It depends on “"],
    ["workflow", "2026-02-05", "2026-02-04", "before it begins"],
    ["workflow", "2026-02-30", "2026-03-04", "Write the days as"],
    ["budget" as QuestionKey, "2026-02-01", "2026-02-02", "is no task of this roadmap"],
  ])("refuses to move %s to %s–%s", (key, from, to, reason) => {
    expect(moved(key, from, to)).toMatchObject({ kind: "refused", reason: expect.stringContaining(reason) });
  });

  it("throws where tasks wait for each other", () => {
    const round = tasks.map((task) =>
      task.key === "owner" ? { ...task, dependsOn: ["training" as const] } : task,
    );
    expect(waitsForItself(round)).toBe(true);
    expect(waitsForItself(tasks)).toBe(false);
    expect(() => moved("outcome", "2026-01-02", "2026-01-03", round)).toThrow("wait for each other");
  });

  it("keeps the order and every length, whatever is moved", () => {
    fc.assert(
      fc.property(answers, fc.nat(9), fc.nat(60), fc.nat(60), (given, at, later, length) => {
        const before = plan(given);
        const task = before[at % Math.max(1, before.length)];
        if (task === undefined) return;
        const from = addDays(task.startsOn, later);
        const answer = moved(task.key, from, addDays(from, length), before);
        if (answer.kind === "refused") throw new Error(answer.reason);
        expect(isInOrder(answer.tasks)).toBe(true);
        answer.tasks.forEach((after, place) => {
          const was = before[place];
          if (was === undefined || after.key === task.key) return;
          expect(daysBetween(after.startsOn, after.dueOn)).toBe(daysBetween(was.startsOn, was.dueOn));
          expect(after.startsOn >= was.startsOn).toBe(true);
        });
      }),
    );
  });
});

describe("roadmapProgress", () => {
  it("counts what is done, late and next; on its due day a task is not late", () => {
    const tasks = plan([]).map((task) => (task.key === "outcome" ? { ...task, doneOn: "2026-01-10" } : task));
    expect(roadmapProgress(tasks, "2026-01-21")).toMatchObject({
      done: 1,
      of: 10,
      late: [],
      sentence: "1 of 10 done.",
    });
    expect(roadmapProgress(tasks, "2026-01-22")).toEqual({
      done: 1,
      of: 10,
      late: ["business-case"],
      next: {
        key: "business-case",
        title: "Write the business case and have it approved",
        dueOn: "2026-01-21",
      },
      endsOn: "2026-03-31",
      sentence: "1 of 10 done, 1 late.",
    });
    expect(roadmapProgress(tasks, "2026-01-09").done).toBe(0);
    expect(roadmapProgress([], startsOn)).toMatchObject({
      next: null,
      endsOn: null,
      sentence: "There is nothing to do.",
    });
  });
});

describe("closeByReadiness", () => {
  it("closes a task once its question is at the score that the phase needs", () => {
    const closed = (score: number) =>
      closeByReadiness(plan([]), readiness("pilots", [answer("baseline", score)]), "2026-02-20").flatMap(
        ({ key, doneOn }) => (doneOn === null ? [] : [[key, doneOn]]),
      );
    expect(closed(3)).toEqual([]);
    expect(closed(4)).toEqual([["baseline", "2026-02-20"]]);
  });

  it("leaves alone a task that is of no question", () => {
    const [task] = plan([]);
    if (task === undefined) throw new Error("there is a task");
    const own: RoadmapTask = { ...task, closedBy: { question: null, score: null, shownBy: "The minutes" } };
    const ready = readiness("pilots", [answer("outcome", 5)]);
    expect(closeByReadiness([own], ready, "2026-02-20")).toEqual([own]);
  });
});
