import { queryOptions } from "@tanstack/react-query";
import type { Job } from "@liftledger/contracts/job";
import { listWhole } from "../../api.ts";

const secondsBetweenLooks = 3;

/** Whether a job is being done, or will be as soon as a server looks. */
export function isUnderWay({ state, nextDueAt }: Job, now: Date): boolean {
  return state === "running" || nextDueAt <= now.toISOString();
}

/** What the server does by itself, asked again while any of it is under way. */
export const jobsQuery = queryOptions({
  queryKey: ["access", "jobs"],
  queryFn: ({ signal }) => listWhole("default", "listJobs", { signal }),
  refetchInterval: ({ state }) =>
    state.data?.rows.some((job) => isUnderWay(job, new Date())) === true ? secondsBetweenLooks * 1000 : false,
});
