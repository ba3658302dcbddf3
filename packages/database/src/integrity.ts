import { sql } from "kysely";
import type { AnyKysely } from "./columns.ts";
import { databaseKindOf } from "./columns.ts";
import type { TableFacts, TableReference } from "./table-facts.ts";
import { tableFacts } from "./table-facts.ts";

/** Something that is not as the database itself promises. */
export interface IntegrityFault {
  /** The table, or "file" where the pages of an SQLite file are damaged. */
  place: string;
  message: string;
}

/**
 * What is wrong with a database beneath the ledger: the pages and indexes of an SQLite file (PostgreSQL keeps
 * checksums of its own), and on both every row that refers to one that is not there.
 */
export async function integrityFaults(db: AnyKysely): Promise<IntegrityFault[]> {
  const faults = databaseKindOf(db) === "sqlite" ? await pageFaults(db) : [];
  for (const table of await tableFacts(db)) {
    for (const reference of table.references) {
      const orphans = await countOrphans(db, table, reference);
      if (orphans === 0) continue;
      const message = `${orphans} rows refer to ${reference.table} that are not there`;
      faults.push({ place: table.name, message });
    }
  }
  return faults;
}

async function pageFaults(db: AnyKysely): Promise<IntegrityFault[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows
    .map(({ integrity_check: message }) => ({ place: "file", message }))
    .filter(({ message }) => message !== "ok");
}

async function countOrphans(db: AnyKysely, table: TableFacts, reference: TableReference): Promise<number> {
  const pairs = reference.columns.map(({ here, there }) => ({
    here: sql.ref(`child.${here}`),
    there: sql.ref(`parent.${there}`),
  }));
  const isSet = sql.join(
    pairs.map(({ here }) => sql`${here} is not null`),
    sql` and `,
  );
  const isSame = sql.join(
    pairs.map(({ here, there }) => sql`${there} = ${here}`),
    sql` and `,
  );
  const { rows } = await sql<{ orphans: number }>`
    select count(*) as orphans from ${sql.table(table.name)} as child
    where ${isSet} and not exists (select 1 from ${sql.table(reference.table)} as parent where ${isSame})`.execute(
    db,
  );
  return Number(rows[0]?.orphans ?? 0);
}
