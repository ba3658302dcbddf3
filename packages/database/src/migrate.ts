import type { Migration } from "kysely/migration";
import { Migrator } from "kysely/migration";
import type { AnyKysely } from "./columns.ts";
import { NewerSchemaError } from "./errors.ts";
import { up as first } from "./migrations/0001-first.ts";
import { up as audit } from "./migrations/0002-audit.ts";
import { up as periods } from "./migrations/0003-periods.ts";
import { up as keptEvaluations } from "./migrations/0004-kept-evaluations.ts";
import { up as sources } from "./migrations/0005-sources.ts";
import { up as claims } from "./migrations/0006-claims.ts";
import { up as exchangeRates } from "./migrations/0007-exchange-rates.ts";
import { up as benefitVersions } from "./migrations/0008-benefit-versions.ts";
import { up as holdOuts } from "./migrations/0009-hold-outs.ts";
import { up as importedRows } from "./migrations/0010-imported-rows.ts";
import { up as benchmarks } from "./migrations/0011-benchmarks.ts";
import { up as access } from "./migrations/0012-access.ts";
import { up as annotations } from "./migrations/0013-annotations.ts";
import { up as costPools } from "./migrations/0014-cost-pools.ts";
import { up as auditInstants } from "./migrations/0015-audit-instants.ts";
import { up as retractions } from "./migrations/0016-retractions.ts";
import { up as unfreezing } from "./migrations/0017-unfreezing.ts";
import { up as jobs } from "./migrations/0018-jobs.ts";
import { up as undoneImports } from "./migrations/0019-undone-imports.ts";
import { up as versions } from "./migrations/0020-versions.ts";
import { up as baselineWindows } from "./migrations/0021-baseline-windows.ts";
import { up as retirements } from "./migrations/0022-retirements.ts";
import { up as savedViews } from "./migrations/0023-saved-views.ts";
import { up as baselineControls } from "./migrations/0024-baseline-controls.ts";
import { up as businessCases } from "./migrations/0025-business-cases.ts";
import { up as timeZones } from "./migrations/0026-time-zones.ts";
import { up as readiness } from "./migrations/0027-readiness.ts";
import { up as productionFacts } from "./migrations/0028-production-facts.ts";
import { up as workflows } from "./migrations/0029-workflows.ts";
import { up as gates } from "./migrations/0030-gates.ts";
import { up as candidatesAndLearnings } from "./migrations/0031-candidates-and-learnings.ts";
import { up as alerts } from "./migrations/0032-alerts.ts";
import { up as roadmap } from "./migrations/0033-roadmap.ts";
import { up as registers } from "./migrations/0034-registers.ts";
import { up as adoption } from "./migrations/0035-adoption.ts";
import { up as assumptionsValidFrom } from "./migrations/0036-assumptions-valid-from.ts";
import { up as roadmapVersions } from "./migrations/0037-roadmap-versions-and-snoozes.ts";
import { up as reading } from "./migrations/0038-reading.ts";
import type { Database } from "./open-database.ts";
import type { Reader, Writer } from "./transaction.ts";

