import { sql, type CreateTableBuilder } from "kysely";
import type { AnyKysely, LogicalType } from "../columns.ts";
import { columnType, databaseKindOf } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

/** Tables of the access rules of an organisation: who may do what, and what was handed out. */
const tables: Record<string, TableDescription> = {
  members: {
    columns: {
      person_id: "text",
      role: "text",
      created_at: "text",
      joined_at: "text?",
      removed_at: "text?",
      version: "integer",
    },
    key: ["person_id"],
    oneOf: { role: ["viewer", "contributor", "finance", "admin"] },
    references: [{ columns: ["person_id"], table: "people" }],
  },
  team_members: {
    columns: { team_id: "text", person_id: "text" },
    key: ["person_id", "team_id"],
    references: [
      { columns: ["team_id"], table: "teams" },
      { columns: ["person_id"], table: "people" },
    ],
  },
  access_links: {
    columns: {
      link_id: "text",
      kind: "text",
      digest: "text",
      person_id: "text?",
      created_at: "text",
      created_by: "text",
      expires_at: "text",
      ended_at: "text?",
    },
    key: ["link_id"],
    oneOf: { kind: ["set-up", "invitation", "password-reset"] },
    indexes: [["person_id"]],
  },
  service_keys: {
    columns: {
      key_id: "text",
      name: "text",
      digest: "text",
      scopes: "text",
      team_ids: "text?",
      created_at: "text",
      created_by: "text",
      expires_at: "text",
      revoked_at: "text?",
      last_used_on: "text?",
    },
    key: ["key_id"],
  },
};

/**
 * The tables of better-auth, which belong to no organisation: one person signs in once. Instants are ISO text and
 * booleans 0 or 1 on both databases, as everywhere in the ledger.
 */
const authTables: Record<string, Record<string, LogicalType | `${LogicalType}?`>> = {
  auth_users: {
    name: "text",
    email: "text",
    email_verified: "integer",
    image: "text?",
    two_factor_enabled: "integer?",
    created_at: "text",
    updated_at: "text",
  },
  auth_sessions: {
    token: "text",
    user_id: "text",
    expires_at: "text",
    created_at: "text",
    updated_at: "text",
    ip_address: "text?",
    user_agent: "text?",
  },
  auth_accounts: {
    account_id: "text",
    provider_id: "text",
    user_id: "text",
    access_token: "text?",
    refresh_token: "text?",
    id_token: "text?",
    access_token_expires_at: "text?",
    refresh_token_expires_at: "text?",
    scope: "text?",
    password: "text?",
    created_at: "text",
    updated_at: "text",
  },
  auth_verifications: {
    identifier: "text",
    value: "text",
    expires_at: "text",
    created_at: "text",
    updated_at: "text",
  },
  auth_two_factors: {
    secret: "text",
    backup_codes: "text",
    user_id: "text",
    verified: "integer?",
    failed_verification_count: "integer?",
    locked_until: "text?",
  },
  auth_rate_limits: { key: "text", count: "integer", last_request: "bigint" },
  /** What the server signs cookies and encrypts authenticator keys with, where no setting says it. */
  auth_secrets: { value: "text" },
};

const unique: Record<string, readonly (readonly string[])[]> = {
  auth_users: [["email"]],
  auth_sessions: [["token"]],
  auth_accounts: [["provider_id", "account_id"]],
  auth_two_factors: [["user_id"]],
  auth_rate_limits: [["key"]],
};

const indexes: Record<string, readonly string[]> = {
  auth_sessions: ["user_id"],
  auth_accounts: ["user_id"],
  auth_verifications: ["identifier"],
};

/** People who sign in, their roles, teams and sessions, and service keys. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
  for (const [name, columns] of Object.entries(authTables)) await createAuthTable(db, name, columns);
}

async function createAuthTable(db: AnyKysely, name: string, columns: Record<string, string>): Promise<void> {
  const kind = databaseKindOf(db);
  let builder: CreateTableBuilder<string, string> = db.schema
    .createTable(name)
    .addColumn("id", columnType(kind, "text") as never, (column) => column.notNull().primaryKey());
  for (const [column, type] of Object.entries(columns)) {
    const physical = columnType(kind, type.replace("?", "") as LogicalType);
    builder = builder.addColumn(column, physical as never, (definition) =>
      type.endsWith("?") ? definition : definition.notNull(),
    );
  }
  for (const together of unique[name] ?? []) {
    builder = builder.addUniqueConstraint([name, ...together, "unique"].join("_"), [...together]);
  }
  if ("user_id" in columns) {
    builder = builder.addForeignKeyConstraint(
      `${name}_of_user`,
      ["user_id"],
      "auth_users",
      ["id"],
      (reference) => reference.onDelete("cascade"),
    );
  }
  if (kind === "sqlite") builder = builder.modifyEnd(sql.raw("strict"));
  await builder.execute();
  const indexed = indexes[name];
  if (indexed !== undefined) {
    await db.schema
      .createIndex(`${name}_index`)
      .on(name)
      .columns([...indexed])
      .execute();
  }
}
