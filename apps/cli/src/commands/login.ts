import { ApiProblem, createClient } from "@liftledger/contracts/client";
import { Command } from "commander";
import { openAsking, type Asking } from "../ask.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { clientOf, findLogin, forgetLogin, keepLogin, userAgent, type Login } from "../login-file.ts";
import { reachServer } from "../reach-server.ts";

/** `liftledger login`: keeps a session or a service key for the commands that ask a server. */
export function loginCommand(): Command {
  return new Command("login")
    .description(
      "sign in to a server; the session is kept in your configuration folder, readable by you alone",
    )
    .requiredOption("--server <address>", 'the server, such as "https://ledger.example"')
    .option("--key", "take a service key from the standard input instead of e-mail and password")
    .action(login);
}

/** `liftledger logout`: ends the session that is kept, and forgets it. */
export function logoutCommand(): Command {
  return new Command("logout").description("end the session that login keeps").action(logout);
}

async function login({ server: given, key }: { server: string; key?: true }): Promise<void> {
  const server = addressOf(given);
  const asking = openAsking();
  try {
    const made = key === true ? await byKey(server, asking) : await byPassword(server, asking);
    const session = await clientOf(made).call("getSession", {});
    if (session.kind === "nobody" || session.kind === "guest") {
      throw new CommandError(exitCodes.failed, "The server did not take it.");
    }
    const file = await keepLogin(made);
    const what = session.kind === "signed-in" ? `${session.name}, ${session.role}` : session.name;
    process.stdout.write(`Signed in to ${server} as ${what}. Kept in ${file}.\n`);
  } finally {
    asking.end();
  }
}

async function byKey(server: string, asking: Asking): Promise<Login> {
  const key = (await asking.askHidden("Service key: ")).trim();
  if (key === "") throw new CommandError(exitCodes.usage, "No service key came by the standard input.");
  return { server, headers: { Authorization: `Bearer ${key}` } };
}

async function byPassword(server: string, asking: Asking): Promise<Login> {
  const email = await asking.ask("E-mail: ");
  const password = await asking.askHidden("Password: ");
  const jar = new Map<string, string>();
  const client = createClient({ baseUrl: server, organisationId: "default", fetch: fetchWith(jar) });
  const { next } = await client.call("signIn", { body: { email, password } });
  if (next === "second-factor") {
    const code = await asking.ask("Code of your authenticator app: ");
    await client.call("verifySecondFactor", { body: { kind: "authenticator", code } });
  }
  return { server, headers: { Cookie: cookieText(jar) } };
}

/** A `fetch` that keeps the cookies it is sent, as a browser does. */
function fetchWith(jar: Map<string, string>) {
  return async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set("User-Agent", userAgent);
    if (jar.size > 0) headers.set("Cookie", cookieText(jar));
    const response = await reachServer(url, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}

function cookieText(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function addressOf(given: string): string {
  const url = URL.parse(given);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url?.hostname ?? "");
  if (url !== null && (url.protocol === "https:" || (url.protocol === "http:" && isLocal))) return url.origin;
  throw new CommandError(
    exitCodes.usage,
    `--server ${given}: an https address, or http on this machine; a password does not travel in the open.`,
  );
}

async function logout(): Promise<void> {
  const login = await findLogin();
  if (login === undefined) {
    process.stdout.write("Nobody is signed in.\n");
    return;
  }
  await endSession(login);
  await forgetLogin();
  process.stdout.write(`Signed out of ${login.server}.\n`);
}

/** A key goes on; a session that ended already is no matter. */
async function endSession(login: Login): Promise<void> {
  if (!("Cookie" in login.headers)) return;
  try {
    await clientOf(login).call("signOut", {});
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
  }
}
