import { z } from "zod";
import { Job, JobName } from "./job.ts";
import { lists } from "./lists.ts";

const jobParams = z.object({ jobName: JobName });

/** What goes into the endpoints of jobs and what comes out; a part of the table in `endpoints.ts`. */
export const jobEndpoints = {
  listJobs: {
    summary: "What the server does by itself: when it is due, who does it, how it went",
    ...lists.listJobs,
    status: 200,
  },
  getJob: { summary: "One of the jobs", params: jobParams, output: Job, status: 200 },
  runJob: {
    summary: "Have a job done now: by the first server that looks, in some seconds",
    params: jobParams,
    output: Job,
    status: 200,
    idempotent: true,
  },
} as const;
