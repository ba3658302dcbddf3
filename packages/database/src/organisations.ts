import type { Selectable } from "kysely";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { OrganisationsTable } from "./schema.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A company, or the demo. */
export interface Organisation {
  organisationId: string;
  name: string;
  kind: "default" | "demo";
  currency: string;
  createdAt: string;
  version: number;
}

/** Adds an organisation at version 1. */
export async function insertOrganisation(
  tx: Writer,
  organisation: Omit<Organisation, "version">,
): Promise<void> {
  await tx
    .insertInto("organisations")
    .values({
      organisation_id: organisation.organisationId,
      name: organisation.name,
      kind: organisation.kind,
      currency: organisation.currency,
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

/** Gives an organisation that is still at the version the caller read another name. Throws `LostUpdateError`, `NotFoundError`. */
export async function renameOrganisation(
  tx: Writer,
  { organisationId, version, name }: Pick<Organisation, "organisationId" | "version" | "name">,
): Promise<void> {
  const result = await tx
    .updateTable("organisations")
    .set({ name, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await findOrganisation(tx, organisationId);
  if (found === undefined) throw new NotFoundError("organisation", organisationId);
  throw new LostUpdateError("organisation", organisationId, version, found.version);
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
    createdAt: row.created_at,
    version: row.version,
  };
}
