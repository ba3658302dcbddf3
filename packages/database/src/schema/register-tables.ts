import type { OfOrganisation } from "./of-organisation.ts";
import type { VersionRow } from "./version-row.ts";

interface ToolVersionsTable extends VersionRow {
  tool_id: string;
  facts: string;
}

interface DataAssetVersionsTable extends VersionRow {
  data_asset_id: string;
  facts: string;
}

interface CandidateEstimatesTable extends VersionRow {
  initiative_id: string;
  estimate: string;
}

interface LearningsTable extends OfOrganisation {
  learning_id: string;
  initiative_id: string;
  occasion: string;
  expected: string;
  happened: string;
  contradicting: string;
  search_text: string;
  version: number;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface LearningKpisTable extends OfOrganisation {
  learning_id: string;
  kpi_key: string;
}

interface WorkSplitRoundsTable extends OfOrganisation {
  round_id: string;
  team_id: string | null;
  week: string;
  answers: number;
  mechanical_hours: string;
  strategic_hours: string;
  opened_at: string;
  opened_by: string;
  closed_at: string | null;
  closed_by: string | null;
  version: number;
}

interface WorkSplitRespondentsTable extends OfOrganisation {
  round_id: string;
  person_id: string;
}

/** What an organisation keeps of its tools, data, ideas, lessons and hours. */
export interface RegisterTables {
  tool_versions: ToolVersionsTable;
  data_asset_versions: DataAssetVersionsTable;
  candidate_estimates: CandidateEstimatesTable;
  learnings: LearningsTable;
  learning_kpis: LearningKpisTable;
  work_split_rounds: WorkSplitRoundsTable;
  work_split_respondents: WorkSplitRespondentsTable;
}
