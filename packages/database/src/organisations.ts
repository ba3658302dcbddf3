import type { Selectable } from "kysely";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { OrganisationsTable } from "./schema/organisation-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A company, or the demo. */
export interface Organisation {
  organisationId: string;
  name: string;
  kind: "default" | "demo";
  currency: string;
  /** Of the IANA list, "Europe/Berlin": its clock says which day it is. */
  timeZone: string;
  createdAt: string;
  version: number;
}

/** Adds an organisation at version 1, on UTC where no other time zone is given. */
export async function insertOrganisation(
  tx: Writer,
  organisation: Omit<Organisation, "version" | "timeZone"> & { timeZone?: string },
): Promise<void> {
  await tx
    .insertInto("organisations")
    .values({
      organisation_id: organisation.organisationId,
      name: organisation.name,
      kind: organisation.kind,
      currency: organisation.currency,
      time_zone: organisation.timeZone ?? "UTC",
      created_at: organisation.createdAt,
      version: 1,
    })
    .execute();
}

/** The organisation, or undefined. */
export async function findOrganisation(
  db: Reader,
  organisationId: string,
): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom("organisations")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row && toOrganisation(row);
}

/** All organisations kept here, oldest first. */
export async function listOrganisations(db: Reader): Promise<Organisation[]> {
  const rows = await db
    .selectFrom("organisations")
    .selectAll()
    .orderBy("created_at")
    .orderBy("organisation_id")
    .execute();
  return rows.map(toOrganisation);
}

/** Changes an organisation that is still at the version the caller read. Throws `LostUpdateError`, `NotFoundError`. */
export async function changeOrganisation(
  tx: Writer,
  { organisationId, version, name, currency, timeZone }: Omit<Organisation, "kind" | "createdAt">,
): Promise<void> {
  const result = await tx
    .updateTable("organisations")
    .set({ name, currency, time_zone: timeZone, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await findOrganisation(tx, organisationId);
  if (found === undefined) throw new NotFoundError("organisation", organisationId);
  throw new LostUpdateError("organisation", organisationId, version, found.version);
}

/** What holds money of an organisation, and how many of each there are; none of what there is none of. */
export async function countMoney(
  db: Reader,
  organisationId: string,
): Promise<{ what: "cost" | "unit value" | "month of a shared cost" | "exchange rate"; count: number }[]> {
  const of = (table: "cost_lines" | "benefit_assumptions" | "cost_pool_months" | "exchange_rates") =>
    db
      .selectFrom(table)
      .select((rows) => rows.fn.countAll<number | string>().as("count"))
      .where("organisation_id", "=", organisationId);
  const counts = [
    { what: "cost" as const, rows: of("cost_lines") },
    { what: "unit value" as const, rows: of("benefit_assumptions").where("currency", "is not", null) },
    { what: "month of a shared cost" as const, rows: of("cost_pool_months") },
    { what: "exchange rate" as const, rows: of("exchange_rates") },
  ];
  const found = [];
  for (const { what, rows } of counts) {
    const count = Number((await rows.executeTakeFirstOrThrow()).count);
    if (count > 0) found.push({ what, count });
  }
  return found;
}

/**
 * Deletes an organisation and every row of every table that belongs to it; the references cascade.
 * Answers whether there was one.
 */
export async function deleteOrganisation(tx: Writer, organisationId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("organisations")
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

function toOrganisation(row: Selectable<OrganisationsTable>): Organisation {
  return {
    organisationId: row.organisation_id,
    name: row.name,
    kind: row.kind,
    currency: row.currency,
    timeZone: row.time_zone,
    createdAt: row.created_at,
    version: row.version,
  };
}
