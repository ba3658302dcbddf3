import { MemberRole, type MemberRole as Role } from "@liftledger/contracts/access";
import { allRows, type Client } from "@liftledger/contracts/client";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { signedInClient } from "../login-file.ts";
import { textTable } from "../text-table.ts";

/** `liftledger people list|invite`: who may sign in, on the server one is signed in to. */
export function peopleCommand(): Command {
  const people = new Command("people").description(
    "list or invite people, on the server you are signed in to",
  );
  people
    .command("list")
    .description("everybody, with role, teams and state")
    .option("--json", "print the result as JSON")
    .action(list);
  people
    .command("invite")
    .description("invite a person; prints the link to hand over, once")
    .argument("<e-mail>", "with which they will sign in")
    .requiredOption("--name <name>", "how they are called")
    .requiredOption("--role <role>", MemberRole.options.join(", "))
    .option("--team <name>", "a team they are in; may be repeated", collect, [])
    .option("--json", "print the result as JSON")
    .action(invite);
  return people;
}

async function list({ json }: { json?: true }): Promise<void> {
  const rows = await allRows(await signedInClient(), "listPeople", {});
  if (json === true) return print(JSON.stringify(rows, null, 2));
  const head = ["name", "e-mail", "role", "teams", "account", "second step"];
  const cells = rows.map((person) => [
    person.name,
    person.email ?? "",
    person.role ?? "",
    person.teams.map((team) => team.name).join(", "),
    person.state,
    person.twoFactor ? "app" : "",
  ]);
  print(textTable(head, cells));
}

interface InviteOptions {
  name: string;
  role: string;
  team: string[];
  json?: true;
}

async function invite(email: string, { name, role, team, json }: InviteOptions): Promise<void> {
  const client = await signedInClient();
  const body = { name, email, role: roleOf(role), teamIds: await teamIdsOf(client, team) };
  const { person, invitation } = await client.call("invitePerson", { body });
  if (json === true) return print(JSON.stringify({ person, invitation }, null, 2));
  print(`${person.name} is invited. Hand over this link; it counts once, until ${invitation.expiresAt}:`);
  print(`  ${invitation.link}`);
}

function roleOf(given: string): Role {
  const role = MemberRole.safeParse(given);
  if (role.success) return role.data;
  throw new CommandError(exitCodes.usage, `--role ${given}: one of ${MemberRole.options.join(", ")}.`);
}

/** The ids of teams by their names; throws `CommandError` for a name there is not. */
export async function teamIdsOf(client: Client, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await allRows(client, "listTeams", {});
  return names.map((name) => {
    const found = rows.find((team) => team.name === name);
    if (found !== undefined) return found.teamId;
    const known = rows.map((team) => team.name).join(", ") || "none";
    throw new CommandError(exitCodes.usage, `There is no team "${name}". There are: ${known}.`);
  });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
