import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("has a default for everything, relative to the root", () => {
    expect(readConfig({}, "/srv/ll")).toEqual({
      port: 8787,
      host: "127.0.0.1",
      data: {
        database: { kind: "sqlite", file: "/srv/ll/data/liftledger.db" },
        folder: "/srv/ll/data",
      },
      currency: "EUR",
      logLevel: "warn",
      publicUrl: null,
      secret: null,
      proxies: 0,
      singleSignOn: null,
      delivery: { mail: null, allowsLoopback: false },
    });
  });

  it("takes a mail server with the address mails are from, and says which of the two is missing", () => {
    const mail = {
      LIFTLEDGER_SMTP_URL: "smtps://me:word@mail.example:465",
      LIFTLEDGER_MAIL_FROM: "l@firm.example",
    };
    expect(readConfig(mail, "/srv/ll").delivery.mail).toEqual({
      smtpUrl: mail.LIFTLEDGER_SMTP_URL,
      from: mail.LIFTLEDGER_MAIL_FROM,
    });
    for (const [name, value] of Object.entries(mail)) {
      const missing = Object.keys(mail).find((other) => other !== name);
      expect(() => readConfig({ [name]: value }, "/srv/ll")).toThrow(`${missing} is not set`);
    }
  });

  it("takes the company's own sign-in server, with a secret or without", () => {
    const environment = {
      LIFTLEDGER_URL: "https://ledger.example",
      LIFTLEDGER_OIDC_ISSUER: "https://id.example/realms/company",
      LIFTLEDGER_OIDC_CLIENT_ID: "liftledger",
    };
    const singleSignOn = {
      name: "single sign-on",
      issuer: "https://id.example/realms/company",
      clientId: "liftledger",
      clientSecret: null,
      trustsEmail: false,
    };
    expect(readConfig(environment, "/srv").singleSignOn).toEqual(singleSignOn);
    const more = {
      LIFTLEDGER_OIDC_NAME: "Okta",
      LIFTLEDGER_OIDC_CLIENT_SECRET: "s",
      LIFTLEDGER_OIDC_EMAIL: "trusted",
    };
    const named = { ...singleSignOn, name: "Okta", clientSecret: "s", trustsEmail: true };
    expect(readConfig({ ...environment, ...more }, "/srv").singleSignOn).toEqual(named);
  });

  it("takes PostgreSQL by its address, and another folder", () => {
    const url = "postgres://u:p@db/ll";
    expect(readConfig({ DATABASE_URL: url }, "/srv")).toMatchObject({
      data: { database: { kind: "postgres", url }, folder: null },
    });
    expect(readConfig({ LIFTLEDGER_DATA: "/var/ll", PORT: "" }, "/srv")).toMatchObject({
      port: 8787,
      data: { folder: "/var/ll" },
    });
  });

  it("listens for others where it is told the https address by which they reach it", () => {
    const environment = {
      HOST: "0.0.0.0",
      LIFTLEDGER_URL: "https://ledger.example/",
      LIFTLEDGER_PROXIES: "1",
    };
    expect(readConfig(environment, "/srv")).toMatchObject({
      host: "0.0.0.0",
      publicUrl: "https://ledger.example",
      proxies: 1,
    });
    expect(readConfig({ LIFTLEDGER_URL: "http://localhost:9000" }, "/srv").publicUrl).toBe(
      "http://localhost:9000",
    );
  });

  it.each([
    [{ PORT: "http" }, /^PORT is "http": it must be a whole number from 0 to 65535\.$/],
    [{ PORT: "70000" }, /^PORT is "70000"/],
    [{ HOST: "0.0.0.0" }, /^HOST is "0\.0\.0\.0", which others can reach: set LIFTLEDGER_URL/],
    [{ LIFTLEDGER_URL: "http://ledger.example" }, /^LIFTLEDGER_URL is .*passwords travel over https/],
    [{ LIFTLEDGER_URL: "https://ledger.example/path" }, /^LIFTLEDGER_URL is/],
    [{ LIFTLEDGER_SECRET: "short" }, /^LIFTLEDGER_SECRET: (?!.*short)/],
    [{ LIFTLEDGER_PROXIES: "many" }, /^LIFTLEDGER_PROXIES is "many"/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is "loud": it must be one of fatal/],
    [{ LIFTLEDGER_CURRENCY: "EURO" }, /^LIFTLEDGER_CURRENCY is "EURO"/],
    [{ LIFTLEDGER_OIDC_ISSUER: "http://id.example" }, /^LIFTLEDGER_OIDC_ISSUER is "http:\/\/id/],
    [{ LIFTLEDGER_SMTP_URL: "https://me:geheim@mail.example" }, /^LIFTLEDGER_SMTP_URL: (?!.*geheim)/],
    [{ LIFTLEDGER_MAIL_FROM: "nobody" }, /^LIFTLEDGER_MAIL_FROM is "nobody"/],
    [{ LIFTLEDGER_WEBHOOKS_TO_LOOPBACK: "1" }, /^LIFTLEDGER_WEBHOOKS_TO_LOOPBACK is "1"/],
    [{ LIFTLEDGER_OIDC_EMAIL: "yes" }, /^LIFTLEDGER_OIDC_EMAIL is "yes"/],
    [{ LIFTLEDGER_OIDC_CLIENT_ID: "x" }, /^LIFTLEDGER_OIDC_ISSUER is not set: single sign-on needs/],
    [
      { LIFTLEDGER_OIDC_ISSUER: "https://id.example", LIFTLEDGER_OIDC_CLIENT_ID: "x" },
      /^LIFTLEDGER_URL is not set/,
    ],
    [{ DATABASE_URL: "mysql://u:secret@db" }, /^DATABASE_URL: (?!.*secret)/],
  ])("says in one line what is wrong with %j", (environment, message) => {
    expect(() => readConfig(environment, "/srv")).toThrow(message);
  });
});
