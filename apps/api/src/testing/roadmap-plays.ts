import type { Client } from "@liftledger/contracts/client";
import { examples } from "@liftledger/contracts/examples";
import { NewRoadmapTask } from "@liftledger/contracts/roadmap";
import type { roadmapPaths } from "@liftledger/contracts/roadmap-paths";
import type { Context } from "@liftledger/use-cases/context";
import { addRoadmapTask } from "@liftledger/use-cases/roadmap/add-roadmap-task";
import { closeRoadmapTask } from "@liftledger/use-cases/roadmap/close-roadmap-task";
import { expect } from "vitest";
import { makeInitiative, type ChangingOf, type Play } from "./play.ts";

/** A task as it is added in the examples. */
const exampleTask = NewRoadmapTask.parse(examples.addRoadmapTask.body);
const evidence = [{ kind: "file" as const, reference: "review.pdf" }];
const noun = "roadmap-task";

async function makeTask(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const { tasks } = await client.call("addRoadmapTask", { params: { initiativeId }, body: exampleTask });
  const taskId = tasks[0]?.taskId ?? "";
  return { taskId, params: { initiativeId, taskId } };
}

const version = (number: number) => expect.objectContaining({ version: number });

/** One play for each changing endpoint of roadmaps: what is called, and what the chain should say of it. */
export const roadmapPlays: Record<ChangingOf<typeof roadmapPaths>, Play> = {
  async planRoadmap(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = { startsOn: "2026-06-01" };
    const { tasks } = await client.call("planRoadmap", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, question: "use", version: 1 });
    return { noun, objectId: tasks.at(-1)?.taskId ?? "", before: null, after };
  },
  async addRoadmapTask(client) {
    const { taskId } = await makeTask(client);
    const after = expect.objectContaining({ title: exampleTask.title, finding: "security-review" });
    return { noun, objectId: taskId, before: null, after };
  },
  async changeRoadmapTask(client) {
    const { taskId, params } = await makeTask(client);
    await client.call("changeRoadmapTask", { params, body: { version: 1, dueOn: "2026-06-30" } });
    const after = expect.objectContaining({ version: 2, dueOn: "2026-06-30" });
    return { noun, objectId: taskId, before: version(1), after };
  },
  async placeRoadmapTasks(client) {
    const { taskId, params } = await makeTask(client);
    const days = { startsOn: "2026-06-08", dueOn: "2026-06-21" };
    const { initiativeId } = params;
    await client.call("placeRoadmapTasks", {
      params: { initiativeId },
      body: { tasks: [{ taskId, version: 1, ...days }] },
    });
    const after = expect.objectContaining({ version: 2, ...days });
    return { noun, objectId: taskId, before: version(1), after };
  },
  async closeRoadmapTask(client) {
    const { taskId, params } = await makeTask(client);
    await client.call("closeRoadmapTask", { params, body: { version: 1, evidence } });
    const after = expect.objectContaining({ doneOn: expect.any(String), evidence });
    return { noun, objectId: taskId, before: version(1), after };
  },
  async reopenRoadmapTask(client) {
    const { taskId, params } = await makeTask(client);
    await client.call("closeRoadmapTask", { params, body: { version: 1, evidence } });
    const reason = "It was closed too early";
    await client.call("reopenRoadmapTask", { params, body: { version: 2, reason } });
    const after = expect.objectContaining({ doneOn: null, evidence: [], version: 3 });
    return { noun, objectId: taskId, before: version(2), after, reason };
  },
  async removeRoadmapTask(client) {
    const { taskId, params } = await makeTask(client);
    const reason = "Another task covers it";
    await client.call("removeRoadmapTask", { params, body: { version: 1, reason } });
    const after = expect.objectContaining({ removedAt: expect.any(String) });
    return { noun, objectId: taskId, before: version(1), after, reason };
  },
};

/** Makes what each example of roadmaps is about: a task at the version it names, done where it is to be opened again. */
export function roadmapPreparations(
  ctx: Context,
  initiativeId: () => string,
): Record<string, () => Promise<{ ids: Record<string, string> }>> {
  const prepare = (isDone: boolean) => async () => {
    const title = `A task ${ctx.newId()}`;
    const made = await addRoadmapTask(ctx, { initiativeId: initiativeId(), ...exampleTask, title });
    const taskId = made.tasks.find((task) => task.title === title)?.taskId ?? "";
    if (isDone) {
      await closeRoadmapTask(ctx, { initiativeId: initiativeId(), taskId, version: 1, evidence });
    }
    return { ids: { taskId } };
  };
  return {
    changeRoadmapTask: prepare(false),
    placeRoadmapTasks: prepare(false),
    closeRoadmapTask: prepare(false),
    reopenRoadmapTask: prepare(true),
    removeRoadmapTask: prepare(false),
  };
}
