import type { OfOrganisation } from "./of-organisation.ts";

export interface KpiVersionsTable extends OfOrganisation {
  kpi_key: string;
  version: number;
  definition: string;
  source: "built-in" | "own";
  owner_id: string | null;
  created_at: string;
  created_by: string;
}

export interface SeriesTable extends OfOrganisation {
  series_id: string;
  kpi_key: string;
  kpi_version: number;
  scope: string;
  period_type: "week" | "month";
  currency: string | null;
  created_at: string;
  source_of_record: string | null;
  version: number;
}

export interface SnapshotsTable extends OfOrganisation {
  series_id: string;
  period: string;
  revision: number;
  numerator: string;
  denominator: string;
  source: string;
  recorded_at: string;
  recorded_by: string;
  import_id: string | null;
  line_first: number | null;
  line_last: number | null;
  row_count: number | null;
  retraction: string | null;
}

/** What another source says of a period that one holds already; revisions count by source. */
type SnapshotsBesideTable = SnapshotsTable;

interface AnnotationsTable extends OfOrganisation {
  annotation_id: string;
  initiative_id: string | null;
  series_id: string | null;
  from_day: string;
  until_day: string | null;
  note: string;
  version: number;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
  retracted_at: string | null;
}

interface ValuePoolsTable extends OfOrganisation {
  pool_id: string;
  name: string;
  version: number;
  created_at: string;
  created_by: string;
}

interface ValuePoolSeriesTable extends OfOrganisation {
  series_id: string;
  pool_id: string;
  segment: string;
}

interface ValuePoolKpisTable extends OfOrganisation {
  kpi_key: string;
  pool_id: string;
}

/** What is measured: KPIs, series and their periods, and the money that series share. */
export interface MeasuredTables {
  kpi_versions: KpiVersionsTable;
  series: SeriesTable;
  snapshots: SnapshotsTable;
  snapshots_beside: SnapshotsBesideTable;
  annotations: AnnotationsTable;
  value_pools: ValuePoolsTable;
  value_pool_series: ValuePoolSeriesTable;
  value_pool_kpis: ValuePoolKpisTable;
}
