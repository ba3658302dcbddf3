import { Cron } from "croner";
import type { Context } from "../context.ts";
import type { Couriers } from "../delivery/couriers.ts";

/** What a run of a job is given. */
export interface JobWork {
  /** Of the organisation it is done for, at the instant it began. */
  readonly ctx: Context;
  /** Aborted when the process ends or another took the job: what was done by then stays. */
  readonly signal: AbortSignal;
  /** Where uploads lie while they are read. */
  readonly temporaryFolder: string;
  /** By what messages leave this process; null where it sends none. */
  readonly couriers: Couriers | null;
  /** The present instant, later than the context's where the run takes long. */
  readonly present: () => string;
}

/** Something the server does by itself again and again. Done twice it does no harm. */
export interface JobPlan {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly about: string;
  /** A cron pattern, in UTC. */
  readonly schedule: string;
  /** Whether each organisation has its own, or the default one has it for all. */
  readonly of: "organisation" | "installation";
  /** Whether it is due whenever a server starts, too. */
  readonly atStart: boolean;
  /** Answers how much of what was done. */
  readonly run: (work: JobWork) => Promise<Record<string, number>>;
}

/** The first instant after another at which a schedule is due. */
export function nextDueOf(schedule: string, after: string): string {
  const next = new Cron(schedule, { timezone: "UTC" }).nextRun(new Date(after));
  if (next === null) throw new Error(`The schedule ${schedule} is never due.`);
  return next.toISOString();
}

const firstPauseMilliseconds = 60_000;
const longestPauseMilliseconds = 3_600_000;

/** When a job that failed so many times in a row is tried again: after a pause that doubles, and by its schedule at the latest. */
export function nextTryOf(
  { schedule }: Pick<JobPlan, "schedule">,
  attempts: number,
  failedAt: string,
): string {
  const pause = Math.min(firstPauseMilliseconds * 2 ** (attempts - 1), longestPauseMilliseconds);
  const retry = new Date(Date.parse(failedAt) + pause).toISOString();
  const scheduled = nextDueOf(schedule, failedAt);
  return retry < scheduled ? retry : scheduled;
}
