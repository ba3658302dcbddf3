import type { OfOrganisation } from "./of-organisation.ts";
import type { VersionRow } from "./version-row.ts";

interface ReadinessAnswersTable extends OfOrganisation {
  answer_id: string;
  initiative_id: string;
  question: string;
  score: number;
  evidence: string;
  answered_at: string;
  answered_by: string;
}

interface AdoptionSeriesTable extends VersionRow {
  initiative_id: string;
  series_id: string | null;
  same_as_case: number;
}

interface ProductionFactsTable extends VersionRow {
  initiative_id: string;
  facts: string;
}

interface RoadmapTasksTable extends OfOrganisation {
  task_id: string;
  initiative_id: string;
  step: string;
  question: string | null;
  finding: string | null;
  title: string;
  owner_id: string | null;
  starts_on: string;
  due_on: string;
  depends_on: string;
  needed_score: number | null;
  shown_by: string;
  done_on: string | null;
  done_by: string | null;
  evidence: string;
  version: number;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
  removed_at: string | null;
}

interface RoadmapTaskVersionsTable extends OfOrganisation {
  task_id: string;
  version: number;
  initiative_id: string;
  task: string;
  removed_at: string | null;
  recorded_at: string;
}

interface WorkflowVersionsTable extends VersionRow {
  initiative_id: string;
  workflow: string;
}

interface ResponsibilitiesTable extends VersionRow {
  initiative_id: string;
  facts: string;
}

/** What an initiative is ready for, and the plan that closes its gaps. */
export interface ReadinessTables {
  readiness_answers: ReadinessAnswersTable;
  production_facts: ProductionFactsTable;
  adoption_series: AdoptionSeriesTable;
  roadmap_tasks: RoadmapTasksTable;
  roadmap_task_versions: RoadmapTaskVersionsTable;
  workflow_versions: WorkflowVersionsTable;
  responsibilities: ResponsibilitiesTable;
}
