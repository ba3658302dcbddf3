import { z } from "zod";
import { Instant } from "./values.ts";

/** The name of a job, such as "evaluate-portfolio". */
export const JobName = z.string().regex(/^[a-z][a-z-]{0,59}$/, 'the name of a job, "evaluate-portfolio"');

/** Something the server does by itself again and again, and how it went the last time. */
export const Job = z.object({
  jobName: JobName,
  /** What it does, in one sentence. */
  about: z.string(),
  /** A cron pattern, in UTC. */
  schedule: z.string(),
  /** While it is running: when it is begun again should it fail. */
  nextDueAt: Instant,
  /** Interrupted: the process that did it was killed; another takes it once the lease has ended and it is due. */
  state: z.enum(["waiting", "running", "interrupted"]),
  /** Which process does it, and until when that counts without being renewed. */
  leaseHolder: z.string().nullable(),
  leaseUntil: Instant.nullable(),
  /** How often it was begun since it was last done: more than one where it fails. */
  attempts: z.number().int(),
  /** Of the last run, also of one under way; null before the first. */
  begunAt: Instant.nullable(),
  /** Of the last run that ended, as what follows. */
  endedAt: Instant.nullable(),
  outcome: z.enum(["done", "failed"]).nullable(),
  /** How much of what was done, by name. */
  did: z.record(z.string(), z.number().int()).nullable(),
  /** What went wrong, in one line. */
  error: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;
