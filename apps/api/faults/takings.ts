import type { MemberRole } from "@liftledger/database/members";
import type { Context } from "@liftledger/use-cases/context";
import { createTeam } from "@liftledger/use-cases/teams/create-team";
import { v7 as uuid } from "uuid";
import { signedIn } from "../src/testing/sign-in.ts";
import type { ServerProcess } from "./running-server.ts";

interface Request {
  method: string;
  path: string;
  body?: object;
}

/** Something that somebody may, and what takes it away. */
interface Taking {
  role: MemberRole;
  /** Whether they are in a team, whose initiative they may then make. */
  inTeam?: true;
  asks: (team: string) => Request;
  /** By whom it is taken away, who else by an admin. */
  by?: "themselves";
  takes: (of: { personId: string; sessionId: string; keyId: string }) => Request;
  /** Whether it is asked by a service key. */
  byKey?: true;
  /** What they are answered from then on. */
  afterwards: 401 | 403;
}

const get = (path: string) => () => ({ method: "GET", path });
const change = (body: object) => (of: { personId: string }) => ({
  method: "PATCH",
  path: `/people/${of.personId}`,
  body: { version: 1, ...body },
});
const ofTeam = (team: string): Request => ({
  method: "POST",
  path: "/initiatives",
  body: {
    name: "Another",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2030-12-31" },
    owner: "Ada",
    team,
    useCasePattern: "predictive-lead-scoring",
    phase: "pilots",
    startedOn: "2026-04-06",
  },
});

export const takings: Record<string, Taking> = {
  "an admin becomes viewer": {
    role: "admin",
    asks: get("/people"),
    takes: change({ role: "viewer" }),
    afterwards: 403,
  },
  "finance becomes viewer": {
    role: "finance",
    asks: get("/audit-entries"),
    takes: change({ role: "viewer" }),
    afterwards: 403,
  },
  "a contributor leaves the team": {
    role: "contributor",
    inTeam: true,
    asks: ofTeam,
    takes: change({ teamIds: [] }),
    afterwards: 403,
  },
  "a person is removed": {
    role: "finance",
    asks: get("/portfolio"),
    takes: ({ personId }) => ({ method: "DELETE", path: `/people/${personId}` }),
    afterwards: 401,
  },
  "a person is erased": {
    role: "viewer",
    asks: get("/portfolio"),
    takes: ({ personId }) => ({ method: "POST", path: `/people/${personId}/erasure`, body: {} }),
    afterwards: 401,
  },
  "a session is ended from another": {
    role: "viewer",
    asks: get("/portfolio"),
    by: "themselves",
    takes: ({ sessionId }) => ({ method: "DELETE", path: `/sessions/${sessionId}` }),
    afterwards: 401,
  },
  "all other sessions are ended": {
    role: "viewer",
    asks: get("/portfolio"),
    by: "themselves",
    takes: () => ({ method: "DELETE", path: "/sessions" }),
    afterwards: 401,
  },
  "a service key is revoked": {
    role: "viewer",
    byKey: true,
    asks: get("/portfolio"),
    takes: ({ keyId }) => ({ method: "DELETE", path: `/service-keys/${keyId}` }),
    afterwards: 401,
  },
};

/** Takes something away through one server and asks the other; undefined where it was there before and not after. */
export async function tryTaking(
  ctx: Context,
  [first, second]: readonly [ServerProcess, ServerProcess],
  taking: Taking,
): Promise<string | undefined> {
  const at = (server: ServerProcess, headers: Record<string, string>) => sender(server, headers);
  const personId = uuid();
  const team = `Team ${personId}`;
  const teamIds = taking.inTeam === true ? [(await createTeam(ctx, { name: team })).teamId] : [];
  const member = { personId, role: taking.role, teamIds, signedInAt: new Date().toISOString() };
  const own = { Cookie: await signedIn(ctx.db, member) };
  const other = { Cookie: await signedIn(ctx.db, member) };
  const admin = await signedIn(ctx.db, { ...member, personId: uuid(), role: "admin", teamIds: [] });
  const asAdmin = at(first, { Cookie: admin });
  const { body: sessions } = await at(first, own)({ method: "GET", path: "/sessions" });
  const current = (sessions["rows"] as { sessionId: string; isThisOne: boolean }[]).find(
    (one) => one.isThisOne,
  );
  const wanted = { name: "taken", scopes: ["read"], teamIds: null, days: 1 };
  const { body: made } = await asAdmin({ method: "POST", path: "/service-keys", body: wanted });
  const { keyId } = made["serviceKey"] as { keyId: string };
  const asking = taking.byKey === true ? { Authorization: `Bearer ${String(made["key"])}` } : own;
  const ask = async (server: ServerProcess) => (await at(server, asking)(taking.asks(team))).status;

  const before = [await ask(first), await ask(second)];
  const take = taking.by === "themselves" ? at(first, other) : asAdmin;
  const taken = await take(taking.takes({ personId, sessionId: current?.sessionId ?? "", keyId }));
  const after = [await ask(second), await ask(first)];
  const isRight =
    before.every((status) => status < 300) &&
    taken.status < 300 &&
    after.every((status) => status === taking.afterwards);
  return isRight
    ? undefined
    : `before ${before.join(", ")}, taken ${taken.status}, after ${after.join(", ")}`;
}

function sender({ address }: ServerProcess, headers: Record<string, string>) {
  return async ({ method, path, body }: Request) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}
