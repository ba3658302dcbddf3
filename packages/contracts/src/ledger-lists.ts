import { Annotation } from "./annotation.ts";
import { ValuePool } from "./claims.ts";
import { Id } from "./ids.ts";
import { ImportRecord, SavedRecipe } from "./import.ts";
import { Kpi, UseCasePattern } from "./kpi.ts";
import { listOf } from "./list.ts";
import { Organisation } from "./organisation.ts";
import { retiredFilter } from "./retirement.ts";
import { Series, Snapshot } from "./series.ts";
import { SnapshotRevision } from "./snapshot-retraction.ts";
import { SourceComparison } from "./source-of-record.ts";
import { Instant, PeriodText } from "./values.ts";

const asOf = Instant.optional();

/** The lists of what is measured: organisations, KPIs, series, snapshots, imports; a part of the table in `lists.ts`. */
export const ledgerLists = {
  listOrganisations: listOf(Organisation, {
    key: ["organisationId"],
    sort: ["kind", "organisationId", "name"],
    first: "kind",
    filter: ["kind"],
  }),
  listKpis: listOf(Kpi, {
    key: ["key"],
    sort: ["key", "name", "role", "owner"],
    first: "key",
    filter: ["role", "direction", "frequency", "source"],
    also: retiredFilter,
  }),
  getKpi: listOf(Kpi, { key: ["version"], sort: ["version"], first: "-version" }),
  listUseCasePatterns: listOf(UseCasePattern, { key: ["key"], sort: ["key", "name"], first: "key" }),
  listSeries: listOf(Series, {
    key: ["seriesId"],
    sort: ["seriesId", "kpiKey", "scope"],
    first: "seriesId",
    filter: ["kpiKey", "periodType"],
    also: retiredFilter,
  }),
  listValuePools: listOf(ValuePool, {
    key: ["poolId"],
    sort: ["name", "createdAt", "poolId"],
    first: "name",
    also: retiredFilter,
  }),
  listSnapshots: listOf(Snapshot, {
    key: ["period"],
    sort: ["period", "recordedAt", "source"],
    first: "period",
    filter: ["source"],
    also: { from: PeriodText.optional(), to: PeriodText.optional(), asOf },
  }),
  listSnapshotRevisions: listOf(SnapshotRevision, {
    key: ["revision"],
    sort: ["revision", "recordedAt"],
    first: "revision",
  }),
  listSourceComparisons: listOf(SourceComparison, {
    key: ["seriesId", "period"],
    sort: ["seriesId", "period"],
    first: "seriesId",
    filter: ["seriesId"],
    also: { asOf },
  }),
  listImports: listOf(ImportRecord, {
    key: ["importId"],
    sort: ["importId", "recordedAt", "fileName"],
    first: "-importId",
  }),
  listImportRecipes: listOf(SavedRecipe, {
    key: ["recipeId"],
    sort: ["name", "createdAt", "recipeId"],
    first: "name",
    also: retiredFilter,
  }),
  listAnnotations: listOf(Annotation, {
    key: ["annotationId"],
    sort: ["from", "createdAt", "annotationId"],
    first: "-from",
    // Of an initiative come also the notes on the series that its benefits claim.
    also: { initiativeId: Id.optional(), seriesId: Id.optional() },
  }),
};
