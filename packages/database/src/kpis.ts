import type { Selectable } from "kysely";
import { isOneOf } from "./columns.ts";
import { NotFoundError } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { jsonText, parseJsonObject } from "./json.ts";
import type { KpiVersionsTable } from "./schema/measured-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** One version of a KPI's definition. */
export interface KpiVersion {
  kpiKey: string;
  version: number;
  definition: JsonObject;
  source: "built-in" | "own";
  ownerId: string | null;
  createdAt: string;
  createdBy: string;
}

/** What is given to insert a version; the definition may be of any JSON shape. */
export type NewKpiVersion = Omit<KpiVersion, "definition"> & { definition: object };

/** Adds versions of KPIs; a version that is there already is a unique `ConstraintError`. */
export async function insertKpiVersions(
  tx: Writer,
  organisationId: string,
  kpis: readonly NewKpiVersion[],
): Promise<void> {
  if (kpis.length === 0) return;
  const rows = kpis.map((kpi) => ({
    organisation_id: organisationId,
    kpi_key: kpi.kpiKey,
    version: kpi.version,
    definition: jsonText(kpi.definition),
    source: kpi.source,
    owner_id: kpi.ownerId,
    created_at: kpi.createdAt,
    created_by: kpi.createdBy,
  }));
  await tx.insertInto("kpi_versions").values(rows).execute();
}

/** The latest version of a KPI, or undefined. */
export async function findLatestKpi(
  db: Reader,
  organisationId: string,
  kpiKey: string,
): Promise<KpiVersion | undefined> {
  const row = await versionsOf(db, organisationId, kpiKey).limit(1).executeTakeFirst();
  return row && toKpiVersion(row);
}

/** One version of a KPI; throws `NotFoundError`. */
export async function getKpiVersion(
  db: Reader,
  organisationId: string,
  kpiKey: string,
  version: number,
): Promise<KpiVersion> {
  const row = await versionsOf(db, organisationId, kpiKey).where("version", "=", version).executeTakeFirst();
  if (!row) throw new NotFoundError("KPI", `${kpiKey} version ${version}`);
  return toKpiVersion(row);
}

/** Every version of a KPI, latest first; empty when there is no such KPI. */
export async function listKpiVersions(
  db: Reader,
  organisationId: string,
  kpiKey: string,
): Promise<KpiVersion[]> {
  return (await versionsOf(db, organisationId, kpiKey).execute()).map(toKpiVersion);
}

/** The catalogue: the latest version of every KPI, or of those that are asked for, by key. */
export async function listLatestKpis(
  db: Reader,
  organisationId: string,
  kpiKeys?: readonly string[],
): Promise<KpiVersion[]> {
  const all = db
    .selectFrom("kpi_versions as kpi")
    .selectAll()
    .where("kpi.organisation_id", "=", organisationId)
    .where("kpi.version", "=", (latest) =>
      latest
        .selectFrom("kpi_versions as other")
        .select(({ fn }) => fn.max("other.version").as("version"))
        .whereRef("other.organisation_id", "=", "kpi.organisation_id")
        .whereRef("other.kpi_key", "=", "kpi.kpi_key"),
    )
    .orderBy("kpi.kpi_key");
  const query = kpiKeys === undefined ? all : all.where(isOneOf(db, "kpi.kpi_key", kpiKeys));
  return (await query.execute()).map(toKpiVersion);
}

function versionsOf(db: Reader, organisationId: string, kpiKey: string) {
  return db
    .selectFrom("kpi_versions")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("kpi_key", "=", kpiKey)
    .orderBy("version", "desc");
}

function toKpiVersion(row: Selectable<KpiVersionsTable>): KpiVersion {
  return {
    kpiKey: row.kpi_key,
    version: row.version,
    definition: parseJsonObject(row.definition),
    source: row.source,
    ownerId: row.owner_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
