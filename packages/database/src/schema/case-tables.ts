import type { OfOrganisation } from "./of-organisation.ts";

interface BusinessCasesTable extends OfOrganisation {
  case_id: string;
  initiative_id: string;
  name: string;
  version: number;
  created_at: string;
  created_by: string;
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

/** Business cases, their versions, and who signed them. */
export interface CaseTables {
  business_cases: BusinessCasesTable;
  case_versions: CaseVersionsTable;
  case_signatures: CaseSignaturesTable;
  case_comments: CaseCommentsTable;
  case_settings: CaseSettingsTable;
}
