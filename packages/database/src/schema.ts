import type { ColumnType } from "kysely";
import type { SelectWithExactInteger } from "./columns.ts";

/** A bigint column: written as bigint, read only through `exactInteger`. */
type ExactInteger = ColumnType<SelectWithExactInteger, bigint, bigint>;

/** Every table belongs to an organisation, whose id leads its key. */
interface OfOrganisation {
  organisation_id: string;
}

export interface OrganisationsTable extends OfOrganisation {
  name: string;
  kind: "default" | "demo";
  currency: string;
  time_zone: string;
  created_at: string;
  version: number;
}

interface TeamsTable extends OfOrganisation {
  team_id: string;
  name: string;
  version: number;
}

interface PeopleTable extends OfOrganisation {
  person_id: string;
  display_name: string;
  /** Goes into the digest of the name in the audit chain, and is erased with it. */
  salt: string | null;
}

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

export interface ImportRecipesTable extends OfOrganisation {
  recipe_id: string;
  name: string;
  version: number;
  definition: string;
  created_at: string;
  created_by: string;
}

interface ImportsTable extends OfOrganisation {
  import_id: string;
  recipe_id: string | null;
  target: string;
  file_name: string;
  file_digest: string;
  file_bytes: ExactInteger;
  rows_read: number;
  periods_new: number;
  periods_changed: number;
  periods_same: number;
  periods_beside: number;
  records_new: number;
  records_same: number;
  rows_refused: number;
  recorded_at: string;
  recorded_by: string;
  undone_at: string | null;
  undone_by: string | null;
  undo_reason: string | null;
}

interface ImportRefusedRowsTable extends OfOrganisation {
  import_id: string;
  position: number;
  line: number;
  column_name: string | null;
  value: string | null;
  rule: string;
  message: string;
}

interface ImportedRowsTable extends OfOrganisation {
  target: string;
  object_id: string;
  row_key: string;
  import_id: string;
  line: number;
}

interface InitiativesTable extends OfOrganisation {
  initiative_id: string;
  name: string;
  outcome: string;
  owner_id: string;
  team_id: string;
  use_case_pattern: string;
  status: string;
  started_on: string;
  created_at: string;
  updated_at: string;
  version: number;
}

interface InitiativePhasesTable extends OfOrganisation {
  initiative_id: string;
  entered_on: string;
  phase: string;
  recorded_at: string;
}

interface BenefitsTable extends OfOrganisation {
  benefit_id: string;
  initiative_id: string;
  series_id: string;
  baseline_id: string | null;
  created_at: string;
  version: number;
}

/** A benefit as it stood from an instant on. */
interface BenefitVersionsTable extends OfOrganisation {
  benefit_id: string;
  version: number;
  baseline_id: string | null;
  /** 0 or 1. */
  withdrawn: number;
  recorded_at: string;
}

interface BenefitAssumptionsTable extends OfOrganisation {
  benefit_id: string;
  version: number;
  unit_value: string | null;
  currency: string | null;
  attribution: string | null;
  confidence: string | null;
  realised_accepted: string | null;
  realised_redeployed: string | null;
  realised_cashed: string | null;
  basis: string;
  approved_by: string | null;
  recorded_at: string;
  recorded_by: string;
  /** The last period that is claimed; null where the claim has no end. */
  claim_until: string | null;
  /** What was asked for, and why less was granted, where the attribution was scaled. */
  attribution_asked: string | null;
  attribution_reason: string | null;
}

interface HoldOutsTable extends OfOrganisation {
  hold_out_id: string;
  benefit_id: string;
  version: number;
  created_at: string;
  created_by: string;
  retracted_at: string | null;
}

interface HoldOutRevisionsTable extends OfOrganisation {
  hold_out_id: string;
  revision: number;
  terms: string;
  recorded_at: string;
  recorded_by: string;
}

interface ProductionFactsTable extends OfOrganisation {
  initiative_id: string;
  version: number;
  facts: string;
  recorded_at: string;
  recorded_by: string;
}

interface WorkflowVersionsTable extends OfOrganisation {
  initiative_id: string;
  version: number;
  workflow: string;
  recorded_at: string;
  recorded_by: string;
}

interface ToolVersionsTable extends OfOrganisation {
  tool_id: string;
  version: number;
  facts: string;
  recorded_at: string;
  recorded_by: string;
}

interface DataAssetVersionsTable extends OfOrganisation {
  data_asset_id: string;
  version: number;
  facts: string;
  recorded_at: string;
  recorded_by: string;
}

interface CandidateEstimatesTable extends OfOrganisation {
  initiative_id: string;
  version: number;
  estimate: string;
  recorded_at: string;
  recorded_by: string;
}

