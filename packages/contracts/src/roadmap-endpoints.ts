import { z } from "zod";
import { Governance, GovernanceQuery } from "./governance.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import {
  ChangeRoadmapTask,
  CloseRoadmapTask,
  NewRoadmapTask,
  PlaceRoadmapTasks,
  PlanRoadmap,
  Roadmap,
  RoadmapQuery,
  RoadmapTaskReason,
} from "./roadmap.ts";

const initiativeParams = z.object({ initiativeId: Id });
const taskParams = z.object({ initiativeId: Id, taskId: Id });

/** What goes into the endpoints of roadmaps and what comes out; a part of the table in `endpoints.ts`. */
export const roadmapEndpoints = {
  getGovernance: {
    summary:
      "The portfolio on its way to production: rates, time in each phase, what is stuck, how far roadmaps are",
    query: GovernanceQuery,
    output: Governance,
    status: 200,
  },
  getRoadmap: {
    summary:
      "The 90-day roadmap of an initiative as known at an instant: its tasks by step, and how far it is on a day",
    params: initiativeParams,
    query: RoadmapQuery,
    output: Roadmap,
    status: 200,
  },
  listRoadmapTasks: {
    summary: "The tasks of every roadmap as known at an instant, the one due first before the others",
    ...lists.listRoadmapTasks,
    status: 200,
  },
  planRoadmap: {
    summary: "Make tasks of what the next phase needs and no task is for, in the order of the playbook",
    params: initiativeParams,
    body: PlanRoadmap,
    output: Roadmap,
    status: 201,
    idempotent: true,
  },
  addRoadmapTask: {
    summary: "Add a task to a roadmap",
    params: initiativeParams,
    body: NewRoadmapTask,
    output: Roadmap,
    status: 201,
    idempotent: true,
  },
  changeRoadmapTask: {
    summary: "Change a task; other days push back what depends on it",
    params: taskParams,
    body: ChangeRoadmapTask,
    output: Roadmap,
    status: 200,
    idempotent: true,
  },
  placeRoadmapTasks: {
    summary: "Put several tasks on days and move nothing else, as where a move is taken back",
    params: initiativeParams,
    body: PlaceRoadmapTasks,
    output: Roadmap,
    status: 200,
    idempotent: true,
  },
  closeRoadmapTask: {
    summary: "Close a task with what shows that it is done; where it is of a question, that is its answer",
    params: taskParams,
    body: CloseRoadmapTask,
    output: Roadmap,
    status: 200,
    idempotent: true,
  },
  reopenRoadmapTask: {
    summary: "Open a task again that was done, with a reason",
    params: taskParams,
    body: RoadmapTaskReason,
    output: Roadmap,
    status: 200,
    idempotent: true,
  },
  removeRoadmapTask: {
    summary: "Take a task off the roadmap, with a reason; the audit chain keeps it",
    params: taskParams,
    body: RoadmapTaskReason,
    output: Roadmap,
    status: 200,
    idempotent: true,
  },
} as const;
