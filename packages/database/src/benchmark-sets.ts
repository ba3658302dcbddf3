import { z } from "zod";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Reader, Writer } from "./transaction.ts";

/** An organisation's own benchmarks, under one name. */
export interface BenchmarkSet {
  setId: string;
  name: string;
  /** The latest. */
  version: number;
  createdAt: string;
  createdBy: string;
}

/** What a set says from a version on. Never changed: another opinion is the next version. */
export interface BenchmarkSetVersion {
  setId: string;
  version: number;
  basis: "net" | "gross";
  span: "cumulative" | "in-phase" | "annualised";
  source: string;
  caveat: string;
  /** Ratios as decimal text, by phase. */
  bands: { phase: string; floor: string; ceiling: string | null }[];
  /** The day from which it is in force. */
  validFrom: string;
  approvedBy: string;
  recordedAt: string;
  recordedBy: string;
}

const Bands = z.array(z.object({ phase: z.string(), floor: z.string(), ceiling: z.string().nullable() }));

/** Adds a set at version 1; a name that is taken is a unique `ConstraintError`. */
export async function insertBenchmarkSet(
  tx: Writer,
  organisationId: string,
  set: Omit<BenchmarkSet, "version">,
): Promise<void> {
  await tx
    .insertInto("benchmark_sets")
    .values({
      organisation_id: organisationId,
      set_id: set.setId,
      name: set.name,
      version: 1,
      created_at: set.createdAt,
      created_by: set.createdBy,
    })
    .execute();
}

/** Every set by id. */
export async function listBenchmarkSets(db: Reader, organisationId: string): Promise<BenchmarkSet[]> {
  return setsOf(db, organisationId).orderBy("set_id").execute();
}

/** The set; throws `NotFoundError`. */
export async function getBenchmarkSet(
  db: Reader,
  organisationId: string,
  setId: string,
): Promise<BenchmarkSet> {
  const row = await setsOf(db, organisationId).where("set_id", "=", setId).executeTakeFirst();
  if (!row) throw new NotFoundError("benchmark set", setId);
  return row;
}

/** Moves a set on from the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateBenchmarkSet(
  tx: Writer,
  organisationId: string,
  { setId, version }: Pick<BenchmarkSet, "setId" | "version">,
  change: { version: number },
): Promise<void> {
  const result = await tx
    .updateTable("benchmark_sets")
    .set(change)
    .where("organisation_id", "=", organisationId)
    .where("set_id", "=", setId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getBenchmarkSet(tx, organisationId, setId);
  throw new LostUpdateError("benchmark set", setId, version, found.version);
}

/** Adds a version of a set. */
export async function insertBenchmarkSetVersion(
  tx: Writer,
  organisationId: string,
  version: BenchmarkSetVersion,
): Promise<void> {
  await tx
    .insertInto("benchmark_set_versions")
    .values({
      organisation_id: organisationId,
      set_id: version.setId,
      version: version.version,
      basis: version.basis,
      span: version.span,
      source: version.source,
      caveat: version.caveat,
      bands: jsonText(version.bands),
      valid_from: version.validFrom,
      approved_by: version.approvedBy,
      recorded_at: version.recordedAt,
      recorded_by: version.recordedBy,
    })
    .execute();
}

/** Every version by set and number; of one set, and those recorded by an instant, where asked for. */
export async function listBenchmarkSetVersions(
  db: Reader,
  organisationId: string,
  { setId, asOf }: { setId?: string | undefined; asOf?: string | undefined } = {},
): Promise<BenchmarkSetVersion[]> {
  let query = db
    .selectFrom("benchmark_set_versions")
    .select([
      "set_id as setId",
      "version",
      "basis",
      "span",
      "source",
      "caveat",
      "bands",
      "valid_from as validFrom",
      "approved_by as approvedBy",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("set_id")
    .orderBy("version");
  if (setId !== undefined) query = query.where("set_id", "=", setId);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return (await query.execute()).map((row) => ({ ...row, bands: parseJson(Bands, row.bands) }));
}

function setsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("benchmark_sets")
    .select(["set_id as setId", "name", "version", "created_at as createdAt", "created_by as createdBy"])
    .where("organisation_id", "=", organisationId);
}
