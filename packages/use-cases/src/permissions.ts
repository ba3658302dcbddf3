import { ProblemError } from "./problem.ts";

/** The roles, each allowed all that the ones before it may do. "anyone" is who did not sign in. */
export const roles = ["anyone", "viewer", "contributor", "finance", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether a role may do what asks for another. */
export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** Throws "forbidden" unless the actor's role reaches the one needed, "sign-in-needed" where nobody signed in. */
export function mustBe(ctx: { readonly actor: { readonly role: Role } }, needed: Role): void {
  const { role } = ctx.actor;
  if (mayActAs(role, needed)) return;
  if (role === "anyone") throw new ProblemError("sign-in-needed", "Sign in to see or do this.");
  throw new ProblemError("forbidden", `This needs the role ${needed}; yours is ${role}.`);
}

/** Who acts, as far as "own" is concerned. */
export interface TeamActor {
  readonly role: Role;
  readonly teamIds?: readonly string[] | "all" | undefined;
}

/** Whether a thing of a team is the actor's own: finance and admin may change those of every team. */
export function ownsTeam({ role, teamIds = [] }: TeamActor, teamId: string): boolean {
  return mayActAs(role, "finance") || teamIds === "all" || teamIds.includes(teamId);
}

/** Throws "forbidden" where a contributor would change what belongs to a team they are not in. */
export function mustOwnTeam(ctx: { readonly actor: TeamActor }, teamId: string): void {
  if (ownsTeam(ctx.actor, teamId)) return;
  throw new ProblemError(
    "forbidden",
    "This belongs to a team you are not in. A contributor changes what is their own teams'.",
  );
}
