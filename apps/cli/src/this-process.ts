import { hostname, tmpdir } from "node:os";
import type { JobProcess } from "@liftledger/use-cases/jobs/run-job-here";
import { v7 as uuid } from "uuid";

/** By what the ledger tells this process from others while it does a job. */
export function thisProcess(): JobProcess {
  return {
    holder: `${hostname()} ${process.pid} ${uuid()}`,
    now: () => new Date().toISOString(),
    every(milliseconds, action) {
      const timer = setInterval(action, milliseconds).unref();
      return () => clearInterval(timer);
    },
    temporaryFolder: tmpdir(),
    // Ended by a signal it gives nothing back: the lease ends by itself, and a server goes on.
    signal: new AbortController().signal,
  };
}