interface ResponsibilitiesTable extends OfOrganisation {
  initiative_id: string;
  version: number;
  facts: string;
  recorded_at: string;
  recorded_by: string;
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

interface AlertSettingsTable extends OfOrganisation {
  version: number;
  settings: string;
  recorded_at: string;
  recorded_by: string;
}

interface AlertLooksTable extends OfOrganisation {
  looked_at: string;
  looked_on: string;
  ledger_place: string;
}

interface AlertsTable extends OfOrganisation {
  alert_id: string;
  rule: string;
  subject: string;
  initiative_id: string | null;
  sentence: string;
  since: string;
  raised_at: string;
  ended_at: string | null;
  end_sentence: string | null;
}

interface AlertStatesTable extends OfOrganisation {
  rule: string;
  subject: string;
  stage: "held" | "told" | "ending" | "known";
  sentence: string;
  since: string;
  mark: string;
  known_mark: string;
  alert_id: string | null;
}

interface AlertPeopleTable extends OfOrganisation {
  alert_id: string;
  person_id: string;
  read_at: string | null;
}

export interface WebhooksTable extends OfOrganisation {
  hook_id: string;
  name: string;
  address: string;
  format: "json" | "slack" | "teams";
  about: string;
  secret: string;
  version: number;
  created_at: string;
  created_by: string;
  removed_at: string | null;
}

interface MessagesTable extends OfOrganisation {
  message_id: string;
  channel: "mail" | "webhook";
  person_id: string | null;
  hook_id: string | null;
  kind: "alert" | "digest" | "test";
  title: string;
  content: string;
  created_at: string;
  state: "waiting" | "sent" | "given-up";
  attempts: number;
  next_try_at: string;
  lease_until: string | null;
  sent_at: string | null;
  error: string | null;
}

interface DigestsTable extends OfOrganisation {
  kind: "weekly" | "monthly";
  period: string;
  made_at: string;
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

interface ReadinessAnswersTable extends OfOrganisation {
  answer_id: string;
  initiative_id: string;
  question: string;
  score: number;
  evidence: string;
  answered_at: string;
  answered_by: string;
}

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

interface SavedViewsTable extends OfOrganisation {
  view_id: string;
  person_id: string;
  page: string;
  name: string;
  search: string;
  is_shared: number;
  is_default: number;
  version: number;
  created_at: string;
  changed_at: string;
  removed_at: string | null;
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

interface CostLinesTable extends OfOrganisation {
  cost_line_id: string;
  initiative_id: string;
  category: string;
  month: string;
  amount_minor: ExactInteger;
  currency: string;
  kind: "planned" | "actual";
  source: string;
  recorded_at: string;
  recorded_by: string;
  retracted_at: string | null;
}

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

interface ExchangeRatesTable extends OfOrganisation {
  from_currency: string;
  to_currency: string;
  rate_date: string;
  revision: number;
  rate: string;
  source: string;
  recorded_at: string;
  recorded_by: string;
  retracted_at: string | null;
  retracted_by: string | null;
  retract_reason: string | null;
}

interface CostPoolsTable extends OfOrganisation {
  cost_pool_id: string;
  name: string;
  category: string;
  driver: "equal" | "usage" | "hours" | "shares";
  unit: string;
  created_at: string;
  created_by: string;
  version: number;
}

interface CostPoolMonthsTable extends OfOrganisation {
  cost_pool_id: string;
  month: string;
  kind: "planned" | "actual";
  revision: number;
  /** Null where it was taken back. */
  amount_minor: ColumnType<SelectWithExactInteger, bigint | null, bigint | null>;
  quantities: string;
  source: string;
  recorded_at: string;
  recorded_by: string;
}

interface BenchmarkSetsTable extends OfOrganisation {
  set_id: string;
  name: string;
  version: number;
  created_at: string;
  created_by: string;
}

interface BenchmarkSetVersionsTable extends OfOrganisation {
  set_id: string;
  version: number;
  basis: "net" | "gross";
  span: "cumulative" | "in-phase" | "annualised";
  source: string;
  caveat: string;
  bands: string;
  valid_from: string;
  approved_by: string;
  recorded_at: string;
  recorded_by: string;
}

interface BenchmarkChoicesTable extends OfOrganisation {
  /** An initiative's id, or "organisation". */
  subject: string;
  purpose: "verdict" | "beside";
  position: number;
  judged_by: "own" | "published" | "organisation";
  set_id: string | null;
  valid_from: string;
  reason: string;
  recorded_at: string;
  recorded_by: string;
}

interface BusinessCasesTable extends OfOrganisation {
  case_id: string;
  initiative_id: string;
  name: string;
  version: number;
  created_at: string;
  created_by: string;
}

interface GateRulesTable extends OfOrganisation {
  version: number;
  /** JSON whose shape belongs to the caller. */
  gates: string;
  source: string;
  approved_by: string;
  recorded_at: string;
  recorded_by: string;
}

interface GateReviewsTable extends OfOrganisation {
  review_id: string;
  initiative_id: string;
  version: number;
  status: "open" | "signed" | "decided" | "withdrawn" | "passed-by";
  into_phase: string;
  leaving_phase: string;
  decision: string;
  reason: string;
  /** What somebody lets pass, and ids of all who wrote any of it, as JSON. */
  overrides: string;
  authors: string;
  opened_at: string;
  opened_by: string;
  pack: string | null;
  digest: string | null;
  slot: "open" | null;
  ended_at: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

interface GateSignaturesTable extends OfOrganisation {
  review_id: string;
  position: number;
  signed_at: string;
  signed_by: string;
  digest: string;
  comment: string;
}

interface KillRulesTable extends OfOrganisation {
  kill_rule_id: string;
  initiative_id: string;
  version: number;
  phase: string;
  measure: string;
  met_when: "under" | "above";
  /** Decimal text. */
  limit_at: string;
  after_months: number;
  declared_at: string;
  declared_by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdraw_reason: string | null;
}

interface CaseVersionsTable extends OfOrganisation {
  case_id: string;
  number: number;
  /** Of the row: a change carries the one it was made from. */
  version: number;
  status: "draft" | "submitted" | "returned" | "approved" | "withdrawn" | "superseded";
  plan: string;
  based_on: number | null;
  /** Ids of all who wrote any of the plan, as JSON. */
  authors: string;
  created_at: string;
  created_by: string;
  changed_at: string;
  /** How often it was submitted. */
  round: number;
  submitted_at: string | null;
  submitted_by: string | null;
  /** By which rules it was submitted, as JSON. */
  terms: string | null;
  decided_at: string | null;
  decided_by: string | null;
  comment: string | null;
  /** Of plan and terms, once it is approved. */
  digest: string | null;
  ended_at: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

interface CaseSignaturesTable extends OfOrganisation {
  case_id: string;
  number: number;
  round: number;
  position: number;
  signed_at: string;
  signed_by: string;
  digest: string;
  comment: string;
}

interface CaseCommentsTable extends OfOrganisation {
  comment_id: string;
  case_id: string;
  number: number;
  round: number;
  line_id: string | null;
  field: string | null;
  comment: string;
  version: number;
  created_at: string;
  created_by: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

interface CaseSettingsTable extends OfOrganisation {
  version: number;
  discount_rate: string | null;
  prices: "nominal" | "real" | null;
  two_signatures_from: string | null;
  one_page_below: string | null;
  currency: string;
  source: string;
  approved_by: string;
  recorded_at: string;
  recorded_by: string;
}

/** That a thing of any kind is retired, or was until it was restored. */
interface RetirementsTable extends OfOrganisation {
  noun: string;
  object_id: string;
  position: number;
  retired_at: string;
  retired_by: string;
  reason: string;
  restored_at: string | null;
  restored_by: string | null;
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

interface PeriodEventsTable extends OfOrganisation {
  month: string;
  position: number;
  kind: "closed" | "reopened";
  reason: string | null;
  recorded_at: string;
  recorded_by: string;
}

interface PeriodFiguresTable extends OfOrganisation {
  month: string;
  position: number;
  subject: string;
  realised_value: string | null;
  cost: string | null;
  net_roi: string | null;
  input_digest: string;
}

interface IdempotencyKeysTable extends OfOrganisation {
  key: string;
  endpoint: string;
  body_digest: string;
  status: number;
  response: string;
  created_at: string;
}

interface AuditEntriesTable extends OfOrganisation {
  sequence: number;
  recorded_at: string;
  actor_id: string;
  action: string;
  noun: string;
  object_id: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  request_id: string;
  previous_hash: string;
  hash: string;
}

interface KeptEvaluationsTable extends OfOrganisation {
  initiative_id: string;
  until: string;
  engine_version: string;
  sequence: number;
  hash: string;
  evaluation: string;
}

export interface JobsTable extends OfOrganisation {
  job_name: string;
  /** A cron pattern, in UTC. */
  schedule: string;
  next_due_at: string;
  /** The process that does it; of one that was killed until the lease has ended. */
  lease_holder: string | null;
  lease_until: string | null;
  /** How often it was begun since it was last done. */
  attempts: number;
  begun_at: string | null;
  ended_at: string | null;
  outcome: "done" | "failed" | null;
  did: string | null;
  error: string | null;
}

interface MembersTable extends OfOrganisation {
  person_id: string;
  role: "viewer" | "contributor" | "finance" | "admin";
  created_at: string;
  /** When an invitation was accepted. */
  joined_at: string | null;
  removed_at: string | null;
  version: number;
}

interface TeamMembersTable extends OfOrganisation {
  team_id: string;
  person_id: string;
}

export interface AccessLinksTable extends OfOrganisation {
  link_id: string;
  kind: "set-up" | "invitation" | "password-reset";
  digest: string;
  person_id: string | null;
  created_at: string;
  created_by: string;
  expires_at: string;
  /** When it was used, or another took its place. */
  ended_at: string | null;
}

export interface ServiceKeysTable extends OfOrganisation {
  key_id: string;
  name: string;
  digest: string;
  scopes: string;
  team_ids: string | null;
  created_at: string;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_on: string | null;
}

interface AuthUsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: number;
  image: string | null;
  two_factor_enabled: number | null;
  created_at: string;
  updated_at: string;
}

interface AuthSessionsTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
  ip_address: string | null;
  user_agent: string | null;
}

interface AuthAccountsTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: string;
  updated_at: string;
}

interface AuthVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

interface AuthTwoFactorsTable {
  id: string;
  secret: string;
  backup_codes: string;
  user_id: string;
  verified: number | null;
}

interface AuthRateLimitsTable {
  id: string;
  key: string;
  count: number;
  last_request: ExactInteger;
}

interface AuthSecretsTable {
  id: string;
  value: string;
}

/** Every table, as the latest migration leaves it. Kysely types its queries by it. */
export interface Schema {
  organisations: OrganisationsTable;
  teams: TeamsTable;
  people: PeopleTable;
  kpi_versions: KpiVersionsTable;
  series: SeriesTable;
  snapshots: SnapshotsTable;
  snapshots_beside: SnapshotsBesideTable;
  import_recipes: ImportRecipesTable;
  imports: ImportsTable;
  import_refused_rows: ImportRefusedRowsTable;
  imported_rows: ImportedRowsTable;
  initiatives: InitiativesTable;
  initiative_phases: InitiativePhasesTable;
  benefits: BenefitsTable;
  benefit_versions: BenefitVersionsTable;
  benefit_assumptions: BenefitAssumptionsTable;
  annotations: AnnotationsTable;
  readiness_answers: ReadinessAnswersTable;
  production_facts: ProductionFactsTable;
  roadmap_tasks: RoadmapTasksTable;
  workflow_versions: WorkflowVersionsTable;
  gate_rules: GateRulesTable;
  gate_reviews: GateReviewsTable;
  gate_signatures: GateSignaturesTable;
  kill_rules: KillRulesTable;
  tool_versions: ToolVersionsTable;
  data_asset_versions: DataAssetVersionsTable;
  candidate_estimates: CandidateEstimatesTable;
  responsibilities: ResponsibilitiesTable;
  learnings: LearningsTable;
  learning_kpis: LearningKpisTable;
  work_split_rounds: WorkSplitRoundsTable;
  work_split_respondents: WorkSplitRespondentsTable;
  alert_settings: AlertSettingsTable;
  alert_looks: AlertLooksTable;
  alerts: AlertsTable;
  alert_states: AlertStatesTable;
  alert_people: AlertPeopleTable;
  webhooks: WebhooksTable;
  messages: MessagesTable;
  digests: DigestsTable;
  saved_views: SavedViewsTable;
  hold_outs: HoldOutsTable;
  hold_out_revisions: HoldOutRevisionsTable;
  value_pools: ValuePoolsTable;
  value_pool_series: ValuePoolSeriesTable;
  value_pool_kpis: ValuePoolKpisTable;
  cost_lines: CostLinesTable;
  exchange_rates: ExchangeRatesTable;
  cost_pools: CostPoolsTable;
  cost_pool_months: CostPoolMonthsTable;
  benchmark_sets: BenchmarkSetsTable;
  benchmark_set_versions: BenchmarkSetVersionsTable;
  benchmark_choices: BenchmarkChoicesTable;
  business_cases: BusinessCasesTable;
  case_versions: CaseVersionsTable;
  case_signatures: CaseSignaturesTable;
  case_comments: CaseCommentsTable;
  case_settings: CaseSettingsTable;
  retirements: RetirementsTable;
  baselines: BaselinesTable;
  baseline_snapshots: BaselineSnapshotsTable;
  baseline_controls: BaselineControlsTable;
  baseline_control_snapshots: BaselineControlSnapshotsTable;
  period_events: PeriodEventsTable;
  period_figures: PeriodFiguresTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_entries: AuditEntriesTable;
  jobs: JobsTable;
  kept_evaluations: KeptEvaluationsTable;
  members: MembersTable;
  team_members: TeamMembersTable;
  access_links: AccessLinksTable;
  service_keys: ServiceKeysTable;
  auth_users: AuthUsersTable;
  auth_sessions: AuthSessionsTable;
  auth_accounts: AuthAccountsTable;
  auth_verifications: AuthVerificationsTable;
  auth_two_factors: AuthTwoFactorsTable;
  auth_rate_limits: AuthRateLimitsTable;
  auth_secrets: AuthSecretsTable;
}
