import type { ImportSummary } from "@liftledger/contracts/import";
import type { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { FileRecord } from "@liftledger/files/read-records";
import type { Audit } from "../../audit/audit.ts";
import type { Context } from "../../context.ts";

/** Why a row is refused: the field it is about, what was seen, and the rule. */
export interface RowFault {
  readonly field: string | null;
  readonly value: string | null;
  readonly rule: string;
  /** A sentence without its place. */
  readonly message: string;
}

/** A row of a file held against the ledger. */
export interface CheckedRow {
  readonly line: number;
  /** What tells it from other rows: the n-th row of an identity is the n-th thing of it. */
  readonly identity: string;
  /** The row in a line, for a person to look at. */
  readonly text: string;
  /** What forbids it if it is new; what is there already is left as it is. */
  readonly fault: RowFault | null;
}

/** Of a row that would write what belongs to a team the actor is not in. */
export function foreignTeamFault(field: string, value: string): RowFault {
  const message = "this belongs to a team you are not in";
  return { field, value, rule: "not-your-team", message };
}

/** A fault of a field, its sentence without the full stop that ends its line. */
export function faultOf(field: string | null, value: string | null, rule: string, message: string): RowFault {
  return { field, value, rule, message: message.replace(/\.$/, "") };
}

type Tally = ImportSummary["tallies"][number];

/** What was written: the thing each row became, in the order of the rows, and whose figures that moves. */
export interface WrittenRecords {
  readonly objectIds: readonly string[];
  /** Goes into the audit chain, where `touched-initiatives` reads ids of initiatives and series. */
  readonly facts: { readonly initiativeIds?: readonly string[]; readonly seriesIds?: readonly string[] };
}

/** The rows of one file for one target, checked against the ledger. */
export interface CheckedRecords {
  readonly rows: readonly CheckedRow[];
  /** The things of these identities that are there already, oldest first, with those that earlier imports made. */
  existing(madeBefore: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]>;
  /** Rows counted by what they have in common, by their places in `rows`. */
  tallies(places: readonly number[]): Tally[];
  /** Writes rows, by their places in `rows`. */
  write(tx: Writer, audit: Audit, places: readonly number[]): Promise<WrittenRecords>;
}

/** How the rows of one target are checked and written. */
export type RecordWriter = (
  ctx: Context,
  db: Reader,
  source: { records: readonly FileRecord[]; recipe: RecordsRecipe },
) => Promise<CheckedRecords>;

/** The value of a field that the recipe fills in every row. */
export function valueOf({ values }: FileRecord, field: string): string {
  const value = values[field];
  if (value === undefined) throw new Error(`A row was read without its field "${field}".`);
  return value;
}

/** Counts rows by a label, in the order of the largest. */
export function tallyBy(field: string, values: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, rows]) => ({ field, value, rows, amount: null }))
    .toSorted((one, other) => other.rows - one.rows);
}
