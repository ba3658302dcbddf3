import { prepareJobs } from "@liftledger/use-cases/jobs/prepare-jobs";
import { runDueJobs, type JobRunner } from "@liftledger/use-cases/jobs/run-due-jobs";
import { Cron } from "croner";

/** Looks for jobs that are due, again and again. */
export interface JobSchedule {
  /** Looks at once: a job was asked for. */
  wake(): void;
  /** Looks no more; a job under way stops at its next step and gives its lease back. */
  close(): Promise<void>;
}

/** Each ten seconds: so long somebody waits who asked another process for a job. */
const everyTenSeconds = "*/10 * * * * *";

/**
 * Runs the jobs of a database in this process, one after the other, beside requests. The first look is some seconds
 * after the start, when it matters less. What fails is told and tried again at a later look; nothing is thrown.
 */
export function startJobs(
  runner: Omit<JobRunner, "signal" | "every">,
  onFailure: (error: unknown) => void,
): JobSchedule {
  const ending = new AbortController();
  const { signal } = ending;
  const all: JobRunner = { ...runner, every, signal };
  let [isPrepared, isAsked, looking] = [false, false, Promise.resolve()];
  let isLooking = false;
  const look = async () => {
    isLooking = true;
    do {
      isAsked = false;
      try {
        if (!isPrepared) await prepareJobs(all);
        isPrepared = true;
        await runDueJobs(all);
      } catch (error) {
        onFailure(error);
      }
    } while (isAsked && !signal.aborted);
    isLooking = false;
  };
  const wake = () => {
    isAsked = true;
    if (!isLooking && !signal.aborted) looking = look();
  };
  const clock = new Cron(everyTenSeconds, { unref: true, protect: true }, () => {
    if (!isLooking) wake();
  });
  return {
    wake,
    async close() {
      clock.stop();
      ending.abort();
      await looking;
    },
  };
}

function every(milliseconds: number, action: () => void): () => void {
  const timer = setInterval(action, milliseconds).unref();
  return () => clearInterval(timer);
}
