import type { Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { expect } from "vitest";
import { lacking, type Play } from "./play.ts";

const newKey = { name: "nightly", scopes: ["log" as const], days: 30 };

const invite = (client: Client) =>
  client.call("invitePerson", { body: { name: "Vic", email: "vic@example.test", role: "viewer" } });

/** One play for each changing endpoint of people, teams, keys and jobs. */
export const peoplePlays = {
  async revokeSession(client) {
    const { rows } = await client.call("listSessions", { query: {} });
    const spare = rows.find((session) => !session.isThisOne)?.sessionId ?? "";
    await client.call("revokeSession", { params: { sessionId: spare } });
    return { noun: "session", objectId: spare, before: { sessionId: spare }, after: null };
  },
  async setReading(client) {
    const body = { language: "de", locale: "de-CH" };
    await client.call("setReading", { body });
    const before = { language: null, locale: null };
    return { noun: "member", objectId: "local-administrator", before, after: body };
  },
  async revokeOtherSessions(client) {
    await client.call("revokeOtherSessions", {});
    return { noun: "account", objectId: "local-administrator", after: { sessionsEnded: 1 } };
  },
  async invitePerson(client) {
    const { person } = await invite(client);
    const after = { personId: person.personId, role: "viewer", teamIds: [] };
    return { noun: "member", objectId: person.personId, before: null, after };
  },
  async changePerson(client) {
    const { personId, version } = (await invite(client)).person;
    const body = { version, role: "finance" } as const;
    await client.call("changePerson", { params: { personId }, body });
    const holding = (role: string) => expect.objectContaining({ role });
    return { noun: "member", objectId: personId, before: holding("viewer"), after: holding("finance") };
  },
  async removePerson(client) {
    const { personId } = (await invite(client)).person;
    await client.call("removePerson", { params: { personId } });
    const holding = (removedAt: unknown) => expect.objectContaining({ removedAt });
    const after = holding(expect.any(String));
    return { noun: "member", objectId: personId, before: holding(null), after };
  },
  async erasePerson(client) {
    const { personId } = (await invite(client)).person;
    await client.call("erasePerson", { params: { personId } });
    return { noun: "person", objectId: personId, before: { personId }, after: { personId } };
  },
  async makeAccessLink(client) {
    const { personId } = (await invite(client)).person;
    const { expiresAt } = await client.call("makeAccessLink", { params: { personId } });
    return {
      noun: "access-link",
      objectId: personId,
      before: null,
      after: { kind: "invitation", expiresAt },
    };
  },
  async removeSecondFactor(client) {
    const { personId } = (await invite(client)).person;
    await client.call("removeSecondFactor", { params: { personId } });
    return { noun: "account", objectId: personId, after: { twoFactor: false, sessionsEnded: 0 } };
  },
  async runJob(client) {
    await client.call("runJob", { params: { jobName: "evaluate-portfolio" } });
    const due = { jobName: "evaluate-portfolio", nextDueAt: expect.any(String), attempts: 0 };
    return { noun: "job", objectId: "evaluate-portfolio", before: due, after: due };
  },
  async createTeam(client) {
    const team = await client.call("createTeam", { body: { name: "Growth" } });
    return { noun: "team", objectId: team.teamId, before: null, after: team };
  },
  async renameTeam(client) {
    const team = await client.call("createTeam", { body: { name: "Growth" } });
    const { teamId } = team;
    const after = await client.call("renameTeam", {
      params: { teamId },
      body: { version: 1, name: "Brand" },
    });
    return { noun: "team", objectId: teamId, before: team, after };
  },
  async createServiceKey(client) {
    const { serviceKey, key } = await client.call("createServiceKey", { body: newKey });
    if (!key.startsWith("llkey_")) throw new Error(`a key should be told, not ${key}`);
    // Neither the key nor its digest.
    const after = lacking("digest");
    return { noun: "service-key", objectId: serviceKey.keyId, before: null, after };
  },
  async revokeServiceKey(client) {
    const { keyId } = (await client.call("createServiceKey", { body: newKey })).serviceKey;
    await client.call("revokeServiceKey", { params: { keyId } });
    const after = { revokedAt: expect.any(String) };
    return { noun: "service-key", objectId: keyId, before: { revokedAt: null }, after };
  },
} satisfies Partial<Record<EndpointName, Play>>;
