import type { Roadmap } from "@liftledger/contracts/roadmap";
import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

export type Task = Roadmap["tasks"][number];
export type StepKey = Task["step"];

/** The roadmap of an initiative, and how far it is today. */
export const roadmapQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "roadmap"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getRoadmap", { params: { initiativeId }, signal }),
  });
