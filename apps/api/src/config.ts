import { isCurrencyCode } from "@liftledger/finance/currency";
import { dataLocation, type DataLocation } from "@liftledger/use-cases/local/data-location";
import { z } from "zod";
import type { SingleSignOnSettings } from "./access/single-sign-on.ts";
import type { DeliverySettings } from "./couriers-of.ts";

/** What the environment says, with every rule kept. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data: DataLocation;
  /** The currency of the organisation that the first start makes. */
  readonly currency: string;
  /** By which people reach the server; null where only this machine's user does, under whatever local name. */
  readonly publicUrl: string | null;
  /** What sessions are signed with; null for one that the database keeps. */
  readonly secret: string | null;
  /** How many proxies of one's own stand before the server. */
  readonly proxies: number;
  readonly logLevel: string;
  /** The company's own sign-in server; null where people have passwords here only. */
  readonly singleSignOn: SingleSignOnSettings | null;
  readonly delivery: DeliverySettings;
}

/** The configuration is wrong; the message is one line that names the variable, what it holds, and the rule. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const loopback = ["127.0.0.1", "localhost", "::1"];
const ownNames = ["127.0.0.1", "localhost", "[::1]"];
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Whether what is sent to an address cannot be read on the way. */
function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.pathname !== "/" || url.search !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ownNames.includes(url.hostname));
}

/** The same of a server of others, whose address may have a path. */
function isSafeIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ownNames.includes(url.hostname));
}