/** In order; a name is never changed once released. */
const migrations: Record<string, Migration> = {
  "0001-first": { up: first },
  "0002-audit": { up: audit },
  "0003-periods": { up: periods },
  "0004-kept-evaluations": { up: keptEvaluations },
  "0005-sources": { up: sources },
  "0006-claims": { up: claims },
  "0007-exchange-rates": { up: exchangeRates },
  "0008-benefit-versions": { up: benefitVersions },
  "0009-hold-outs": { up: holdOuts },
  "0010-imported-rows": { up: importedRows },
  "0011-benchmarks": { up: benchmarks },
  "0012-access": { up: access },
  "0013-annotations": { up: annotations },
  "0014-cost-pools": { up: costPools },
  "0015-audit-instants": { up: auditInstants },
  "0016-retractions": { up: retractions },
  "0017-unfreezing": { up: unfreezing },
  "0018-jobs": { up: jobs },
  "0019-undone-imports": { up: undoneImports },
  "0020-versions": { up: versions },
  "0021-baseline-windows": { up: baselineWindows },
  "0022-retirements": { up: retirements },
  "0023-saved-views": { up: savedViews },
  "0024-baseline-controls": { up: baselineControls },
  "0025-business-cases": { up: businessCases },
  "0026-time-zones": { up: timeZones },
  "0027-readiness": { up: readiness },
  "0028-production-facts": { up: productionFacts },
  "0029-workflows": { up: workflows },
  "0030-gates": { up: gates },
  "0031-candidates-and-learnings": { up: candidatesAndLearnings },
  "0032-alerts": { up: alerts },
  "0033-roadmap": { up: roadmap },
  "0034-registers": { up: registers },
  "0035-adoption": { up: adoption },
  "0036-assumptions-valid-from": { up: assumptionsValidFrom },
  "0037-roadmap-versions-and-snoozes": { up: roadmapVersions },
  "0038-reading": { up: reading },
};

/** The schemas there ever were, oldest first. */
export const migrationNames = Object.keys(migrations).toSorted();

const latest = migrationNames.at(-1) ?? "no schema";

/** Which migration a database is at, and which are still to be run. */
export interface SchemaState {
  /** Null before the first migration. */
  version: string | null;
  pending: string[];
}

/**
 * Brings a database to the schema this version knows, in one transaction: all of it or nothing. Several
 * processes may call it at once: each is answered with the schema that it found, null for none, so that one alone says
 * that it migrated. Throws `NewerSchemaError` for a database a newer version has migrated.
 */
export async function migrateToLatest(db: Database): Promise<string | null> {
  await refuseNewer(db);
  try {
    if (db.kind === "postgres") return await runMigrations(db.write);
    // The lock first: a second process then waits here, and finds the work done.
    return await db.write.transaction().execute(runMigrations);
  } catch (error) {
    // Another process may have migrated further between the question and the lock.
    await refuseNewer(db);
    throw error;
  }
}

// Kysely keeps its own lock and transaction on PostgreSQL, and works inside the one given on SQLite.
async function runMigrations(db: AnyKysely): Promise<string | null> {
  const { error, results = [] } = await migratorOf(db).migrateToLatest();
  if (error !== undefined) throw error;
  return migrationNames.at(-1 - results.length) ?? null;
}

function migratorOf(db: AnyKysely): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}

/** The schema a database has, for the health check; an empty database is at version null. */
export async function schemaState(db: Database): Promise<SchemaState> {
  const executed = await executedMigrations(db.write);
  return {
    version: executed.at(-1) ?? null,
    pending: migrationNames.filter((name) => !executed.includes(name)),
  };
}

/**
 * Migrates an empty database to one schema, or any to the latest, inside a transaction that does more: a restore
 * loads rows in between.
 */
export async function migrateTo(tx: Writer, version: string): Promise<void> {
  const migrator = migratorOf(tx);
  const { error } =
    version === "latest" ? await migrator.migrateToLatest() : await migrator.migrateTo(version);
  if (error !== undefined) throw error;
}

/** Throws `NewerSchemaError` for migrations that this version does not know. */
export function refuseUnknownSchema(executed: readonly string[]): void {
  const newest = executed.findLast((name) => !Object.hasOwn(migrations, name));
  if (newest !== undefined) throw new NewerSchemaError(newest, latest);
}

/** Throws `NewerSchemaError` for a database that a newer version has migrated: what is in it cannot be judged. */
export async function refuseNewer(db: Database): Promise<void> {
  refuseUnknownSchema(await executedMigrations(db.write));
}

/** The migrations a database has been through, in order. */
export async function executedMigrations(db: Reader): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const { rows } = await db.executeQuery<{ name: string }>(
    db
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom("kysely_migration")
      .select("name")
      .orderBy("name")
      .compile(),
  );
  return rows.map((row) => row.name);
}
