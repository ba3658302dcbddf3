import type { accessPaths } from "./access-paths.ts";
import type { EndpointExample } from "./examples.ts";

/** What the examples of access are about; a reader puts their own in place. */
export const accessExampleIds = {
  token: "0198f2a0-7c00-7000-8000-000000000011.a-secret-of-43-characters-as-the-server-made-it",
  personId: "0198f2a0-7c00-7000-8000-000000000012",
  teamId: "0198f2a0-7c00-7000-8000-000000000013",
  keyId: "0198f2a0-7c00-7000-8000-000000000014",
  sessionId: "0198f2a0-7c00-7000-8000-000000000015",
  code: "123456",
  search: "?code=what-the-other-server-gave&state=what-this-one-sent",
} as const;

const { token, personId, teamId, keyId, sessionId, code } = accessExampleIds;
const password = "copper lantern meadow";
const ofPerson = { params: { personId } };

/** An example of a request to each endpoint of access; a part of `examples.ts`. */
export const accessExamples: Readonly<Record<keyof typeof accessPaths, EndpointExample>> = {
  getSession: {},
  signIn: { body: { email: "ada@vance.example", password } },
  verifySecondFactor: { body: { kind: "authenticator", code } },
  beginSingleSignOn: {},
  finishSingleSignOn: { body: { search: accessExampleIds.search } },
  signOut: {},
  readAccessLink: { body: { token } },
  setUp: { body: { token, name: "Ada Vance", email: "ada@vance.example", password } },
  acceptInvitation: { body: { token, name: "Ben Okoro", password } },
  resetPassword: { body: { token, password } },
  listSessions: {},
  revokeSession: { params: { sessionId } },
  revokeOtherSessions: {},
  setReading: { body: { language: "de", locale: "de-CH" } },
  changePassword: { body: { current: password, next: "granite violin orchard" } },
  startTwoFactor: { body: { password } },
  confirmTwoFactor: { body: { code } },
  stopTwoFactor: { body: { password } },
  makeRecoveryCodes: { body: { password } },
  listPeople: {},
  invitePerson: {
    body: { name: "Ben Okoro", email: "ben@okoro.example", role: "contributor", teamIds: [teamId] },
  },
  changePerson: { ...ofPerson, body: { version: 1, role: "finance" } },
  removePerson: ofPerson,
  erasePerson: ofPerson,
  makeAccessLink: ofPerson,
  removeSecondFactor: ofPerson,
  listTeams: {},
  createTeam: { body: { name: "Brand" } },
  renameTeam: { params: { teamId }, body: { version: 1, name: "Growth and brand" } },
  listServiceKeys: {},
  createServiceKey: { body: { name: "Nightly export", scopes: ["log"], teamIds: [teamId], days: 90 } },
  revokeServiceKey: { params: { keyId } },
};
