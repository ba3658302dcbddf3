import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createClient, type Client } from "@liftledger/contracts/client";
import { CommandError, exitCodes } from "./exit-codes.ts";
import { reachServer } from "./reach-server.ts";

/** Where one is signed in, and by what: a service key, or the cookie of a session. */
export interface Login {
  server: string;
  headers: { Authorization: string } | { Cookie: string };
}

/** What the command calls itself, so that a session of it is known in the list of sessions. */
export const userAgent = "liftledger-cli";

/** The file in the user's own configuration folder; nobody else can read it. */
function loginFile(): string {
  const folder = process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(folder, "liftledger", "login.json");
}

/** Keeps a login, in a file of mode 0600 from its first moment on. Answers its path. */
export async function keepLogin(login: Login): Promise<string> {
  const file = loginFile();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rm(file, { force: true });
  await writeFile(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await chmod(file, 0o600);
  return file;
}

/** Forgets the login that is kept, if any. */
export async function forgetLogin(): Promise<void> {
  await rm(loginFile(), { force: true });
}

/** The login that is kept; undefined where there is none. */
export async function findLogin(): Promise<Login | undefined> {
  try {
    return JSON.parse(await readFile(loginFile(), "utf8")) as Login;
  } catch {
    return undefined;
  }
}

/** A client of the server one is signed in to. Throws `CommandError` where one is not. */
export async function signedInClient(organisationId = "default"): Promise<Client> {
  const login = await findLogin();
  if (login === undefined) {
    throw new CommandError(exitCodes.badConfiguration, "Sign in first: liftledger login --server <address>");
  }
  return clientOf(login, organisationId);
}

/** A client that sends what a login says. */
export function clientOf({ server, headers }: Login, organisationId = "default"): Client {
  return createClient({
    baseUrl: server,
    organisationId,
    headers: { ...headers, "User-Agent": userAgent },
    fetch: reachServer,
  });
}
