import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A business case of an initiative. What it plans stands in its versions. */
export interface BusinessCase {
  caseId: string;
  initiativeId: string;
  name: string;
  /** Of the name; the plan has versions of its own. */
  version: number;
  createdAt: string;
  createdBy: string;
}

/** Adds a case at version 1; a name that the initiative has already is a unique `ConstraintError`. */
export async function insertBusinessCase(
  tx: Writer,
  organisationId: string,
  { caseId, initiativeId, name, createdAt, createdBy }: Omit<BusinessCase, "version">,
): Promise<void> {
  await tx
    .insertInto("business_cases")
    .values({
      organisation_id: organisationId,
      case_id: caseId,
      initiative_id: initiativeId,
      name,
      version: 1,
      created_at: createdAt,
      created_by: createdBy,
    })
    .execute();
}

/** The case; throws `NotFoundError`. */
export async function getBusinessCase(
  db: Reader,
  organisationId: string,
  caseId: string,
): Promise<BusinessCase> {
  const row = await casesOf(db, organisationId).where("case_id", "=", caseId).executeTakeFirst();
  if (!row) throw new NotFoundError("business case", caseId);
  return row;
}

/** Every case by id; of one initiative, or some of them, where asked. */
export async function listBusinessCases(
  db: Reader,
  organisationId: string,
  { initiativeId, caseIds }: { initiativeId?: string; caseIds?: readonly string[] } = {},
): Promise<BusinessCase[]> {
  let query = casesOf(db, organisationId).orderBy("case_id");
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (caseIds !== undefined) query = query.where(isOneOf(db, "case_id", caseIds));
  return query.execute();
}

/** Gives a case that is still at the version the caller read another name. Throws `LostUpdateError`, `NotFoundError`. */
export async function renameBusinessCase(
  tx: Writer,
  organisationId: string,
  { caseId, version, name }: Pick<BusinessCase, "caseId" | "version" | "name">,
): Promise<void> {
  const result = await tx
    .updateTable("business_cases")
    .set({ name, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("case_id", "=", caseId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getBusinessCase(tx, organisationId, caseId);
  throw new LostUpdateError("business case", caseId, version, found.version);
}

function casesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("business_cases")
    .select([
      "case_id as caseId",
      "initiative_id as initiativeId",
      "name",
      "version",
      "created_at as createdAt",
      "created_by as createdBy",
    ])
    .where("organisation_id", "=", organisationId);
}
