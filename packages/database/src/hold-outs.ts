import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJsonObject, type JsonObject } from "./json.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A randomised hold-out of a benefit at one of its revisions. */
export interface HoldOut {
  holdOutId: string;
  benefitId: string;
  initiativeId: string;
  seriesId: string;
  /** The latest revision. */
  version: number;
  createdAt: string;
  createdBy: string;
  /** When it was taken back; it still counts for an `asOf` before that. */
  retractedAt: string | null;
  /** From 1. */
  revision: number;
  /** Kind, arms and the rest, whose inner shape belongs to the caller. */
  terms: JsonObject;
  recordedAt: string;
  recordedBy: string;
}

/** A revision as it is written. */
export type HoldOutRevision = Pick<HoldOut, "holdOutId" | "revision" | "recordedAt" | "recordedBy"> & {
  terms: object;
};

/** Adds a hold-out with its first revision. */
export async function insertHoldOut(
  tx: Writer,
  organisationId: string,
  {
    holdOutId,
    benefitId,
    terms,
    recordedAt,
    recordedBy,
  }: Omit<HoldOutRevision, "revision"> & { benefitId: string },
): Promise<void> {
  await tx
    .insertInto("hold_outs")
    .values({
      organisation_id: organisationId,
      hold_out_id: holdOutId,
      benefit_id: benefitId,
      version: 1,
      created_at: recordedAt,
      created_by: recordedBy,
      retracted_at: null,
    })
    .execute();
  await insertRevision(tx, organisationId, { holdOutId, revision: 1, terms, recordedAt, recordedBy });
}

/**
 * Adds the revision after the one the caller read, of a hold-out that stands. Throws `LostUpdateError` or
 * `NotFoundError`.
 */
export async function reviseHoldOut(
  tx: Writer,
  organisationId: string,
  revised: HoldOutRevision,
): Promise<void> {
  const { holdOutId, revision } = revised;
  const result = await tx
    .updateTable("hold_outs")
    .set({ version: revision })
    .where("organisation_id", "=", organisationId)
    .where("hold_out_id", "=", holdOutId)
    .where("version", "=", revision - 1)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    const found = await getHoldOut(tx, organisationId, holdOutId);
    throw new LostUpdateError("hold-out", holdOutId, revision - 1, found.version);
  }
  await insertRevision(tx, organisationId, revised);
}

/** Takes a hold-out back from an instant on; throws `NotFoundError` when none stands under that id. */
export async function retractHoldOut(
  tx: Writer,
  organisationId: string,
  holdOutId: string,
  retractedAt: string,
): Promise<void> {
  const result = await tx
    .updateTable("hold_outs")
    .set({ retracted_at: retractedAt })
    .where("organisation_id", "=", organisationId)
    .where("hold_out_id", "=", holdOutId)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new NotFoundError("hold-out", holdOutId);
}

