import type { MemberRole, Person } from "@liftledger/contracts/access";

/** The roles in the reader's words, the least first. */
export const roleWords: Record<MemberRole, { name: string; may: string }> = {
  viewer: { name: "Viewer", may: "Sees everything, changes nothing" },
  contributor: { name: "Contributor", may: "Logs, imports and changes what belongs to their teams" },
  finance: {
    name: "Finance",
    may: "Changes what belongs to any team, approves baselines and values, reads the audit log",
  },
  admin: { name: "Admin", may: "All of it, and people, teams and service keys" },
};

export const roleChoices = Object.entries(roleWords).map(([value, { name }]) => ({
  value: value as MemberRole,
  label: name,
}));

export const stateWords: Record<Person["state"], string> = {
  "no-account": "no account",
  invited: "invited",
  active: "active",
  removed: "access taken away",
};
