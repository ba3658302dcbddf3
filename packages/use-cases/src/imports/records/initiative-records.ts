import { InitiativeStatus, Phase } from "@liftledger/contracts/initiative";
import { insertInitiativePhases } from "@liftledger/database/initiative-phases";
import { insertInitiatives, listInitiativesByName } from "@liftledger/database/initiatives";
import { listRetirements } from "@liftledger/database/retirements";
import { listTeams } from "@liftledger/database/teams";
import type { FileRecord } from "@liftledger/files/read-records";
import { teamIdByName } from "../../initiatives/initiative-facts.ts";
import { ownTeamNames } from "../../own-things.ts";
import { personIdByName } from "../../people/person-by-name.ts";
import type { Audit } from "../../audit/audit.ts";
import type { Context } from "../../context.ts";
import type { Reader, Writer } from "@liftledger/database/transaction";
import { retiredSentence } from "../../retirement/retired-views.ts";
import {
  faultOf,
  foreignTeamFault,
  tallyBy,
  valueOf,
  type CheckedRecords,
  type RecordWriter,
  type RowFault,
} from "./record-writer.ts";

/**
 * Rows as initiatives without an outcome: a name of a team. One that is there already is left as it is, whatever
 * became of it since, and also where it has got another name.
 */
export const initiativeRecords: RecordWriter = async (ctx, db, { records }): Promise<CheckedRecords> => {
  const names = [...new Set(records.map((record) => valueOf(record, "name")))];
  const there = new Map<string, string[]>();
  for (const { initiativeId, name, teamName } of await listInitiativesByName(db, ctx.organisationId, names)) {
    const identity = identityOf(name, teamName);
    there.set(identity, [...(there.get(identity) ?? []), initiativeId]);
  }
  const isOwn = await ownTeamNames(ctx, db);
  const retiredTeamFault = await retiredTeamFaults(ctx, db);
  const rows = records.map((record) => {
    const [name, team] = [valueOf(record, "name"), valueOf(record, "team")];
    const { phase, status, startedOn } = record.values;
    const text = `${name} (${team}): ${phase}, ${status}, from ${startedOn}`;
    const fault = isOwn(team) ? retiredTeamFault(team) : foreignTeamFault("team", team);
    return { line: record.line, identity: identityOf(name, team), text, fault };
  });
  return {
    rows,
    existing: (madeBefore) => {
      const identities = new Set([...there.keys(), ...madeBefore.keys()]);
      return new Map(
        [...identities].map((identity) => {
          const ids = new Set([...(madeBefore.get(identity) ?? []), ...(there.get(identity) ?? [])]);
          return [identity, [...ids].toSorted()];
        }),
      );
    },
    tallies: (places) => {
      const chosen = places.map((place) => records[place] as FileRecord);
      return ["phase", "status"].flatMap((field) =>
        tallyBy(
          field,
          chosen.map((record) => valueOf(record, field)),
        ),
      );
    },
    write: (tx, audit, places) => {
      const chosen = places.map((place) => records[place] as FileRecord);
      return write(ctx, tx, audit, chosen);
    },
  };
};

/** What is wrong with a row that names a team which is retired; null of any other. */
async function retiredTeamFaults(ctx: Context, db: Reader): Promise<(team: string) => RowFault | null> {
  const retirements = await listRetirements(db, ctx.organisationId, "team");
  const faults = new Map<string, RowFault>();
  for (const { teamId, name } of retirements.size === 0 ? [] : await listTeams(db, ctx.organisationId)) {
    const found = retirements.get(teamId);
    if (found === undefined) continue;
    const sentence = await retiredSentence(ctx, db, name, found);
    faults.set(name, faultOf("team", name, "retired", `${sentence}: name another team, or restore it`));
  }
  return (team) => faults.get(team) ?? null;
}

/** The same initiative is the same name of the same team. */
function identityOf(name: string, team: string): string {
  return JSON.stringify([name, team]);
}

async function write(ctx: Context, tx: Writer, audit: Audit, records: readonly FileRecord[]) {
  const people = new Map<string, string>();
  const teams = new Map<string, string>();
  for (const record of records) {
    const [owner, team] = [valueOf(record, "owner"), valueOf(record, "team")];
    if (!people.has(owner)) people.set(owner, await personIdByName(ctx, tx, audit, owner));
    if (!teams.has(team)) teams.set(team, await teamIdByName(ctx, tx, audit, team));
  }
  const initiatives = records.map((record) => ({
    initiativeId: ctx.newId(),
    name: valueOf(record, "name"),
    outcome: null,
    ownerId: people.get(valueOf(record, "owner")) as string,
    teamId: teams.get(valueOf(record, "team")) as string,
    useCasePattern: valueOf(record, "useCasePattern"),
    status: InitiativeStatus.parse(valueOf(record, "status")),
    startedOn: valueOf(record, "startedOn"),
    createdAt: ctx.now,
  }));
  await insertInitiatives(tx, ctx.organisationId, initiatives);
  const phases = initiatives.map(({ initiativeId, startedOn }, index) => ({
    initiativeId,
    phase: Phase.parse(valueOf(records[index] as FileRecord, "phase")),
    enteredOn: startedOn,
    recordedAt: ctx.now,
  }));
  await insertInitiativePhases(tx, ctx.organisationId, phases);
  const objectIds = initiatives.map(({ initiativeId }) => initiativeId);
  return { objectIds, facts: { initiativeIds: objectIds } };
}
