import type { accessPaths } from "@liftledger/contracts/access-paths";
import { otherPassword, soundPassword, type AccessLedger } from "./access-ledger.ts";

/** A request that would be taken as it is: who sends it, where to, and with what. */
export interface AccessCall {
  cookie: string;
  params?: Readonly<Record<string, string>>;
  body?: object;
}

/** The endpoints of access that change something, or take a body. */
export type FuzzedName = Exclude<
  keyof typeof accessPaths,
  "getSession" | "beginSingleSignOn" | "listSessions" | "listPeople" | "listTeams" | "listServiceKeys"
>;

const password = soundPassword;

/** For each of them a call on people and links that were made for it. */
export const accessCalls: Record<FuzzedName, (ledger: AccessLedger) => Promise<AccessCall>> = {
  signIn: async (ledger) => ({ cookie: "", body: { email: (await ledger.person()).email, password } }),
  async verifySecondFactor(ledger) {
    const person = await ledger.personWithApp(true);
    const body = { kind: "recovery", code: person.recoveryCode };
    return { cookie: await ledger.firstStepOf(person), body };
  },
  finishSingleSignOn: async () => ({ cookie: "", body: { search: "?code=abc&state=def" } }),
  signOut: async (ledger) => ({ cookie: (await ledger.person()).cookie }),
  readAccessLink: async (ledger) => ({ cookie: "", body: { token: (await ledger.invited()).token } }),
  async setUp(ledger) {
    const token = await ledger.linkOf("set-up", null);
    return { cookie: "", body: { token, name: "Eve Okoro", email: "eve@okoro.example", password } };
  },
  async acceptInvitation(ledger) {
    const { token } = await ledger.invited();
    return { cookie: "", body: { token, name: "Eve Okoro", password } };
  },
  async resetPassword(ledger) {
    const { personId } = await ledger.person();
    const token = await ledger.linkOf("password-reset", personId);
    return { cookie: "", body: { token, password: otherPassword } };
  },
  async revokeSession(ledger) {
    const { cookie } = await ledger.person();
    return { cookie, params: { sessionId: `session-${/token=([^.]{20})/.exec(cookie)?.[1]}` } };
  },
  revokeOtherSessions: async (ledger) => ({ cookie: (await ledger.person()).cookie }),
  setReading: async (ledger) => ({
    cookie: (await ledger.person()).cookie,
    body: { language: "de", locale: "de-CH" },
  }),
  changePassword: async (ledger) => ({
    cookie: (await ledger.person()).cookie,
    body: { current: password, next: otherPassword },
  }),
  startTwoFactor: async (ledger) => ({ cookie: (await ledger.person()).cookie, body: { password } }),
  async confirmTwoFactor(ledger) {
    const { cookie, code } = await ledger.personWithApp(false);
    return { cookie, body: { code } };
  },
  async stopTwoFactor(ledger) {
    const { cookie } = await ledger.personWithApp(true);
    return { cookie, body: { password } };
  },
  async makeRecoveryCodes(ledger) {
    const { cookie } = await ledger.personWithApp(true);
    return { cookie, body: { password } };
  },
  invitePerson: async (ledger) => ({
    cookie: ledger.adminCookie,
    body: {
      name: "Eve Okoro",
      email: "eve@okoro.example",
      role: "contributor",
      teamIds: [await ledger.teamId()],
    },
  }),
  changePerson: async (ledger) => ({
    cookie: ledger.adminCookie,
    params: { personId: (await ledger.person()).personId },
    body: { version: 1, name: "Eve Okoro", role: "viewer", teamIds: [await ledger.teamId()] },
  }),
  removePerson: aboutSomebody,
  erasePerson: aboutSomebody,
  makeAccessLink: aboutSomebody,
  async removeSecondFactor(ledger) {
    const { personId } = await ledger.personWithApp(true);
    return { cookie: ledger.adminCookie, params: { personId } };
  },
  createTeam: async (ledger) => ({ cookie: ledger.adminCookie, body: { name: "Growth" } }),
  renameTeam: async (ledger) => ({
    cookie: ledger.adminCookie,
    params: { teamId: await ledger.teamId() },
    body: { version: 1, name: "Growth" },
  }),
  createServiceKey: async (ledger) => ({
    cookie: ledger.adminCookie,
    body: { name: "Nightly", scopes: ["read", "log"], teamIds: [await ledger.teamId()], days: 90 },
  }),
  revokeServiceKey: async (ledger) => ({
    cookie: ledger.adminCookie,
    params: { keyId: await ledger.keyId() },
  }),
};

async function aboutSomebody(ledger: AccessLedger): Promise<AccessCall> {
  return { cookie: ledger.adminCookie, params: { personId: (await ledger.person()).personId } };
}
