import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Sorting, type Page, type PageRequest } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A dated note on an initiative or on a series. */
export interface Annotation {
  annotationId: string;
  /** What it is on: one of the two, the other is null. */
  initiativeId: string | null;
  seriesId: string | null;
  from: string;
  /** Null for a single day. */
  until: string | null;
  text: string;
  version: number;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

/** What of a note is written anew, and by whom. */
export type AnnotationChange = Pick<
  Annotation,
  "annotationId" | "from" | "until" | "text" | "changedAt" | "changedBy"
>;

/** Adds a note at version 1. */
export async function insertAnnotation(
  tx: Writer,
  organisationId: string,
  note: Omit<Annotation, "version">,
): Promise<void> {
  await tx
    .insertInto("annotations")
    .values({
      organisation_id: organisationId,
      annotation_id: note.annotationId,
      initiative_id: note.initiativeId,
      series_id: note.seriesId,
      from_day: note.from,
      until_day: note.until,
      note: note.text,
      version: 1,
      created_at: note.createdAt,
      created_by: note.createdBy,
      changed_at: note.changedAt,
      changed_by: note.changedBy,
      retracted_at: null,
    })
    .execute();
}

/** A note that stands; throws `NotFoundError`. */
export async function getAnnotation(
  db: Reader,
  organisationId: string,
  annotationId: string,
): Promise<Annotation> {
  const row = await annotationsOf(db, organisationId)
    .where("annotation_id", "=", annotationId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("annotation", annotationId);
  return row;
}

const sorting: Sorting = {
  columns: { from: "from_day", createdAt: "created_at", annotationId: "annotation_id" },
  key: ["annotationId"],
  first: "-from",
};

/** A page of the notes that stand, latest day first unless another order is asked for: all, or those on any of some initiatives and series. */
export async function listAnnotations(
  db: Reader,
  organisationId: string,
  request: PageRequest & { on?: { initiativeIds: readonly string[]; seriesIds: readonly string[] } },
): Promise<Page<Annotation>> {
  let query = annotationsOf(db, organisationId);
  if (request.on !== undefined) {
    const { initiativeIds, seriesIds } = request.on;
    query = query.where(({ or }) =>
      or([isOneOf(db, "initiative_id", initiativeIds), isOneOf(db, "series_id", seriesIds)]),
    );
  }
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}

/** Writes a note anew that is still at the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateAnnotation(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  { annotationId, from, until, text, changedAt, changedBy }: AnnotationChange,
): Promise<void> {
  const result = await tx
    .updateTable("annotations")
    .set({
      from_day: from,
      until_day: until,
      note: text,
      version: expectedVersion + 1,
      changed_at: changedAt,
      changed_by: changedBy,
    })
    .where("organisation_id", "=", organisationId)
    .where("annotation_id", "=", annotationId)
    .where("version", "=", expectedVersion)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getAnnotation(tx, organisationId, annotationId);
  throw new LostUpdateError("annotation", annotationId, expectedVersion, found.version);
}

/** Takes a note back; throws `NotFoundError` when none stands under that id. */
export async function retractAnnotation(
  tx: Writer,
  organisationId: string,
  annotationId: string,
  retractedAt: string,
): Promise<void> {
  const result = await tx
    .updateTable("annotations")
    .set({ retracted_at: retractedAt })
    .where("organisation_id", "=", organisationId)
    .where("annotation_id", "=", annotationId)
    .where("retracted_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new NotFoundError("annotation", annotationId);
}

function annotationsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("annotations")
    .select([
      "annotation_id as annotationId",
      "initiative_id as initiativeId",
      "series_id as seriesId",
      "from_day as from",
      "until_day as until",
      "note as text",
      "version",
      "created_at as createdAt",
      "created_by as createdBy",
      "changed_at as changedAt",
      "changed_by as changedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where("retracted_at", "is", null);
}
