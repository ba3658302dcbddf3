import type { ColumnType } from "kysely";
import type { SelectWithExactInteger } from "../columns.ts";
import type { ExactInteger } from "./exact-integer.ts";
import type { OfOrganisation } from "./of-organisation.ts";

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

/** What is spent, and what other currencies are worth. */
export interface CostTables {
  cost_lines: CostLinesTable;
  cost_pools: CostPoolsTable;
  cost_pool_months: CostPoolMonthsTable;
  exchange_rates: ExchangeRatesTable;
}
