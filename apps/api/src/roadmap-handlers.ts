import type { roadmapPaths } from "@liftledger/contracts/roadmap-paths";
import { getGovernance } from "@liftledger/use-cases/governance/get-governance";
import { addRoadmapTask } from "@liftledger/use-cases/roadmap/add-roadmap-task";
import { changeRoadmapTask } from "@liftledger/use-cases/roadmap/change-roadmap-task";
import { closeRoadmapTask } from "@liftledger/use-cases/roadmap/close-roadmap-task";
import { getRoadmap } from "@liftledger/use-cases/roadmap/get-roadmap";
import { listRoadmapTasks } from "@liftledger/use-cases/roadmap/list-roadmap-tasks";
import { placeRoadmapTasks } from "@liftledger/use-cases/roadmap/place-roadmap-tasks";
import { planRoadmap } from "@liftledger/use-cases/roadmap/plan-roadmap";
import { removeRoadmapTask } from "@liftledger/use-cases/roadmap/remove-roadmap-task";
import { reopenRoadmapTask } from "@liftledger/use-cases/roadmap/reopen-roadmap-task";
import type { Handler } from "./handlers.ts";

/** The handlers of roadmaps; a part of the table in `handlers.ts`. */
export const roadmapHandlers: { readonly [Name in keyof typeof roadmapPaths]: Handler<Name> } = {
  getGovernance: (ctx, { query }) => getGovernance(ctx, query),
  getRoadmap: (ctx, { params, query }) => getRoadmap(ctx, { ...params, ...query }),
  listRoadmapTasks: (ctx, { query }) => listRoadmapTasks(ctx, query),
  planRoadmap: (ctx, { params, body }) => planRoadmap(ctx, { ...params, ...body }),
  addRoadmapTask: (ctx, { params, body }) => addRoadmapTask(ctx, { ...params, ...body }),
  changeRoadmapTask: (ctx, { params, body }) => changeRoadmapTask(ctx, { ...params, ...body }),
  placeRoadmapTasks: (ctx, { params, body }) => placeRoadmapTasks(ctx, { ...params, ...body }),
  closeRoadmapTask: (ctx, { params, body }) => closeRoadmapTask(ctx, { ...params, ...body }),
  reopenRoadmapTask: (ctx, { params, body }) => reopenRoadmapTask(ctx, { ...params, ...body }),
  removeRoadmapTask: (ctx, { params, body }) => removeRoadmapTask(ctx, { ...params, ...body }),
};
