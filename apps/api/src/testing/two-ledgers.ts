import type { Database } from "@liftledger/database/open-database";
import { exportedLines } from "@liftledger/database/testing/exported-lines";
import * as fc from "fast-check";
import { commandSequences, type LedgerCommand } from "./command-sequences.ts";
import { LedgerPlayer, type Played } from "./ledger-player.ts";
import { SnapshotModel } from "./snapshot-model.ts";

/** How two databases compare over many sequences. */
export interface Comparison {
  sequences: number;
  commands: number;
  taken: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  linesOfExport: number;
}

/**
 * Plays the same random sequences of requests on two ledgers and compares every answer, byte for byte, and
 * the answers to loggings with a model; at the end the exports of both, audit chain included. Throws with the shortest
 * sequence found that they differ on.
 */
export async function compareLedgers(
  databases: readonly [Database, Database],
  { sequences, seed }: { sequences: number; seed: number },
): Promise<Comparison> {
  const players = [new LedgerPlayer(databases[0]), new LedgerPlayer(databases[1])] as const;
  const found: Comparison = { sequences: 0, commands: 0, taken: 0, statuses: {}, linesOfExport: 0 };
  const property = fc.asyncProperty(commandSequences, async (commands) => {
    found.sequences += 1;
    await playBoth(players, `o${seed}-${String(found.sequences).padStart(5, "0")}`, commands, found);
  });
  await fc.assert(property, { numRuns: sequences, seed });
  const [one, other] = await Promise.all([exportedLines(databases[0]), exportedLines(databases[1])]);
  const place = one.findIndex((line, index) => line !== other[index]);
  if (place >= 0 || one.length !== other.length) {
    throw new Error(`The exports differ at line ${place}:\n${one[place]}\n${other[place]}`);
  }
  return { ...found, linesOfExport: one.length };
}

async function playBoth(
  players: readonly [LedgerPlayer, LedgerPlayer],
  organisationId: string,
  commands: readonly LedgerCommand[],
  found: Comparison,
): Promise<void> {
  for (const player of players) await player.begin(organisationId);
  const model = new SnapshotModel();
  const keys = new Set<number>();
  for (const [step, command] of commands.entries()) {
    const [one, other] = await Promise.all([players[0].play(command, step), players[1].play(command, step)]);
    if (one.status !== other.status || one.text !== other.text) throw new Error(difference(one, other));
    if (one.status >= 500) throw new Error(`${one.request}\n${one.status} ${one.text}`);
    found.commands += 1;
    found.taken += one.status < 300 ? 1 : 0;
    found.statuses[one.status] = (found.statuses[one.status] ?? 0) + 1;
    if (one.status !== 200) continue;
    // An import writes past the model.
    if (commands.some((other) => other.do === "importFile")) continue;
    const fault = faultOf(model, command, one, keys);
    if (fault !== undefined) throw new Error(fault);
  }
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
  if (command.do === "retractSnapshot")
    return model.retract(command.values.restore === true, JSON.parse(text));
  return model.log(JSON.parse(request.slice(request.indexOf("{"))), JSON.parse(text));
}

function difference(one: Played, other: Played): string {
  return `${one.request}\n  one: ${one.status} ${one.text}\nother: ${other.status} ${other.text}`;
}
