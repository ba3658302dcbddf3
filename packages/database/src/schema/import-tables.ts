import type { ExactInteger } from "./exact-integer.ts";
import type { OfOrganisation } from "./of-organisation.ts";

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

/** What files brought in. */
export interface ImportTables {
  import_recipes: ImportRecipesTable;
  imports: ImportsTable;
  import_refused_rows: ImportRefusedRowsTable;
  imported_rows: ImportedRowsTable;
}
