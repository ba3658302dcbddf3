import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { NewReadinessAnswer, Readiness, ReadinessAnswer, ReadinessQuery } from "./readiness.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into the endpoints of readiness and what comes out; a part of the table in `endpoints.ts`. */
export const readinessEndpoints = {
  getReadiness: {
    summary:
      "Readiness in the five gaps for the next phase: ten questions with what they need, and what the product proposes",
    params: initiativeParams,
    query: ReadinessQuery,
    output: Readiness,
    status: 200,
  },
  listReadinessAnswers: {
    summary: "Every answer that was given to the questions of readiness, the latest first",
    params: initiativeParams,
    ...lists.listReadinessAnswers,
    status: 200,
  },
  answerReadiness: {
    summary: "Answer a question of readiness with a score and what shows it; earlier answers stay",
    params: initiativeParams,
    body: NewReadinessAnswer,
    output: ReadinessAnswer,
    status: 201,
    idempotent: true,
  },
} as const;
