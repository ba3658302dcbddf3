import type { CreateTableBuilder } from "kysely";
import { sql } from "kysely";
import type { AnyKysely, DatabaseKind, LogicalType } from "./columns.ts";
import { columnType, databaseKindOf } from "./columns.ts";

/** A table as a fact. `organisation_id` is added to it, and leads its key, its indexes and its references. */
export interface TableDescription {
  /** Name to logical type; a "?" makes the column nullable. */
  columns: Record<string, LogicalType | `${LogicalType}?`>;
  /** The rest of the primary key after `organisation_id`. */
  key: readonly string[];
  unique?: readonly (readonly string[])[];
  indexes?: readonly (readonly string[])[];
  /** Columns here that hold the rest of another table's key. */
  references?: readonly Reference[];
  /** The values a column may hold. */
  oneOf?: Record<string, readonly string[]>;
  /** Keeps the rows inside the primary key on SQLite, where the key is most of the row. */
  withoutRowid?: boolean;
  /** Leaves out the reference to the organisation: one that `references` reaches is enough for a table of millions. */
  reachesOrganisationThroughReference?: boolean;
}

interface Reference {
  columns: readonly string[];
  table: string;
  key?: readonly string[];
  onDelete?: "cascade";
}

type Builder = CreateTableBuilder<string, string>;

/**
 * Creates a table of an organisation's rows on either database: strict on SQLite, and deleted with its
 * organisation. A migration calls it with a description and never changes that description afterwards.
 */
export async function createTable(db: AnyKysely, name: string, table: TableDescription): Promise<void> {
  const kind = databaseKindOf(db);
  let builder: Builder = db.schema.createTable(name);
  builder = withColumns(builder, kind, table);
  builder = withConstraints(builder, name, table);
  if (kind === "sqlite")
    builder = builder.modifyEnd(sql.raw(table.withoutRowid ? "strict, without rowid" : "strict"));
  await builder.execute();
  for (const columns of table.indexes ?? []) {
    await db.schema
      .createIndex(constraintName(name, columns, "index"))
      .on(name)
      .columns(["organisation_id", ...columns])
      .execute();
  }
}

function withColumns(builder: Builder, kind: DatabaseKind, table: TableDescription): Builder {
  let result: Builder = builder.addColumn("organisation_id", columnType(kind, "text") as never, (column) =>
    column.notNull(),
  );
  for (const [column, type] of Object.entries(table.columns)) {
    const logicalType = type.replace("?", "") as LogicalType;
    result = result.addColumn(column, columnType(kind, logicalType) as never, (definition) =>
      type.endsWith("?") ? definition : definition.notNull(),
    );
  }
  return result;
}

function withConstraints(builder: Builder, name: string, table: TableDescription): Builder {
  let result = builder.addPrimaryKeyConstraint(`${name}_key`, ["organisation_id", ...table.key]);
  for (const columns of table.unique ?? []) {
    result = result.addUniqueConstraint(constraintName(name, columns, "unique"), [
      "organisation_id",
      ...columns,
    ]);
  }
  for (const [column, values] of Object.entries(table.oneOf ?? {})) {
    const list = sql.join(values.map((value) => sql.lit(value)));
    result = result.addCheckConstraint(
      constraintName(name, [column], "values"),
      sql`${sql.ref(column)} in (${list})`,
    );
  }
  if (table.key.length > 0 && !table.reachesOrganisationThroughReference) {
    result = withReference(result, name, {
      columns: [],
      table: "organisations",
      key: [],
      onDelete: "cascade",
    });
  }
  for (const reference of table.references ?? []) result = withReference(result, name, reference);
  return result;
}

function withReference(builder: Builder, name: string, reference: Reference): Builder {
  const columns = ["organisation_id", ...reference.columns];
  const key = ["organisation_id", ...(reference.key ?? reference.columns)];
  const constraint = constraintName(name, reference.columns, `of_${reference.table}`);
  return builder.addForeignKeyConstraint(constraint, columns, reference.table, key, (definition) =>
    reference.onDelete ? definition.onDelete(reference.onDelete) : definition,
  );
}

function constraintName(table: string, columns: readonly string[], what: string): string {
  return [table, ...columns, what].join("_");
}
