import { describe, expect, it } from "vitest";
import { endpointPaths, type EndpointName } from "./endpoint-paths.ts";
import { endpoints, type EndpointSchema } from "./endpoints.ts";

const looks = "looks at what it is sent and writes nothing";
const secret = "answers a link, key or code that is shown once and kept nowhere: a kept answer would keep it";
const account =
  "is of an account or a session, not of an organisation, under whose keys answers are kept; what it does twice is what it does once, or is refused";
const gone = "leaves nothing to do: the second finds it ended already and changes nothing";

/** The writes that take no `Idempotency-Key`, each with the reason. Every other write takes one. */
const withoutKey: Partial<Record<EndpointName, string>> = {
  inspectFile: looks,
  previewImport: looks,
  readCaseSheet: looks,
  readAccessLink: looks,
  invitePerson: secret,
  makeAccessLink: secret,
  createServiceKey: secret,
  createWebhook: secret,
  startTwoFactor: secret,
  makeRecoveryCodes: secret,
  confirmTwoFactor: secret,
  setUp: account,
  acceptInvitation: account,
  resetPassword: account,
  signIn: account,
  verifySecondFactor: account,
  beginSingleSignOn: account,
  finishSingleSignOn: account,
  signOut: account,
  changePassword: account,
  stopTwoFactor: account,
  revokeSession: account,
  revokeOtherSessions: account,
  removeSecondFactor: account,
  revokeServiceKey: gone,
  erasePerson: "takes a name out of the ledger: a kept answer would keep what it took out",
  cancelImport: gone,
  createImport: "knows its file by the digest: the same rows a second time change nothing",
  runImport: "knows its file by the digest: the same rows a second time change nothing",
  createDemo: "makes the one demo there is; a second is refused",
  deleteDemo: gone,
  sendTestAlert: "is pressed again in order to send another",
  answerWorkSplit:
    "keeps sums only: a digest of the body beside its instant would tell what one person answered",
};

const writes = (Object.keys(endpointPaths) as EndpointName[]).filter(
  (name) => endpointPaths[name].method !== "GET",
);
const schemaOf = (name: EndpointName): EndpointSchema => endpoints[name];

describe("a write that is sent twice", () => {
  it("takes a key, but for those that have a reason not to", () => {
    const without = writes.filter((name) => schemaOf(name).idempotent !== true);
    expect(without.toSorted()).toEqual(Object.keys(withoutKey).toSorted());
  });

  it("takes a key wherever it carries the version it is based on: its repeat would be told that somebody was quicker", () => {
    const versioned = writes.filter((name) => {
      const { body } = schemaOf(name);
      return body !== undefined && "shape" in body && Object.hasOwn(body.shape as object, "version");
    });
    expect(versioned.length).toBeGreaterThan(20);
    expect(versioned.filter((name) => schemaOf(name).idempotent !== true)).toEqual([]);
  });

  it("is no question", () => {
    const questions = (Object.keys(endpointPaths) as EndpointName[]).filter((name) => !writes.includes(name));
    expect(questions.filter((name) => schemaOf(name).idempotent === true)).toEqual([]);
  });
});
