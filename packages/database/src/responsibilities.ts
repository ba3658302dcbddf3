import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A version of who answers for what of an initiative. Never changed: others are the next version. */
export interface Responsibility {
  initiativeId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  facts: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertResponsibility(
  tx: Writer,
  organisationId: string,
  { initiativeId, version, facts, recordedAt, recordedBy }: Responsibility,
): Promise<void> {
  await tx
    .insertInto("responsibilities")
    .values({
      organisation_id: organisationId,
      initiative_id: initiativeId,
      version,
      facts,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version that was recorded by an instant; undefined where none was. */
export async function findResponsibility(
  db: Reader,
  organisationId: string,
  initiativeId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<Responsibility | undefined> {
  let query = factsOf(db, organisationId, initiativeId).orderBy("version", "desc").limit(1);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.executeTakeFirst();
}

const sorting: Sorting = {
  columns: { version: "version", recordedAt: "recorded_at" },
  key: ["version"],
  first: "-version",
  integers: ["version"],
};

/** A page of the versions of an initiative, the latest first unless another order is asked for. */
export async function listResponsibilities(
  db: Reader,
  organisationId: string,
  { initiativeId, ...request }: PageRequest & { initiativeId: string },
): Promise<Page<Responsibility>> {
  const query = sortedPage(factsOf(db, organisationId, initiativeId), sorting, request);
  return pageFrom(await query.execute(), sorting, request);
}

function factsOf(db: Reader, organisationId: string, initiativeId: string) {
  return db
    .selectFrom("responsibilities")
    .select([
      "initiative_id as initiativeId",
      "version",
      "facts",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where("initiative_id", "=", initiativeId);
}
