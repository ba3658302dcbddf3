import { allRows } from "@liftledger/contracts/client";
import { KeyScopeName } from "@liftledger/contracts/access";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { signedInClient } from "../login-file.ts";
import { textTable } from "../text-table.ts";
import { teamIdsOf } from "./people.ts";

type Scope = (typeof KeyScopeName.options)[number];

/** `liftledger keys list|create|end`: keys by which programs act, on the server one is signed in to. */
export function keysCommand(): Command {
  const keys = new Command("keys").description(
    "list, make or end service keys, on the server you are signed in to",
  );
  keys
    .command("list")
    .description("every key: what it may, for whom, until when; never the key itself")
    .option("--json", "print the result as JSON")
    .action(list);
  keys
    .command("create")
    .description("make a key and print it, once")
    .argument("<name>", "what will use it")
    .requiredOption("--scope <scope>", `${KeyScopeName.options.join(", ")}; may be repeated`, collect, [])
    .option("--team <name>", "only for this team; may be repeated", collect, [])
    .option("--days <days>", "for so many days", "90")
    .option("--json", "print the result as JSON")
    .action(create);
  keys
    .command("end")
    .description("end a key: it counts no more from its next request on")
    .argument("<id>", "as keys list prints it")
    .action(end);
  return keys;
}

async function list({ json }: { json?: true }): Promise<void> {
  const rows = await allRows(await signedInClient(), "listServiceKeys", {});
  if (json === true) return print(JSON.stringify(rows, null, 2));
  const cells = rows.map((key) => [
    key.keyId,
    key.name,
    key.scopes.join(", "),
    key.teams === null ? "all" : key.teams.map((team) => team.name).join(", "),
    key.revokedAt === null ? key.expiresAt : `ended ${key.revokedAt}`,
    key.lastUsedOn ?? "never",
  ]);
  print(textTable(["id", "name", "may", "teams", "counts until", "used"], cells));
}

interface CreateOptions {
  scope: string[];
  team: string[];
  days: string;
  json?: true;
}

async function create(name: string, { scope, team, days, json }: CreateOptions): Promise<void> {
  const client = await signedInClient();
  const teamIds = team.length === 0 ? null : await teamIdsOf(client, team);
  const body = { name, scopes: scope.map(scopeOf), teamIds, days: Number(days) };
  const made = await client.call("createServiceKey", { body });
  if (json === true) return print(JSON.stringify(made, null, 2));
  print(`The key "${name}" counts until ${made.serviceKey.expiresAt}. It is not shown again:`);
  print(`  ${made.key}`);
}

function scopeOf(given: string): Scope {
  const scope = KeyScopeName.safeParse(given);
  if (scope.success) return scope.data;
  throw new CommandError(exitCodes.usage, `--scope ${given}: one of ${KeyScopeName.options.join(", ")}.`);
}

async function end(keyId: string): Promise<void> {
  const { name } = await (await signedInClient()).call("revokeServiceKey", { params: { keyId } });
  print(`The key "${name}" has ended.`);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
