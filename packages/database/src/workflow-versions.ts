import { isOneOf } from "./columns.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A version of how the work of an initiative is done. Never changed: others are the next version. */
export interface WorkflowVersion {
  initiativeId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  workflow: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertWorkflowVersion(
  tx: Writer,
  organisationId: string,
  { initiativeId, version, workflow, recordedAt, recordedBy }: WorkflowVersion,
): Promise<void> {
  await tx
    .insertInto("workflow_versions")
    .values({
      organisation_id: organisationId,
      initiative_id: initiativeId,
      version,
      workflow,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version that was recorded by an instant; undefined where none was. */
export async function findWorkflowVersion(
  db: Reader,
  organisationId: string,
  initiativeId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<WorkflowVersion | undefined> {
  let query = versionsOf(db, organisationId, initiativeId).orderBy("version", "desc").limit(1);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.executeTakeFirst();
}

/** The latest version of every initiative that was recorded by an instant, by the initiative's id. */
export async function latestWorkflowVersions(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
  { asOf }: { asOf: string },
): Promise<Map<string, WorkflowVersion>> {
  const rows = await selected(db, organisationId)
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .where("recorded_at", "<=", asOf)
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.initiativeId, row]));
}

const sorting: Sorting = {
  columns: { version: "version", recordedAt: "recorded_at" },
  key: ["version"],
  first: "-version",
  integers: ["version"],
};

/** A page of the versions of an initiative, the latest first unless another order is asked for. */
export async function listWorkflowVersions(
  db: Reader,
  organisationId: string,
  { initiativeId, ...request }: PageRequest & { initiativeId: string },
): Promise<Page<WorkflowVersion>> {
  const query = sortedPage(versionsOf(db, organisationId, initiativeId), sorting, request);
  return pageFrom(await query.execute(), sorting, request);
}

function versionsOf(db: Reader, organisationId: string, initiativeId: string) {
  return selected(db, organisationId).where("initiative_id", "=", initiativeId);
}

function selected(db: Reader, organisationId: string) {
  return db
    .selectFrom("workflow_versions")
    .select([
      "initiative_id as initiativeId",
      "version",
      "workflow",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId);
}
