import { ProblemError } from "./problem.ts";

/** The roles, each allowed all that the ones before it may do. */
export const roles = ["viewer", "contributor", "finance", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether a role may do what asks for another. */
export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** Throws "forbidden" unless the actor's role reaches the one needed. */
export function mustBe(ctx: { readonly actor: { readonly role: Role } }, needed: Role): void {
  if (mayActAs(ctx.actor.role, needed)) return;
  throw new ProblemError("forbidden", `This needs the role ${needed}; yours is ${ctx.actor.role}.`);
}
