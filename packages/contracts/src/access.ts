import { z } from "zod";
import { Id } from "./ids.ts";
import { Reading } from "./reading.ts";
import { Retired } from "./retirement.ts";
import { Instant, VersionNumber } from "./values.ts";

/** The role of a person in an organisation, each allowed all that the ones before it may do. */
export const MemberRole = z.enum(["viewer", "contributor", "finance", "admin"]);
export type MemberRole = z.infer<typeof MemberRole>;

const Name = z.string().trim().min(1).max(120);
/** As long as addresses may be; its case does not count. */
const EmailAddress = z.email("an e-mail address").max(254);
/** Not trimmed, and long enough for any phrase; which passwords are too weak is said when one is chosen. */
const Password = z.string().min(1).max(128);
const LinkToken = z.string().min(20).max(200);

export const Team = z.object({ teamId: Id, name: z.string(), version: z.number().int() });
export type Team = z.infer<typeof Team>;
/** A team as the list of teams tells of it. */
export const ListedTeam = Team.extend({ retired: Retired });
export type ListedTeam = z.infer<typeof ListedTeam>;
export const NewTeam = z.strictObject({ name: Name });
export const RenamedTeam = NewTeam.extend({ version: VersionNumber });

/** Who asks: a person who signed in, a service key, a guest who may look at the demo, or nobody known. */
export const SessionState = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("signed-in"),
    personId: Id,
    name: z.string(),
    email: z.string(),
    role: MemberRole,
    teams: z.array(Team),
    twoFactor: z.boolean(),
    reading: Reading,
    /** When this session began; some changes want one that began lately. */
    signedInAt: Instant,
    /** What the company's own sign-in server is called, where one signs in again; null where none is configured. */
    singleSignOn: z.string().nullable(),
  }),
  z.object({ kind: z.literal("service-key"), name: z.string() }),
  z.object({ kind: z.literal("guest") }),
  z.object({
    kind: z.literal("nobody"),
    isSetUp: z.boolean(),
    /** What the company's own sign-in server is called; null where none is configured. */
    singleSignOn: z.string().nullable(),
  }),
]);
export type SessionState = z.infer<typeof SessionState>;

export const SignIn = z.strictObject({ email: z.string().min(1).max(254), password: Password });

/** Whether that was all, or a code is asked for as well. */
export const SignInAnswer = z.object({ next: z.enum(["signed-in", "second-factor"]) });

export const SingleSignOnStart = z.object({ address: z.url() });
/** The query of the page to which the other server sent the browser back, as it stands. */
export const SingleSignOnAnswer = z.strictObject({ search: z.string().max(8192) });

export const SecondFactor = z.strictObject({
  /** Six digits of an authenticator app, or a recovery code, which counts once. */
  kind: z.enum(["authenticator", "recovery"]),
  code: z.string().trim().min(1).max(40),
});

export const LinkRequest = z.strictObject({ token: LinkToken });

/** What a link that was handed over is for. */
export const AccessLink = z.object({
  kind: z.enum(["set-up", "invitation", "password-reset"]),
  /** Of the person it was made for; null on a set-up link. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  expiresAt: Instant,
});
export type AccessLink = z.infer<typeof AccessLink>;

export const SetUp = z.strictObject({
  token: LinkToken,
  name: Name,
  email: EmailAddress,
  password: Password,
});
export const AcceptInvitation = z.strictObject({ token: LinkToken, name: Name, password: Password });
export const ResetPassword = z.strictObject({ token: LinkToken, password: Password });

export const Session = z.object({
  sessionId: Id,
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  address: z.string().nullable(),
  /** What the browser calls itself. */
  userAgent: z.string().nullable(),
  isThisOne: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const ChangePassword = z.strictObject({ current: Password, next: Password });
export const PasswordAgain = z.strictObject({ password: Password });

/** Shown once: the key for an authenticator app as a link and as text, and codes for a lost phone. */
export const TwoFactorStart = z.object({
  uri: z.string(),
  secret: z.string(),
  recoveryCodes: z.array(z.string()),
});
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const AuthenticatorCode = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "six digits"),
});

/** A person an organisation knows: an owner somebody named, or one who may sign in. */
export const Person = z.object({
  personId: Id,
  name: z.string(),
  email: z.string().nullable(),
  /** Null for one who has no account. */
  role: MemberRole.nullable(),
  state: z.enum(["no-account", "invited", "active", "removed"]),
  teams: z.array(Team),
  twoFactor: z.boolean(),
  lastSeenAt: Instant.nullable(),
  version: z.number().int(),
});
export type Person = z.infer<typeof Person>;

export const NewPerson = z.strictObject({
  name: Name,
  email: EmailAddress,
  role: MemberRole,
  teamIds: z.array(Id).max(200).default([]),
  /** One of the people without an account, who then keeps what carries the name; a new one when left out. */
  personId: Id.optional(),
});

export const ChangePerson = z.strictObject({
  version: VersionNumber,
  name: Name.optional(),
  role: MemberRole.optional(),
  teamIds: z.array(Id).max(200).optional(),
});

/** A link to hand over, shown once. */
export const HandedLink = z.object({
  kind: z.enum(["invitation", "password-reset"]),
  link: z.string(),
  expiresAt: Instant,
});
export type HandedLink = z.infer<typeof HandedLink>;
export const InvitedPerson = z.object({ person: Person, invitation: HandedLink });
export type InvitedPerson = z.infer<typeof InvitedPerson>;

/** What a service key may be made for. */
export const KeyScopeName = z.enum(["read", "log", "plan", "approve", "audit"]);

export const ServiceKey = z.object({
  keyId: Id,
  name: z.string(),
  scopes: z.array(KeyScopeName),
  /** The teams whose things it may change; null for all. */
  teams: z.array(Team).nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  lastUsedOn: z.string().nullable(),
});
export type ServiceKey = z.infer<typeof ServiceKey>;

export const NewServiceKey = z.strictObject({
  name: Name,
  scopes: z.array(KeyScopeName).min(1).max(5),
  teamIds: z.array(Id).max(200).nullable().default(null),
  /** It ends after so many days. */
  days: z.number().int().min(1).max(366),
});

/** `key` is shown once; only its digest is kept. */
export const MadeServiceKey = z.object({ serviceKey: ServiceKey, key: z.string() });
