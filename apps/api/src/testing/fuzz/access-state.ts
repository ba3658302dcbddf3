import type { Database } from "@liftledger/database/open-database";

/** What stands of accounts, and how long the audit chain is. */
export interface AccessState {
  entries: number;
  rows: string;
}

/** Without what counts tries, and what only lasts from one step of signing in to the next. */
const watched = [
  "people",
  "members",
  "team_members",
  "teams",
  "access_links",
  "service_keys",
  "auth_users",
  "auth_sessions",
  "auth_accounts",
] as const;

/** All of it, as text that can be compared. */
export async function accessStateOf({ read }: Database): Promise<AccessState> {
  const lines: string[] = [];
  for (const table of watched) {
    const rows = await read.selectFrom(table).selectAll().execute();
    lines.push(table, ...rows.map((row) => JSON.stringify(row)).toSorted());
  }
  const apps = await read.selectFrom("auth_two_factors").select(["id", "secret", "backup_codes"]).execute();
  lines.push(...apps.map((row) => JSON.stringify(row)).toSorted());
  const { entries } = await read
    .selectFrom("audit_entries")
    .select(({ fn }) => fn.countAll<number>().as("entries"))
    .executeTakeFirstOrThrow();
  return { entries: Number(entries), rows: lines.join("\n") };
}

/** What is wrong with what an answer of that status wrote; undefined where nothing is. */
export function faultOfAccessState(
  status: number,
  before: AccessState,
  after: AccessState,
): string | undefined {
  const isChanged = before.rows !== after.rows;
  const isTold = before.entries !== after.entries;
  if (status >= 400 && (isChanged || isTold)) return `${status}, and yet something was written`;
  if (isChanged && !isTold) return `${status}, and the audit chain was not told`;
  return undefined;
}
