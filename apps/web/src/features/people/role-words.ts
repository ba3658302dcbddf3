import type { MemberRole, Person } from "@liftledger/contracts/access";
import { t } from "../../words.ts";

/** The roles in the reader's words, the least first. */
export const roleWords: Record<MemberRole, { name: string; may: string }> = {
  viewer: { name: t`Viewer`, may: t`Sees everything, changes nothing` },
  contributor: { name: t`Contributor`, may: t`Logs, imports and changes what belongs to their teams` },
  finance: {
    name: t`Finance`,
    may: t`Changes what belongs to any team, approves baselines and values, reads the audit log`,
  },
  admin: { name: t`Admin`, may: t`Changes everything, and looks after people, teams and service keys` },
};

export const roleChoices = Object.entries(roleWords).map(([value, { name }]) => ({
  value: value as MemberRole,
  label: name,
}));

export const stateWords: Record<Person["state"], string> = {
  "no-account": t`no account`,
  invited: t`invited`,
  active: t`active`,
  removed: t`access taken away`,
};
