import type { MemberRole } from "@liftledger/contracts/access";
import { t } from "../../words.ts";

export interface SettingPlace {
  name: string;
  about: string;
  to:
    | "/$organisationId/account"
    | "/$organisationId/alert-rules"
    | "/$organisationId/audit"
    | "/$organisationId/benchmarks"
    | "/$organisationId/case-rules"
    | "/$organisationId/gate-rules"
    | "/$organisationId/jobs"
    | "/$organisationId/people"
    | "/$organisationId/rates"
    | "/$organisationId/service-keys"
    | "/$organisationId/unit-values";
  roles: readonly MemberRole[];
}

const everybody: readonly MemberRole[] = ["viewer", "contributor", "finance", "admin"];

/** Where the rest is set, and for whom it is. */
export const settingPlaces: readonly SettingPlace[] = [
  {
    name: t`Your account`,
    about: t`Password, two-factor, and where you are signed in.`,
    to: "/$organisationId/account",
    roles: everybody,
  },
  {
    name: t`People and teams`,
    about: t`Who may sign in, with which role, and whose things are their own.`,
    to: "/$organisationId/people",
    roles: ["admin"],
  },
  {
    name: t`Alerts`,
    about: t`Who is told what, quiet hours, mail and webhooks, with a test.`,
    to: "/$organisationId/alert-rules",
    roles: everybody,
  },
  {
    name: t`Service keys`,
    about: t`What a program signs in with: a scope, an end, shown once.`,
    to: "/$organisationId/service-keys",
    roles: ["admin"],
  },
  {
    name: t`Exchange rates`,
    about: t`What amounts in another currency are worth, from which day on and who says so.`,
    to: "/$organisationId/rates",
    roles: everybody,
  },
  {
    name: t`Unit values`,
    about: t`What one unit of each KPI is worth, and who approved it.`,
    to: "/$organisationId/unit-values",
    roles: everybody,
  },
  {
    name: t`Benchmarks`,
    about: t`Published figures, sets of your own, and the hurdle the board asks for.`,
    to: "/$organisationId/benchmarks",
    roles: everybody,
  },
  {
    name: t`Rules for business cases`,
    about: t`The discount rate, who signs from which spend on, and below which one page is enough.`,
    to: "/$organisationId/case-rules",
    roles: everybody,
  },
  {
    name: t`Rules for gates`,
    about: t`What an initiative is asked before its next phase, and who approved that.`,
    to: "/$organisationId/gate-rules",
    roles: everybody,
  },
  {
    name: t`Jobs`,
    about: t`What the server does by itself, when it is due and how it went.`,
    to: "/$organisationId/jobs",
    roles: ["admin"],
  },
  {
    name: t`Audit log`,
    about: t`Who changed what, when and why; its chain can be verified and exported.`,
    to: "/$organisationId/audit",
    roles: ["finance", "admin"],
  },
];
