import { saveImportRecipe } from "../../import-recipes.ts";
import { insertImportedRows } from "../../imported-rows.ts";
import { insertImport, insertRefusedRows, markImportUndone } from "../../imports.ts";
import { insertKpiVersions } from "../../kpis.ts";
import { insertOrganisation } from "../../organisations.ts";
import { findOrCreatePerson } from "../../people.ts";
import { insertSeries } from "../../series.ts";
import { insertSnapshotsBeside } from "../../snapshots-beside.ts";
import { insertSnapshots, latestSnapshots, noQuantities } from "../../snapshots.ts";
import { findOrCreateTeam } from "../../teams.ts";
import type { Writer } from "../../transaction.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** An organisation with a team and a person, KPI `conversion-rate`, series `series-1` with its periods, what another source says of one, and imports. */
export async function insertMeasuredRows(tx: Writer, organisationId: string): Promise<void> {
  await insertCatalogue(tx, organisationId);
  await insertMeasured(tx, organisationId);
  await insertContested(tx, organisationId);
  await insertImported(tx, organisationId);
  await insertRetracted(tx, organisationId);
}

async function insertCatalogue(tx: Writer, organisationId: string): Promise<void> {
  await insertOrganisation(tx, {
    organisationId,
    name: organisationId,
    kind: "default",
    currency: "EUR",
    ...at,
  });
  await findOrCreateTeam(tx, organisationId, { teamId: "team-1", name: "Growth" });
  await findOrCreatePerson(tx, organisationId, { personId: "person-1", displayName: "Ada", salt: "salt" });
  await insertKpiVersions(tx, organisationId, [
    {
      kpiKey: "conversion-rate",
      version: 1,
      definition: { name: "Conversion rate" },
      source: "built-in",
      ownerId: "person-1",
      createdBy: "person-1",
      ...at,
    },
  ]);
}

async function insertMeasured(tx: Writer, organisationId: string): Promise<void> {
  await insertSeries(tx, organisationId, [
    {
      seriesId: "series-1",
      kpiKey: "conversion-rate",
      kpiVersion: 1,
      scope: "all",
      periodType: "week",
      currency: null,
      sourceOfRecord: null,
      version: 1,
      ...at,
    },
  ]);
  await insertSnapshots(
    tx,
    organisationId,
    ["2026-W01", "2026-W02"].map((period) => ({
      seriesId: "series-1",
      period,
      revision: 1,
      numerator: "40",
      denominator: "1000",
      source: "by hand",
      importId: null,
      lineFirst: null,
      lineLast: null,
      rowCount: null,
      ...by,
    })),
  );
}

async function insertContested(tx: Writer, organisationId: string): Promise<void> {
  const [first] = await latestSnapshots(tx, organisationId, "series-1");
  if (first === undefined) return;
  const other = { ...first, numerator: "41", source: "shop export" };
  await insertSnapshotsBeside(tx, organisationId, [other]);
}

async function insertImported(tx: Writer, organisationId: string): Promise<void> {
  await saveImportRecipe(tx, organisationId, {
    recipeId: "recipe-1",
    name: "weekly",
    definition: { date: "week" },
    createdBy: "person-1",
    ...at,
  });
  await insertImport(tx, organisationId, {
    importId: "import-1",
    recipeId: "recipe-1",
    target: "series",
    fileName: "weeks.csv",
    fileDigest: "d1",
    fileBytes: 12,
    rowsRead: 3,
    periodsNew: 2,
    periodsChanged: 0,
    periodsSame: 0,
    periodsBeside: 0,
    recordsNew: 1,
    recordsSame: 0,
    rowsRefused: 1,
    ...by,
  });
  await insertRefusedRows(tx, organisationId, "import-1", [
    {
      line: 4,
      columnName: "week",
      value: "2026-W60",
      rule: "a week of its year",
      message: "There is no week 60.",
    },
  ]);
  const row = { objectId: "initiative-1", rowKey: "k1", line: 2 };
  await insertImportedRows(tx, organisationId, { target: "initiatives", importId: "import-1" }, [row]);
  const undone = { undoneAt: recordedAt, undoneBy: "person-1", undoReason: "another shop" };
  await markImportUndone(tx, organisationId, "import-1", undone);
}

/** In a week of its own: a value, and that it was taken back. */
async function insertRetracted(tx: Writer, organisationId: string): Promise<void> {
  const [known] = await latestSnapshots(tx, organisationId, "series-1");
  if (known === undefined) return;
  const value = { ...known, period: "2025-W52" };
  const taken = { ...value, ...noQuantities, revision: 2, retraction: "logged twice" };
  await insertSnapshots(tx, organisationId, [value, taken]);
}