/** Where mails are handed over, with what is needed to do so. */
function isMailServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "";
}

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "a whole number from 0 to 65535")
    .refine((text) => Number(text) <= 65_535, { message: "a whole number from 0 to 65535" })
    .default("8787"),
  HOST: z.string().default("127.0.0.1"),
  LIFTLEDGER_URL: z
    .string()
    .refine(isSafeAddress, {
      message:
        'an address such as "https://ledger.example": passwords travel over https, or stay on this machine',
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  LIFTLEDGER_SECRET: z.string().min(32, "a text of at least 32 random characters").optional(),
  LIFTLEDGER_PROXIES: z.string().regex(/^\d$/, "a whole number from 0 to 9").default("0"),
  LIFTLEDGER_DATA: z.string().min(1, "a folder").default("data"),
  LIFTLEDGER_OIDC_ISSUER: z
    .string()
    .refine(isSafeIssuer, {
      message: 'the https address of an OpenID Connect server, such as "https://id.example"',
    })
    .optional(),
  LIFTLEDGER_OIDC_CLIENT_ID: z.string().optional(),
  LIFTLEDGER_OIDC_CLIENT_SECRET: z.string().optional(),
  LIFTLEDGER_OIDC_NAME: z.string().max(40, "a name of at most 40 characters").default("single sign-on"),
  LIFTLEDGER_OIDC_EMAIL: z
    .enum(["verified", "trusted"], {
      error: '"verified", or "trusted" for a server that gives out its own addresses only',
    })
    .default("verified"),
  LIFTLEDGER_SMTP_URL: z
    .string()
    .refine(isMailServer, {
      message:
        'the address of a mail server, such as "smtps://name:password@mail.example:465" or "smtp://mail.example:587"',
    })
    .optional(),
  LIFTLEDGER_MAIL_FROM: z.email({ error: 'a mail address such as "liftledger@firm.example"' }).optional(),
  LIFTLEDGER_WEBHOOKS_TO_LOOPBACK: z.enum(["yes", "no"], { error: '"yes" or "no"' }).default("no"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address that begins with "postgres://"')
    .optional(),
  LIFTLEDGER_CURRENCY: z
    .string()
    .refine(isCurrencyCode, { message: 'an ISO 4217 code such as "EUR"' })
    .default("EUR"),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` }).default("warn"),
});

/**
 * Reads the configuration from environment variables; an empty one counts as not set. Throws `ConfigError`.
 *
 * @param root what a relative default data folder is relative to
 * @example
 * readConfig({ PORT: "9000" }, "/srv/liftledger").port // 9000
 */
export function readConfig(environment: Record<string, string | undefined>, root: string): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) throw new ConfigError(firstIssue(parsed.error, environment));
  const { PORT, HOST, DATABASE_URL, LIFTLEDGER_DATA, LIFTLEDGER_CURRENCY, LOG_LEVEL } = parsed.data;
  const { LIFTLEDGER_URL, LIFTLEDGER_SECRET, LIFTLEDGER_PROXIES } = parsed.data;
  if (!loopback.includes(HOST) && LIFTLEDGER_URL === undefined) {
    throw new ConfigError(
      `HOST is "${HOST}", which others can reach: set LIFTLEDGER_URL to the https address they use, or HOST to one of ${loopback.join(", ")}.`,
    );
  }
  const singleSignOn = singleSignOnOf(parsed.data);
  return {
    delivery: deliveryOf(parsed.data),
    singleSignOn,
    port: Number(PORT),
    host: HOST,
    data: dataLocation({ databaseUrl: DATABASE_URL, folder: LIFTLEDGER_DATA }, root),
    currency: LIFTLEDGER_CURRENCY,
    logLevel: LOG_LEVEL,
    publicUrl: LIFTLEDGER_URL ?? null,
    secret: LIFTLEDGER_SECRET ?? null,
    proxies: Number(LIFTLEDGER_PROXIES),
  };
}

function singleSignOnOf(settings: z.infer<typeof Environment>): SingleSignOnSettings | null {
  const { LIFTLEDGER_OIDC_ISSUER: issuer, LIFTLEDGER_OIDC_CLIENT_ID: clientId, LIFTLEDGER_URL } = settings;
  if (issuer === undefined && clientId === undefined) return null;
  const missing = Object.entries({
    LIFTLEDGER_OIDC_ISSUER: issuer,
    LIFTLEDGER_OIDC_CLIENT_ID: clientId,
    LIFTLEDGER_URL,
  }).find(([, value]) => value === undefined)?.[0];
  if (issuer === undefined || clientId === undefined || missing !== undefined) {
    throw new ConfigError(
      `${missing} is not set: single sign-on needs LIFTLEDGER_OIDC_ISSUER, LIFTLEDGER_OIDC_CLIENT_ID, and LIFTLEDGER_URL, to which the sign-in server sends people back.`,
    );
  }
  return {
    name: settings.LIFTLEDGER_OIDC_NAME,
    issuer,
    clientId,
    clientSecret: settings.LIFTLEDGER_OIDC_CLIENT_SECRET ?? null,
    trustsEmail: settings.LIFTLEDGER_OIDC_EMAIL === "trusted",
  };
}

function deliveryOf(settings: z.infer<typeof Environment>): DeliverySettings {
  const { LIFTLEDGER_SMTP_URL: smtpUrl, LIFTLEDGER_MAIL_FROM: from } = settings;
  const allowsLoopback = settings.LIFTLEDGER_WEBHOOKS_TO_LOOPBACK === "yes";
  if (smtpUrl === undefined && from === undefined) return { mail: null, allowsLoopback };
  if (smtpUrl !== undefined && from !== undefined) return { mail: { smtpUrl, from }, allowsLoopback };
  const missing = smtpUrl === undefined ? "LIFTLEDGER_SMTP_URL" : "LIFTLEDGER_MAIL_FROM";
  throw new ConfigError(
    `${missing} is not set: mail needs LIFTLEDGER_SMTP_URL, the server that takes it, and LIFTLEDGER_MAIL_FROM, the address it is from.`,
  );
}

const secrets = new Set([
  "LIFTLEDGER_SMTP_URL",
  "DATABASE_URL",
  "LIFTLEDGER_SECRET",
  "LIFTLEDGER_OIDC_CLIENT_SECRET",
]);

function firstIssue(error: z.ZodError, environment: Record<string, string | undefined>): string {
  const issue = error.issues[0];
  const name = String(issue?.path[0]);
  // What may hold a secret is not repeated.
  const seen = secrets.has(name) ? "" : ` is "${environment[name]}"`;
  return `${name}${seen}: it must be ${issue?.message}.`;
}
