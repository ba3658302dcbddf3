import { z } from "zod";
import { Id } from "./ids.ts";
import { ChangeLearning, Learning, NewLearning } from "./learning.ts";
import { lists } from "./lists.ts";

/** What goes into the endpoints of learnings and what comes out; a part of the table in `endpoints.ts`. */
export const learningEndpoints = {
  listLearnings: {
    summary:
      "What was learned, the latest first: by initiative, by KPI, or where each of some words is found",
    ...lists.listLearnings,
    status: 200,
  },
  listLearningPrompts: {
    summary:
      "Initiatives that ended or whose gate was decided, and of which nobody has written since what was learned",
    ...lists.listLearningPrompts,
    status: 200,
  },
  addLearning: {
    summary: "Write what was expected of an initiative, what happened, and what speaks against it",
    body: NewLearning,
    output: Learning,
    status: 201,
    idempotent: true,
  },
  changeLearning: {
    summary: "Write a learning anew",
    params: z.object({ learningId: Id }),
    body: ChangeLearning,
    output: Learning,
    status: 200,
    idempotent: true,
  },
} as const;