/** A hold-out that stands, at its latest revision, or as it stood at `asOf`; throws `NotFoundError`. */
export async function getHoldOut(
  db: Reader,
  organisationId: string,
  holdOutId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<HoldOut> {
  const [found] = latest(
    await standing(revisionsOf(db, organisationId), asOf).where("h.hold_out_id", "=", holdOutId).execute(),
  );
  if (found === undefined) throw new NotFoundError("hold-out", holdOutId);
  return found;
}

/** The hold-out each benefit takes its lift from, by benefit id; with `asOf`, as it stood at that instant. */
export async function holdOutsOfBenefits(
  db: Reader,
  organisationId: string,
  benefitIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<Map<string, HoldOut>> {
  const rows = await standing(revisionsOf(db, organisationId), asOf)
    .where(isOneOf(db, "h.benefit_id", benefitIds))
    .execute();
  return new Map(latest(rows).map((row) => [row.benefitId, row]));
}

const sorting: Sorting = {
  columns: { holdOutId: "h.hold_out_id", createdAt: "h.created_at" },
  key: ["holdOutId"],
  first: "-holdOutId",
};

/** A page of the hold-outs that stand, each at its latest revision; newest first unless another order is asked for. */
export async function listHoldOuts(
  db: Reader,
  organisationId: string,
  request: PageRequest & {
    initiativeId?: string | undefined;
    benefitId?: string | undefined;
    asOf?: string | undefined;
  },
): Promise<Page<HoldOut>> {
  const { initiativeId, benefitId, asOf } = request;
  let ids = db
    .selectFrom("hold_outs as h")
    .innerJoin("benefits as b", (join) =>
      join.onRef("b.organisation_id", "=", "h.organisation_id").onRef("b.benefit_id", "=", "h.benefit_id"),
    )
    .select(["h.hold_out_id as holdOutId", "h.created_at as createdAt"])
    .where("h.organisation_id", "=", organisationId);
  ids =
    asOf === undefined
      ? ids.where("h.retracted_at", "is", null)
      : ids
          .where("h.created_at", "<=", asOf)
          .where(({ or, eb }) => or([eb("h.retracted_at", "is", null), eb("h.retracted_at", ">", asOf)]));
  if (initiativeId !== undefined) ids = ids.where("b.initiative_id", "=", initiativeId);
  if (benefitId !== undefined) ids = ids.where("h.benefit_id", "=", benefitId);
  const page = pageFrom(await sortedPage(ids, sorting, request).execute(), sorting, request);
  const wanted = page.rows.map((row) => row.holdOutId);
  const rows = await standing(revisionsOf(db, organisationId), asOf)
    .where(isOneOf(db, "h.hold_out_id", wanted))
    .execute();
  const byId = new Map(latest(rows).map((row) => [row.holdOutId, row]));
  return { rows: wanted.flatMap((id) => byId.get(id) ?? []), nextCursor: page.nextCursor };
}

/** Every revision of a hold-out, first to last, whether it stands or not; throws `NotFoundError`. */
export async function holdOutRevisions(
  db: Reader,
  organisationId: string,
  holdOutId: string,
): Promise<HoldOut[]> {
  const rows = await revisionsOf(db, organisationId).where("h.hold_out_id", "=", holdOutId).execute();
  if (rows.length === 0) throw new NotFoundError("hold-out", holdOutId);
  return rows.map(parsed);
}

async function insertRevision(tx: Writer, organisationId: string, revised: HoldOutRevision): Promise<void> {
  await tx
    .insertInto("hold_out_revisions")
    .values({
      organisation_id: organisationId,
      hold_out_id: revised.holdOutId,
      revision: revised.revision,
      terms: jsonText(revised.terms),
      recorded_at: revised.recordedAt,
      recorded_by: revised.recordedBy,
    })
    .execute();
}

/** Revisions with the hold-out and the benefit they are of, by id and revision. */
function revisionsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("hold_outs as h")
    .innerJoin("hold_out_revisions as r", (join) =>
      join.onRef("r.organisation_id", "=", "h.organisation_id").onRef("r.hold_out_id", "=", "h.hold_out_id"),
    )
    .innerJoin("benefits as b", (join) =>
      join.onRef("b.organisation_id", "=", "h.organisation_id").onRef("b.benefit_id", "=", "h.benefit_id"),
    )
    .select([
      "h.hold_out_id as holdOutId",
      "h.benefit_id as benefitId",
      "b.initiative_id as initiativeId",
      "b.series_id as seriesId",
      "h.version as version",
      "h.created_at as createdAt",
      "h.created_by as createdBy",
      "h.retracted_at as retractedAt",
      "r.revision as revision",
      "r.terms as terms",
      "r.recorded_at as recordedAt",
      "r.recorded_by as recordedBy",
    ])
    .where("h.organisation_id", "=", organisationId)
    .orderBy("h.hold_out_id")
    .orderBy("r.revision");
}

/** Of revisions those that were known at `asOf`, of hold-outs that stood then; now where it is left out. */
function standing(query: ReturnType<typeof revisionsOf>, asOf: string | undefined) {
  if (asOf === undefined) return query.where("h.retracted_at", "is", null);
  return query
    .where("r.recorded_at", "<=", asOf)
    .where(({ or, eb }) => or([eb("h.retracted_at", "is", null), eb("h.retracted_at", ">", asOf)]));
}

type Row = Omit<HoldOut, "terms"> & { terms: string };

function latest(rows: readonly Row[]): HoldOut[] {
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.holdOutId, row);
  return [...byId.values()].map(parsed);
}

function parsed(row: Row): HoldOut {
  return { ...row, terms: parseJsonObject(row.terms) };
}
