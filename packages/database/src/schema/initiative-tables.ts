import type { OfOrganisation } from "./of-organisation.ts";

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
  /** The first period that it counts for; null from the claim's start on. */
  valid_from: string | null;
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

/** Initiatives and what they claim. */
export interface InitiativeTables {
  initiatives: InitiativesTable;
  initiative_phases: InitiativePhasesTable;
  benefits: BenefitsTable;
  benefit_versions: BenefitVersionsTable;
  benefit_assumptions: BenefitAssumptionsTable;
  hold_outs: HoldOutsTable;
  hold_out_revisions: HoldOutRevisionsTable;
}
