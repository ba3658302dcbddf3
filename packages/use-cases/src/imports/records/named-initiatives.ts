import { listInitiativesByName, type NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { FileRecord } from "@liftledger/files/read-records";
import type { Context } from "../../context.ts";
import { faultOf, valueOf, type RowFault } from "./record-writer.ts";

/** The initiatives that the rows of a file name, by name. */
export type NamedInitiatives = ReadonlyMap<string, readonly NamedInitiative[]>;

/** Asks the ledger once for all the initiatives that rows name. */
export async function initiativesOf(
  ctx: Context,
  db: Reader,
  records: readonly FileRecord[],
): Promise<NamedInitiatives> {
  const names = [...new Set(records.map((record) => valueOf(record, "initiative")))];
  return Map.groupBy(await listInitiativesByName(db, ctx.organisationId, names), ({ name }) => name);
}

/** The one initiative that a row names, by its team too where the row says it; null where none or several fit. */
export function onlyInitiative(found: NamedInitiatives, record: FileRecord): NamedInitiative | null {
  const named = found.get(valueOf(record, "initiative")) ?? [];
  const team = record.values["team"];
  const [only, another] = team === undefined ? named : named.filter(({ teamName }) => teamName === team);
  return only !== undefined && another === undefined ? only : null;
}

/** Why there is no one initiative of a name. */
export function unknownInitiative(found: NamedInitiatives, name: string): RowFault {
  const count = found.get(name)?.length ?? 0;
  if (count === 0) {
    return faultOf("initiative", name, "unknown-initiative", "there is no initiative of this name");
  }
  const message =
    count === 1
      ? "the initiative of this name is of another team"
      : `${count} initiatives have this name; the team must say which`;
  return faultOf("initiative", name, "which-initiative", message);
}
