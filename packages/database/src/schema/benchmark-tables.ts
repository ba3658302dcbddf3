import type { OfOrganisation } from "./of-organisation.ts";

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

/** By what an initiative is judged. */
export interface BenchmarkTables {
  benchmark_sets: BenchmarkSetsTable;
  benchmark_set_versions: BenchmarkSetVersionsTable;
  benchmark_choices: BenchmarkChoicesTable;
}
