import type { Gate, GatePack, GateReview } from "@liftledger/contracts/gate";
import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";

export type Decision = GateReview["decision"];
export type Answered = GatePack["criteria"][number];
export type CriterionKey = Answered["criterion"];
export type Waiting = NonNullable<Gate["review"]>;

/** What the next gate of an initiative asks, as things are now. */
export const gateQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "gate"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getGate", { params: { initiativeId }, signal }),
  });

/** Every review of an initiative's gates, the latest first. */
export const gateReviewsQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "gate-reviews"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listGateReviews", { query: { initiativeId }, signal }),
  });

/** A review with its evidence. */
export const gateReviewQuery = (organisationId: string, reviewId: string) =>
  queryOptions({
    queryKey: [organisationId, "gate-review", reviewId],
    queryFn: ({ signal }) => clientOf(organisationId).call("getGateReview", { params: { reviewId }, signal }),
  });

/** The rules that end an initiative, and how each stands. */
export const killRulesQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "kill-rules"],
    queryFn: ({ signal }) => listWhole(organisationId, "listKillRules", { query: { initiativeId }, signal }),
  });
