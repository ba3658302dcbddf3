import { integrityFaults } from "@liftledger/database/integrity";
import type { Database } from "@liftledger/database/open-database";
import { exportedLines } from "@liftledger/database/testing/exported-lines";
import * as fc from "fast-check";
import { commandSequences, spoiledSequences, type LedgerCommand } from "./command-sequences.ts";
import { LedgerPlayer, type Played } from "./ledger-player.ts";
import { SnapshotModel } from "./snapshot-model.ts";

/** How ledgers compare over many sequences. */
export interface Comparison {
  sequences: number;
  commands: number;
  taken: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  linesOfExport: number;
}

interface Wanted {
  sequences: number;
  seed: number;
  /** Odd values stand in the bodies. */
  isSpoiled?: boolean;
  /** A ledger that is sent only what the others took: what they refused must have left nothing there. */
  taking?: Database;
}

/**
 * Plays the same random sequences of requests on two ledgers and compares every answer, byte for byte, and
 * the answers to loggings with a model; after each sequence its audit chain must be whole, and at the end the exports of
 * both are compared, and nothing may refer to what is not there. Throws with the shortest sequence found that they differ on.
 */
export async function compareLedgers(
  databases: readonly [Database, Database],
  { sequences, seed, isSpoiled = false, taking }: Wanted,
): Promise<Comparison> {
  const players = [new LedgerPlayer(databases[0]), new LedgerPlayer(databases[1])] as const;
  const third = taking === undefined ? undefined : new LedgerPlayer(taking);
  const found: Comparison = { sequences: 0, commands: 0, taken: 0, statuses: {}, linesOfExport: 0 };
  const property = fc.asyncProperty(isSpoiled ? spoiledSequences : commandSequences, async (commands) => {
    found.sequences += 1;
    const organisationId = `o${seed}-${String(found.sequences).padStart(5, "0")}`;
    const taken = await playBoth(players, organisationId, commands, found);
    await third?.begin(organisationId);
    for (const [step, command] of taken) await third?.play(command, step);
    for (const player of players) await player.expectWholeChain();
  });
  await fc.assert(property, { numRuns: sequences, seed });
  const [one, other] = await Promise.all([writtenLines(databases[0]), writtenLines(databases[1])]);
  expectAlike("SQLite and PostgreSQL", one, other);
  if (taking !== undefined) {
    const alone = await writtenLines(taking);
    expectAlike("all requests, and those alone that were taken", one, alone);
  }
  for (const db of databases) {
    const faults = await integrityFaults(db.read);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  }
  return { ...found, linesOfExport: one.length };
}

/**
 * The rows of an export that somebody had written: not the evaluations, which a timer keeps once nobody asks for more of
 * them, nor the last line, a digest of all.
 */
async function writtenLines(db: Database): Promise<string[]> {
  let table = "";
  return (await exportedLines(db)).filter((line) => {
    const read: unknown = JSON.parse(line);
    if (Array.isArray(read)) return table !== "kept_evaluations";
    if (typeof read === "object" && read !== null && "table" in read) table = String(read.table);
    return false;
  });
}

function expectAlike(what: string, one: readonly string[], other: readonly string[]): void {
  const place = one.findIndex((line, index) => line !== other[index]);
  if (place < 0 && one.length === other.length) return;
  throw new Error(`${what}: the exports differ at line ${place}:\n${one[place]}\n${other[place]}`);
}

/** Plays a sequence on both; what was taken, with its step. */
async function playBoth(
  players: readonly [LedgerPlayer, LedgerPlayer],
  organisationId: string,
  commands: readonly LedgerCommand[],
  found: Comparison,
): Promise<[number, LedgerCommand][]> {
  for (const player of players) await player.begin(organisationId);
  const model = new SnapshotModel();
  const keys = new Set<number>();
  const taken: [number, LedgerCommand][] = [];
  // An import, or a body that holds something else, writes past the model.
  const isModelled = commands.every(({ do: kind, spoil }) => kind !== "importFile" && spoil.length === 0);
  for (const [step, command] of commands.entries()) {
    const [one, other] = await Promise.all([players[0].play(command, step), players[1].play(command, step)]);
    if (one.status !== other.status || one.text !== other.text) throw new Error(difference(one, other));
    if (one.status >= 500) throw new Error(`${one.request}\n${one.status} ${one.text}`);
    found.commands += 1;
    found.statuses[one.status] = (found.statuses[one.status] ?? 0) + 1;
    if (one.status >= 300) continue;
    found.taken += 1;
    taken.push([step, command]);
    if (one.status !== 200 || !isModelled) continue;
    const fault = faultOf(model, command, one, keys);
    if (fault !== undefined) throw new Error(fault);
  }
  return taken;
}

/** What the model finds wrong with an answer about snapshots. */
function faultOf(
  model: SnapshotModel,
  command: LedgerCommand,
  { request, text }: Played,
  keys: Set<number>,
): string | undefined {
  if (command.do !== "logSnapshot" && command.do !== "retractSnapshot") return undefined;
  // The repeat of a request tells of the first.
  if (command.key !== null && keys.has(command.key)) return undefined;
  if (command.key !== null) keys.add(command.key);
  const answer = JSON.parse(text);
  if (command.do === "retractSnapshot") return model.retract(command.values["restore"] === true, answer);
  return model.log(JSON.parse(request.slice(request.indexOf("{"))), answer);
}

function difference(one: Played, other: Played): string {
  return `${one.request}\n  one: ${one.status} ${one.text}\nother: ${other.status} ${other.text}`;
}
