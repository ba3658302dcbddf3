import type { OfOrganisation } from "./of-organisation.ts";

export interface BaselinesTable extends OfOrganisation {
  baseline_id: string;
  series_id: string;
  pre_from: string | null;
  pre_to: string | null;
  intervention_start: string;
  window_to: string | null;
  left_out: string;
  trend_declared_on: string | null;
  control_method: "weigh" | "subtract" | null;
  design: string;
  rung: string;
  status: "draft" | "frozen" | "superseded";
  reasons: string;
  digest: string | null;
  frozen_at: string | null;
  frozen_by: string | null;
  superseded_at: string | null;
  superseded_by: string | null;
  unfreeze_reason: string | null;
  redraft_of: string | null;
  version: number;
  created_at: string;
  created_by: string;
}

interface BaselineSnapshotsTable extends OfOrganisation {
  baseline_id: string;
  period: string;
  revision: number;
}

interface BaselineControlsTable extends OfOrganisation {
  baseline_id: string;
  position: number;
  series_id: string;
  name: string;
}

interface BaselineControlSnapshotsTable extends OfOrganisation {
  baseline_id: string;
  series_id: string;
  period: string;
  revision: number;
}

/** What is expected without an initiative, and from what. */
export interface BaselineTables {
  baselines: BaselinesTable;
  baseline_snapshots: BaselineSnapshotsTable;
  baseline_controls: BaselineControlsTable;
  baseline_control_snapshots: BaselineControlSnapshotsTable;
}
