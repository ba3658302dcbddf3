import type { Schema } from "../schema.ts";

/** What a row of each table is, in a sentence: for `docs/data-model.md`. A table without one does not compile. */
export const tableMeanings: Record<keyof Schema, string> = {
  organisations: "A company, or the demo. Deleting one deletes all that is its own.",
  teams: "A team, made when its name is first given.",
  people: "A person's id with the name that is shown; the name can be erased, the id stays.",
  kpi_versions:
    "One version of a KPI's definition. A change adds a version and leaves old data their meaning.",
  series: "A KPI measured for one scope, logged once however many initiatives claim it.",
  snapshots:
    "One period of one series at one revision: numerator and denominator as exact decimals, who, when, from where. Appended only.",
  snapshots_beside: "What a second source says of a period, kept beside the number that counts.",
  import_recipes: "One version of a remembered mapping of a file's columns.",
  imports: "A file that was imported, with its digest and what became of its rows.",
  import_refused_rows: "A row that an import refused: line, column, value, rule.",
  imported_rows:
    "What a row of an imported file became, an initiative or a cost line, so that the same file changes it and adds none.",
  initiatives: "One AI effort: outcome in one sentence, owner, team, status.",
  initiative_phases: "A phase that an initiative entered, and when.",
  benefits: "What an initiative claims on a series.",
  benefit_versions: "One version of a benefit: the baseline it stands on, and whether it is withdrawn.",
  benefit_assumptions:
    "One version of what a benefit is worth, and from which period on: value per unit, attribution, confidence, realisation, approver.",
  hold_outs: "A randomised comparison of a benefit.",
  hold_out_revisions: "One revision of a hold-out: what its arms add up to.",
  value_pools: "Money that several series share.",
  value_pool_series: "A series that draws on a pool, on which segment of it.",
  value_pool_kpis: "A KPI whose series all draw on a pool.",
  cost_lines: "A planned or actual cost of a month; one that was taken back says when.",
  cost_pools: "A cost that several initiatives share, and what divides it.",
  cost_pool_months:
    "What was booked of a shared cost in a month and the values of what divides it, in revisions.",
  annotations: "A note on an initiative or a series: what happened on a day or from one day to another.",
  gate_rules:
    "What the gates of an organisation ask, at one version: criteria with their limits, with approver.",
  gate_reviews:
    "A review of a gate of an initiative: what is asked for, what is let pass, and the evidence that was signed. One that was passed by tells of a phase entered without it.",
  gate_signatures: "A signature under a gate review, with the digest of what was signed.",
  kill_rules: "A rule, declared before a phase, that ends an initiative in it; withdrawn with a reason.",
  roadmap_tasks:
    "A task on the way of an initiative to production: who does it and until when, what it waits for, what shows that it is done.",
  roadmap_task_versions:
    "A task of a roadmap at one version, as it was told: for a roadmap as it was known at an instant.",
  production_facts:
    "What lets an initiative run in production, as people recorded it, at one version: hand-over, review, data, rules.",
  adoption_series:
    "Which series tells how far an initiative is used, at one version: people who used it, of those who could.",
  workflow_versions:
    "How the work of an initiative is done, before it and after it, at one version: steps, judgements, findings, scope.",
  candidate_estimates:
    "What a candidate is ranked by at one version: its effort, and what it could bring and how that is known.",
  responsibilities:
    "Who answers for what of an initiative at one version: squad, review, consent, disclosure, role and risk class under the AI Act.",
  learnings:
    "What was learned when an initiative ended or a gate was decided: expected, happened, contradicting.",
  learning_kpis: "That a learning is about a KPI.",
  work_split_rounds:
    "A round of the survey of how work is split: the sums of all answers, never one of them, and whether it is closed.",
  work_split_respondents:
    "That a person answered in a round of the survey; what they answered is kept nowhere.",
  tool_versions:
    "What the register says of a tool at one version: vendor, vetting, who uses it, which costs are its own.",
  data_asset_versions:
    "What the inventory says of data at one version: where they live, their state, what they may be used for.",
  readiness_answers:
    "An answer to one of the ten questions of readiness of an initiative, with what shows it; the latest counts.",
  alert_settings:
    "By which rules an organisation is alerted, at one version: which are on, who is told, quiet hours, digests.",
  alert_looks: "When alerts were last looked for, and at which change of the ledger.",
  alerts: "Something people were told of: what, since when, and once it is over, when that was.",
  alert_states:
    "How a thing stands by a rule between two looks: held back, told, ending, or a mark that is known.",
  alert_people: "That a person was told of an alert, and when they read it.",
  alert_snoozes: "That an open alert was put off until a day: by whom, and why.",
  webhooks:
    "An address that is told of alerts and digests: its form, what of, and the secret its messages are signed with.",
  messages:
    "A mail or a call of a webhook that is to be sent, was sent, or was given up: written with what it tells of.",
  digests: "That the digest of a week or a month was made, so that it is sent once.",
  saved_views: "Filters, order, grouping and period of a page, saved under a name by a person.",
  exchange_rates: "What one currency is worth in another from a day on, at one revision.",
  baselines:
    "The periods before a start from which the counterfactual is computed: draft, frozen, or superseded by a later one or by a draft when it was unfrozen.",
  baseline_snapshots: "A revision that a frozen baseline stands on.",
  baseline_controls: "A series that a baseline is compared with, and its name in the design.",
  baseline_control_snapshots: "A revision of a control series that a frozen baseline stands on.",
  period_events: "That a month was closed, or opened again with a reason.",
  period_figures: "The figures at a close, so that a reopening shows what it did to them.",
  retirements:
    "That a thing of some kind is retired, by whom and why; one that was restored since says when and by whom.",
  idempotency_keys: "The answer to a request that carried a key, for its repeats.",
  audit_entries: "A change with before, after, actor and request, chained by hash in its organisation.",
  kept_evaluations:
    "An initiative's evaluation with the digest of its inputs, used until one of them changes.",
  jobs: "What the server does by itself: when it is due, which process does it now, and how it went.",
  benchmark_sets: "Benchmarks of an organisation's own, by name; one that was retired can be chosen no more.",
  benchmark_set_versions: "One version of a set: its bands by phase, basis, span, source and approver.",
  benchmark_choices: "By which benchmarks an initiative, or everything, is judged from a day on, and why.",
  business_cases: "A business case of an initiative, by name; what it plans stands in its versions.",
  case_versions:
    "One version of a business case: its plan, how far its approval is, and the digest it was approved with.",
  case_signatures: "A signature under a version of a business case, with the digest of what was signed.",
  case_comments: "What somebody said of a version of a business case, or of one line of it.",
  case_settings:
    "By which rules an organisation approves business cases: discount rate, two signatures, one page, with approver.",
  members: "A person's account in an organisation, with the role.",
  team_members: "That a person belongs to a team.",
  service_keys: "A key for a program: its digest, scopes, teams and end. The key itself is kept nowhere.",
  access_links:
    "A link that was handed over, by its digest: set-up, invitation or another password; counts once.",
  auth_users: "An account that may sign in: name and e-mail.",
  auth_accounts: "How an account proves itself: the digest of a password, or who it is elsewhere.",
  auth_sessions: "A session that has not ended.",
  auth_two_factors: "The second factor of an account, encrypted.",
  auth_verifications: "A step of signing in that is under way.",
  auth_rate_limits: "How often something was tried lately, for the rate limits.",
  auth_secrets: "What the server signs and encrypts with.",
};
