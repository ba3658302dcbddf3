import type { Readiness } from "@liftledger/contracts/readiness";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

/** A question of readiness with what it needs and how it stands. */
export type Question = Readiness["questions"][number];
export type QuestionKey = Question["question"];
export type Evidence = Question["evidence"][number];
export type Into = Readiness["into"];

/** Readiness for a phase, the next one unless another is asked for, as known at an instant. */
export const readinessQuery = (
  organisationId: string,
  initiativeId: string,
  { into, asOf }: { into?: Into | undefined; asOf?: string | undefined },
) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "readiness", { into, asOf }],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getReadiness", {
        params: { initiativeId },
        query: { ...(into === undefined ? {} : { into }), ...(asOf === undefined ? {} : { asOf }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Every answer to a question, the latest first. */
export const answersQuery = (organisationId: string, initiativeId: string, question: QuestionKey) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "readiness-answers", question],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listReadinessAnswers", {
        params: { initiativeId },
        query: { question },
        signal,
      }),
  });
