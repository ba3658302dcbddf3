import { isOneOf } from "./columns.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A version of what lets an initiative run in production. Never changed: others are the next version. */
export interface ProductionFacts {
  initiativeId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  facts: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertProductionFacts(
  tx: Writer,
  organisationId: string,
  { initiativeId, version, facts, recordedAt, recordedBy }: ProductionFacts,
): Promise<void> {
  await tx
    .insertInto("production_facts")
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
export async function findProductionFacts(
  db: Reader,
  organisationId: string,
  initiativeId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<ProductionFacts | undefined> {
  let query = factsOf(db, organisationId, initiativeId).orderBy("version", "desc").limit(1);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.executeTakeFirst();
}

/** The latest version of every initiative that was recorded by an instant, by the initiative's id. */
export async function latestProductionFacts(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
  { asOf }: { asOf: string },
): Promise<Map<string, ProductionFacts>> {
  const rows = await selected(db, organisationId)
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .where("recorded_at", "<=", asOf)
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.initiativeId, row]));
}

/** The latest version of every initiative that has one, by initiative. */
export async function currentProductionFacts(db: Reader, organisationId: string): Promise<ProductionFacts[]> {
  return selected(db, organisationId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("production_facts as later")
            .select("later.version")
            .whereRef("later.organisation_id", "=", "production_facts.organisation_id")
            .whereRef("later.initiative_id", "=", "production_facts.initiative_id")
            .whereRef("later.version", ">", "production_facts.version"),
        ),
      ),
    )
    .orderBy("initiative_id")
    .execute();
}

const sorting: Sorting = {
  columns: { version: "version", recordedAt: "recorded_at" },
  key: ["version"],
  first: "-version",
  integers: ["version"],
};

/** A page of the versions of an initiative, the latest first unless another order is asked for. */
export async function listProductionFacts(
  db: Reader,
  organisationId: string,
  { initiativeId, ...request }: PageRequest & { initiativeId: string },
): Promise<Page<ProductionFacts>> {
  const query = sortedPage(factsOf(db, organisationId, initiativeId), sorting, request);
  return pageFrom(await query.execute(), sorting, request);
}

function factsOf(db: Reader, organisationId: string, initiativeId: string) {
  return selected(db, organisationId).where("initiative_id", "=", initiativeId);
}

function selected(db: Reader, organisationId: string) {
  return db
    .selectFrom("production_facts")
    .select([
      "initiative_id as initiativeId",
      "version",
      "facts",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId);
}
