import type { OfOrganisation } from "./of-organisation.ts";

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

/** The gates between phases, and when an initiative is to be stopped. */
export interface GateTables {
  gate_rules: GateRulesTable;
  gate_reviews: GateReviewsTable;
  gate_signatures: GateSignaturesTable;
  kill_rules: KillRulesTable;
}
