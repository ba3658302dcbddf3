import { accessPaths } from "@liftledger/contracts/access-paths";
import type { Database } from "@liftledger/database/open-database";
import { accessStateOf, faultOfAccessState } from "./access-state.ts";
import { accessCalls, type AccessCall, type FuzzedName } from "./access-calls.ts";
import { AccessLedger } from "./access-ledger.ts";
import { changedBody } from "./changed-body.ts";
import { changedHeaders } from "./changed-headers.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { faultOfAnswer } from "./judge-answer.ts";
import { oddTexts } from "./odd-texts.ts";

/** What became of requests about accounts. */
export interface PlayedAccess {
  asked: number;
  statuses: Record<string, number>;
  /** Each with the seed by which it comes again. */
  faults: string[];
}

const names = Object.keys(accessCalls) as FuzzedName[];

/**
 * Sends requests about accounts with something in each otherwise than it should be, and finds what is not answered as
 * it must be: no failure of our own, a problem that says where, nothing written by what is refused, and nothing
 * written that the audit chain is not told of.
 */
export async function playAccess(db: Database, seeds: Iterable<number>): Promise<PlayedAccess> {
  const ledger = new AccessLedger(db);
  await ledger.begin();
  const played: PlayedAccess = { asked: 0, statuses: {}, faults: [] };
  for (const seed of seeds) {
    const name = names[seed % names.length] as FuzzedName;
    const call = await accessCalls[name](ledger);
    const { path, request } = requestOf(ledger, name, call, chanceOf(seed));
    const tell = (what: string) =>
      played.faults.push(`seed ${seed}, ${name} ${path} ${told(request)}: ${what.slice(0, 500)}`);
    const before = await accessStateOf(db);
    try {
      const response = await ledger.app.request(path, request);
      const text = await response.text();
      played.asked += 1;
      played.statuses[response.status] = (played.statuses[response.status] ?? 0) + 1;
      const fault =
        faultOfAnswer(response, text) ?? faultOfAccessState(response.status, before, await accessStateOf(db));
      if (fault !== undefined) tell(fault);
    } catch (error) {
      tell(String(error));
    }
    for (const failure of ledger.failures.splice(0)) tell(String(failure));
    // A code that was wrong too often, an address that was tried too often: neither is what is asked here.
    await db.write.deleteFrom("auth_rate_limits").execute();
  }
  return played;
}

function requestOf(
  ledger: AccessLedger,
  name: FuzzedName,
  { cookie, params = {}, body }: AccessCall,
  chance: Chance,
): { path: string; request: RequestInit & { body?: Uint8Array<ArrayBuffer> } } {
  const { method, path: template } = accessPaths[name];
  const oddParameter = body === undefined ? !chance.onceIn(3) : chance.onceIn(10);
  const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
    oddParameter ? encoded(chance.oneOf(oddTexts).slice(0, 4000)) : (params[parameter] ?? ""),
  );
  const headers = changedHeaders(
    {
      Cookie: cookie,
      "X-Forwarded-For": ledger.address(),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    chance,
  );
  const sent = body === undefined ? (chance.onceIn(4) ? "{}" : undefined) : changedBody(body, chance);
  return {
    path,
    request: { method, headers, ...(sent === undefined ? {} : { body: new Uint8Array(Buffer.from(sent)) }) },
  };
}

/** The headers and the body of a request, shortened. */
function told({ headers, body }: RequestInit & { body?: Uint8Array }): string {
  const [head, text] = [JSON.stringify(headers), Buffer.from(body ?? []).toString()];
  return `${head.slice(0, 300)} ${text.slice(0, 300)} (${text.length})`;
}

/** As part of an address; what no address can hold is left as it is in another spelling. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || "%20";
}
