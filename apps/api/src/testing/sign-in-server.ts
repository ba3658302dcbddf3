import { Events, OAuth2Server, type MutableResponse } from "oauth2-mock-server";
import { createSingleSignOn, type SingleSignOnSettings } from "../access/single-sign-on.ts";

/** What the other server says of who signed in there. */
export type Claims = Record<string, unknown>;

export type SignInServer = Awaited<ReturnType<typeof startSignInServer>>;

/** A company's sign-in server that lets everybody in as whom it is told to. */
export async function startSignInServer() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.issuer.url = issuer;
  let claims: Claims = {};
  let answersWith: (response: MutableResponse) => void = () => {};
  server.service.on(Events.BeforeTokenSigning, (token) => Object.assign(token.payload, claims));
  server.service.on(Events.BeforeResponse, (response) => answersWith(response));
  const settings: SingleSignOnSettings = {
    name: "Okta",
    issuer,
    clientId: "liftledger",
    clientSecret: "a secret of the two servers",
    trustsEmail: false,
  };
  return {
    settings,
    /** What signs in there, for a server that people reach by an address. */
    signOn: (publicUrl: string, changes: Partial<SingleSignOnSettings> = {}) =>
      createSingleSignOn({ ...settings, ...changes }, publicUrl),
    /** Signs in there as somebody, as a browser would: the query with which one is sent back. */
    async visit(address: string, as: Claims): Promise<string> {
      claims = as;
      const response = await fetch(address, { redirect: "manual" });
      return new URL(response.headers.get("Location") ?? "").search;
    },
    /** What it makes of the answer with the tokens before it is sent, from now on. */
    answers(change: (response: MutableResponse) => void): void {
      answersWith = change;
    },
    stop: () => server.stop(),
  };
}
