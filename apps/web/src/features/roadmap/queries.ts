import type { Roadmap } from "@liftledger/contracts/roadmap";
import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, type Clocks } from "../../api.ts";

export type Task = Roadmap["tasks"][number];
export type StepKey = Task["step"];

/** The roadmap of an initiative as known at an instant, and how far it is on a day. */
export const roadmapQuery = (organisationId: string, initiativeId: string, clocks: Clocks = {}) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "roadmap", clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getRoadmap", {
        params: { initiativeId },
        query: clockQuery(clocks),
        signal,
      }),
  });
