import { readdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "@liftledger/database/open-database";
import { uploadFolderPrefix } from "@liftledger/use-cases/jobs/upload-folders";
import { isWholeImport, ledgerDigest, type SaidImport } from "../import-watch.ts";
import { openApp } from "../open-app.ts";
import { changedForm, writtenForm, type WrittenForm } from "./changed-form.ts";
import { chanceOf } from "./chance.ts";
import { formCall } from "./form-calls.ts";
import { faultOfAnswer } from "./judge-answer.ts";

/** Longer than any form here takes, on a busy machine too. */
const patienceMilliseconds = 20_000;

/** What became of forms. */
export interface PlayedForms {
  asked: number;
  statuses: Record<string, number>;
  /** Of them, those that wrote something. */
  written: number;
  /** Each with the seed by which it comes again. */
  faults: string[];
}

/**
 * Sends forms with something in each otherwise than it should be, as they are written or as they are told, and finds
 * what is not answered as it must be: no failure of our own, a problem that says where, an import whole or not at all,
 * and nothing left of an upload in the folder where they are received.
 */
export async function playForms(
  db: Database,
  seeds: Iterable<number>,
  receivedIn: string,
): Promise<PlayedForms> {
  const { app, failures } = await openApp(async () => db);
  const played: PlayedForms = { asked: 0, statuses: {}, written: 0, faults: [] };
  const send = async (path: string, { contentType, body }: WrittenForm) => {
    const headers = { "Content-Type": contentType };
    const response = await app.request(path, { method: "POST", headers, body: new Uint8Array(body) });
    return { response, text: await response.text() };
  };
  for (const seed of seeds) {
    const chance = chanceOf(seed);
    const { path, parts } = formCall(seed, chance);
    const form = chance.onceIn(6) ? writtenForm(parts) : changedForm(parts, chance);
    const tell = (what: string) => played.faults.push(`seed ${seed}, ${path}: ${what.slice(0, 600)}`);
    const before = await ledgerDigest(db);
    try {
      const { response, text } = await withinPatience(send(path, form));
      played.asked += 1;
      played.statuses[response.status] = (played.statuses[response.status] ?? 0) + 1;
      const fault = faultOfAnswer(response, text);
      if (fault !== undefined) tell(fault);
      const told = toldIn(response, text);
      if ((told?.status ?? 0) >= 500) tell(text);
      const hasWritten = typeof told?.importId === "string";
      if (hasWritten) played.written += 1;
      if (hasWritten && !(await isWholeImport(db, told as SaidImport)))
        tell(`it is not there whole: ${text}`);
      if (!hasWritten && (await ledgerDigest(db)) !== before) tell(`it wrote something: ${text}`);
    } catch (error) {
      tell(String(error));
    }
    for (const failure of failures.splice(0)) tell(String(failure));
    const left = (await readdir(receivedIn)).filter((name) => name.startsWith(uploadFolderPrefix));
    if (left.length > 0) tell(`it left ${left.join(", ")}`);
  }
  return played;
}

async function withinPatience<Answer>(answered: Promise<Answer>): Promise<Answer> {
  const patience = new AbortController();
  const slow = delay(patienceMilliseconds, undefined, { signal: patience.signal }).then(() => {
    throw new Error("it is not answered");
  });
  try {
    return await Promise.race([answered, slow]);
  } finally {
    patience.abort();
    slow.catch(() => {});
  }
}

/** What an import's answer tells: what it did, or what became of it as the last of its events. */
interface Told extends Partial<SaidImport> {
  kind?: string;
  /** Of a problem among the events. */
  status?: number;
}

function toldIn({ status, headers }: Response, text: string): Told | undefined {
  if (status === 201) return JSON.parse(text) as Told;
  if (headers.get("Content-Type") !== "text/event-stream") return undefined;
  return [...text.matchAll(/^data: (.+)$/gm)].map(([, data = ""]) => JSON.parse(data) as Told).at(-1);
}
