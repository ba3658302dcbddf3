import { endpointPaths, type EndpointName, type EndpointPath } from "@liftledger/contracts/endpoint-paths";
import { bodyOf, isUpload } from "./matrix-bodies.ts";
import type { Headers, MatrixLedger, PrincipalName, Things } from "./matrix-ledger.ts";
import { asksInTheBody, expected, targetsOf, type Target } from "./matrix-table.ts";

function thingsOf({ own, other }: MatrixLedger, target: Target): Things {
  if (target !== "missing") return target === "own" ? own : other;
  const missing = "00000000-0000-7000-8000-000000000000";
  return Object.fromEntries(Object.keys(own).map((name) => [name, missing])) as Things;
}

/** Sends a request to the application, wherever it runs. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** The kind of refusal; "may" where it was not about who asks or what is there. */
async function asked(ask: Ask, name: EndpointName, carried: Headers, things: Things): Promise<string> {
  const { method, path }: EndpointPath = endpointPaths[name];
  const url = path
    .replace("{kpiKey}", "conversion-rate")
    .replace("{jobName}", "clear-idempotency-keys")
    .replace("{period}", "2026-W10")
    .replace("{number}", "1")
    .replace("/months/{month}", "/months/2026-05")
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => things[key as keyof Things]);
  const response = await ask(url, {
    method,
    headers: headersOf(name, carried),
    ...bodyOf(name, things),
  });
  if (response.ok) {
    if (!isToldInEvents(name)) {
      await response.body?.cancel();
      return "may";
    }
    // The answer had begun before it was known.
    const [, problem] = (await response.text()).split("event: problem\ndata: ");
    return problem === undefined ? "may" : decisionOf(name, JSON.parse(problem));
  }
  return decisionOf(name, (await response.json()) as { type: string });
}

function isToldInEvents(name: EndpointName): boolean {
  const { answers }: EndpointPath = endpointPaths[name];
  return answers === "events";
}

function decisionOf(name: EndpointName, { type }: { type: string }): string {
  const kind = type.split("/").at(-1) ?? "";
  const decides = ["sign-in-needed", "sign-in-again", "forbidden", "not-found", "internal", "unavailable"];
  return decides.includes(kind) || asksInTheBody.includes(name) ? kind : "may";
}

function headersOf(name: EndpointName, carried: Headers): Headers {
  return isUpload(name) || endpointPaths[name].method === "GET"
    ? carried
    : { ...carried, "Content-Type": "application/json" };
}

/** Those that take away what others are asked about come last, and signing out has the last word. */
const lastOnes: EndpointName[] = [
  "removeWebhook",
  "retractCostLine",
  "retractHoldOut",
  "retractAnnotation",
  "freezeBaseline",
  "deleteDemo",
  "removePerson",
  "erasePerson",
];
const names = (Object.keys(endpointPaths) as EndpointName[])
  .filter((name) => name !== "signOut" && name !== "revokeOtherSessions")
  .toSorted((one, two) => lastOnes.indexOf(one) - lastOnes.indexOf(two));

/** How often it was asked, and which answers are not what the table says. */
export interface MatrixFound {
  asked: number;
  wrong: string[];
}

/**
 * Asks every endpoint as a principal, for what is theirs, another organisation's and what is missing. `before` is done
 * before each, where something must be under way.
 */
export async function tryPrincipal(
  ask: Ask,
  ledger: MatrixLedger,
  principal: PrincipalName,
  before: (name: EndpointName, target: Target) => Promise<void> = async () => {},
): Promise<MatrixFound> {
  const found: MatrixFound = { asked: 0, wrong: [] };
  await ledger.renew();
  for (const name of names) {
    for (const target of targetsOf(name)) {
      await before(name, target);
      const is = await asked(ask, name, ledger.headers[principal], thingsOf(ledger, target));
      const should = expected(name, principal, target);
      found.asked += 1;
      if (is !== should) found.wrong.push(`${principal}, ${name}, ${target}: is ${is}, should be ${should}`);
    }
  }
  return found;
}

/** Asks every endpoint as an admin who names another organisation, and one that is not there: all is "not-found". */
export async function tryOtherOrganisations(
  ask: Ask,
  { headers, other }: MatrixLedger,
): Promise<MatrixFound> {
  const found: MatrixFound = { asked: 0, wrong: [] };
  // The demo is the server's own: whoever administrates the company may make and delete it from anywhere.
  const isOfTheServer = (name: EndpointName) => ["createDemo", "deleteDemo"].includes(name);
  const ofMembers = names.filter((name) => endpointPaths[name].role !== "anyone" && !isOfTheServer(name));
  for (const organisation of ["other", "nowhere"]) {
    const asking = { ...headers.admin, "Liftledger-Organisation": organisation };
    for (const name of ofMembers) {
      const is = await asked(ask, name, asking, other);
      found.asked += 1;
      if (is !== "not-found") found.wrong.push(`admin in ${organisation}, ${name}: is ${is}`);
    }
  }
  return found;
}
