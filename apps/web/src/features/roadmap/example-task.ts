import type { Task } from "./queries.ts";

/** A task as the server answers it, for tests. */
/* no text: a server's answer */
export const exampleTask: Task = {
  taskId: "map",
  initiativeId: "i1",
  initiative: "Chat",
  step: "workflows",
  question: "workflow",
  neededScore: 3,
  finding: null,
  title: "Map the workflow",
  owner: null,
  startsOn: "2026-06-01",
  dueOn: "2026-06-14",
  dependsOn: [],
  shownBy: "The map",
  doneOn: null,
  doneBy: null,
  evidence: [],
  version: 3,
  changedAt: "2026-06-01T09:00:00.000Z",
  changedBy: "Ada",
};
