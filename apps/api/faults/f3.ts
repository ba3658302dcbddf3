// F3: the disk refuses the n-th fsync, n from 1 to 40.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Context } from "@liftledger/use-cases/context";
import { Acknowledged, surveyLedger } from "./acknowledged.ts";
import { holds, none, reportFigures } from "./figures.ts";
import { makeLedgerPlace, withContext } from "./ledger-place.ts";
import { ServerDidNotStart, startServer, type ServerProcess } from "./running-server.ts";
import { logThrough, planWrites, type Answered, type SnapshotWrite } from "./snapshot-writes.ts";

const points = 40;
const longestEndMilliseconds = 8000;
/** What the server ends with when the disk failed. */
const failedDisk = 74;

const title = `F3  fsync fails with EIO at the n-th call, n = 1 to ${points}`;
const seen = {
  atStart: 0,
  ignored: 0,
  answered503: 0,
  refused: 0,
  refusedAndThere: 0,
  gone: 0,
  otherAnswers: 0,
  stayed: 0,
  wroteOn: 0,
  wrongExit: 0,
};

if (canInject()) await run();
else console.log(`${title}\n  not run: strace is not here, or may not trace (Debian: apt install strace)`);

function canInject(): boolean {
  return spawnSync("strace", ["-f", "--seccomp-bpf", "-qq", "-e", "trace=fsync", "true"]).status === 0;
}

async function run(): Promise<void> {
  const place = await makeLedgerPlace();
  const acknowledged = new Acknowledged(join(place.folder, "acknowledged.jsonl"));
  const [plan] = await withContext(place.data, (ctx) => planWrites(ctx, { clients: 1, writes: 3000 }));
  if (plan === undefined) throw new Error("There is no plan.");
  for (let point = 1; point <= points; point++) {
    const cut = await writeUntilFsyncFails(point, plan);
    if (cut === undefined) continue;
    if (cut.isRefused && (await withContext(place.data, (ctx) => isThere(ctx, cut))))
      seen.refusedAndThere += 1;
    const again = await startServer(place.data);
    const { status, body } = await logThrough(again, cut.write);
    if (status !== 200) throw new Error(`The repeat was answered ${status}: ${body}`);
    acknowledged.add(cut.write);
    await again.end("SIGTERM");
  }
  const told = acknowledged.end();
  const survey = await withContext(place.data, (ctx) => surveyLedger(ctx, told));
  for (const fault of survey.faults) console.log(fault);
  reportFigures(title, [
    { what: "failed while the server started, which it said and ended", measured: seen.atStart },
    { what: "hit the sync of the folder alone, which SQLite passes over", measured: seen.ignored },
    holds("answered 503, outcome unknown", seen.answered503 > 0 && seen.otherAnswers === 0, seen.answered503),
    { what: "a job beside met it: the write answered 503, nothing changed", measured: seen.refused },
    none("of these, there after all", seen.refusedAndThere),
    { what: "a job beside met it: the server had ended before the write", measured: seen.gone },
    none("answered otherwise", seen.otherAnswers),
    none("writes taken after the failure", seen.wroteOn),
    none(`servers still there after ${longestEndMilliseconds / 1000} s`, seen.stayed),
    none(`ended with another code than ${failedDisk}, or 78 before the data were open`, seen.wrongExit),
    { what: "acknowledged, the repeats among them", measured: told.length },
    none("lost", survey.lost),
    none("twice", survey.twice),
    none("there without an acknowledgement", survey.unacknowledged),
    none("faults that `liftledger check` finds", survey.faults.length),
  ]);
  await place.remove();

  /**
   * Answers the write that was cut off; undefined where the failure came before the server answered. Jobs write to the
   * same file every ten seconds: where the n-th call is one of theirs, the server ends by that, and a write that comes
   * meanwhile is refused or finds nobody.
   */
  async function writeUntilFsyncFails(
    point: number,
    writes: Generator<SnapshotWrite>,
  ): Promise<CutOff | undefined> {
    const server = await startUnderStrace(point);
    if (server === undefined) return undefined;
    // Each write is a commit, so that by then the n-th call has been.
    for (let count = 0; count <= point + 2; count++) {
      const write = writes.next().value;
      if (write === undefined) throw new Error("The plan was too short.");
      const answer = await logThrough(server, write).catch(() => undefined);
      if (answer?.status === 200) {
        acknowledged.add(write);
        continue;
      }
      const isRefused = noteAnswer(answer);
      const other = writes.next().value;
      if (other !== undefined) await noteEnd(server, other);
      return { write, isRefused };
    }
    seen.ignored += 1;
    await server.end("SIGTERM");
    return undefined;
  }

  async function startUnderStrace(point: number): Promise<ServerProcess | undefined> {
    const calls = "fsync,fdatasync";
    const inject = `inject=${calls}:error=EIO:when=${point}`;
    const strace = [
      "strace",
      "-f",
      "--seccomp-bpf",
      "-qq",
      "-o",
      "/dev/null",
      "-e",
      `trace=${calls}`,
      "-e",
      inject,
    ];
    try {
      return await startServer(place.data, { under: strace });
    } catch (error) {
      if (!(error instanceof ServerDidNotStart)) throw error;
      seen.atStart += 1;
      // 78 where it failed before the data were open: they cannot be used.
      if (error.exitCode !== failedDisk && error.exitCode !== 78) seen.wrongExit += 1;
      return undefined;
    }
  }
}

/** A write that was not taken, and whether the server said that nothing was changed. */
interface CutOff {
  write: SnapshotWrite;
  isRefused: boolean;
}

/** Counts what a write was answered, undefined for nothing; whether it was refused for sure. */
function noteAnswer(answer: Answered | undefined): boolean {
  const says = (words: string) => answer?.status === 503 && answer.body.includes(words);
  const isRefused = says("Nothing was changed");
  if (answer === undefined) seen.gone += 1;
  else if (isRefused) seen.refused += 1;
  else if (says("the change may be there or not")) seen.answered503 += 1;
  else {
    seen.otherAnswers += 1;
    console.log(answer.status, answer.body);
  }
  return isRefused;
}

async function isThere({ db, organisationId }: Context, { write }: CutOff): Promise<boolean> {
  const found = await db.read
    .selectFrom("snapshots")
    .select("period")
    .where("organisation_id", "=", organisationId)
    .where("series_id", "=", write.seriesId)
    .where("period", "=", write.period)
    .executeTakeFirst();
  return found !== undefined;
}

/** Another write must be refused or find nobody, and the process must end by itself. */
async function noteEnd(server: ServerProcess, other: SnapshotWrite): Promise<void> {
  const answer = await logThrough(server, other).catch(() => undefined);
  if (answer?.status === 200) seen.wroteOn += 1;
  const timer = setTimeout(() => {
    seen.stayed += 1;
    void server.end("SIGKILL");
  }, longestEndMilliseconds);
  const code = await server.ended;
  clearTimeout(timer);
  if (code !== failedDisk) seen.wrongExit += 1;
}
