import Sqlite from "better-sqlite3";
import { DatabaseError } from "pg";

/** What a write broke: the same answer from both databases. */
export type BrokenConstraint = "unique" | "foreign-key" | "check" | "not-null";

/**
 * A write that a constraint of the database refused; the transaction it was in is rolled back.
 * `table` and `columns` say where, as far as the database tells (SQLite does not for a foreign key).
 */
export class ConstraintError extends Error {
  override name = "ConstraintError";
  readonly constraint: BrokenConstraint;
  readonly table: string | null;
  /** Without `organisation_id`, which leads them all. */
  readonly columns: readonly string[];

  constructor(
    constraint: BrokenConstraint,
    table: string | null,
    columns: readonly string[],
    cause: unknown,
  ) {
    super(`A ${constraint} constraint refused the write${table === null ? "" : ` into ${table}`}.`, {
      cause,
    });
    this.constraint = constraint;
    this.table = table;
    this.columns = columns.filter((column) => column !== "organisation_id");
  }
}

const sqliteCodes: Record<string, BrokenConstraint> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign-key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not-null",
};

const postgresCodes: Record<string, BrokenConstraint> = {
  "23505": "unique",
  "23503": "foreign-key",
  "23514": "check",
  "23502": "not-null",
};

/** The `ConstraintError` a driver's error stands for, or undefined when it is another kind of error. */
export function asConstraintError(error: unknown): ConstraintError | undefined {
  if (error instanceof ConstraintError) return error;
  if (error instanceof Sqlite.SqliteError) return fromSqlite(error);
  if (error instanceof DatabaseError) return fromPostgres(error);
  return undefined;
}

function fromSqlite(error: InstanceType<typeof Sqlite.SqliteError>): ConstraintError | undefined {
  const constraint = sqliteCodes[error.code];
  if (constraint === undefined) return undefined;
  if (constraint === "check" || constraint === "foreign-key")
    return new ConstraintError(constraint, null, [], error);
  // "UNIQUE constraint failed: teams.organisation_id, teams.name"
  const places = [...error.message.matchAll(/(\w+)\.(\w+)/g)];
  const table = places[0]?.[1] ?? null;
  return new ConstraintError(
    constraint,
    table,
    places.map((place) => place[2] ?? ""),
    error,
  );
}

function fromPostgres(error: DatabaseError): ConstraintError | undefined {
  const constraint = postgresCodes[error.code ?? ""];
  if (constraint === undefined) return undefined;
  // "Key (organisation_id, name)=(…) already exists."
  const key = /\(([^)]*)\)=/.exec(error.detail ?? "")?.[1]?.split(", ") ?? [];
  return new ConstraintError(
    constraint,
    error.table ?? null,
    error.column === undefined ? key : [error.column],
    error,
  );
}
