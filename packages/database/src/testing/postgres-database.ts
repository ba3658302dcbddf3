import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { DatabaseLocation } from "../open-database.ts";

/** An empty database of its own, and what removes it. */
export interface FreshDatabase<Location = DatabaseLocation> {
  location: Location;
  remove: () => Promise<void>;
}

/** A new empty database on a PostgreSQL server, which is named by the address of its superuser's database. */
export async function createPostgresDatabase(
  server: string,
): Promise<FreshDatabase<{ kind: "postgres"; url: string }>> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name} strategy file_copy`);
  const url = new URL(server);
  url.pathname = name;
  return {
    location: { kind: "postgres", url: url.href },
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
