import type { MemberRole, Person } from "@liftledger/contracts/access";

/** The roles in the reader's words, the least first. */
export const roleWords: Record<MemberRole, { name: string; may: string }> = {
  viewer: { name: "Viewer", may: "sees everything, changes nothing" },
  contributor: { name: "Contributor", may: "logs, imports and changes what belongs to their teams" },
  finance: {
    name: "Finance",
    may: "changes what belongs to any team, approves baselines and values, reads the audit log",
  },
  admin: { name: "Admin", may: "all of it, and people, teams and service keys" },
};

export const roleChoices = Object.entries(roleWords).map(([value, { name, may }]) => ({
  value: value as MemberRole,
  label: `${name}: ${may}`,
}));

export const stateWords: Record<Person["state"], string> = {
  "no-account": "no account",
  invited: "invited",
  active: "active",
  removed: "access taken away",
};
