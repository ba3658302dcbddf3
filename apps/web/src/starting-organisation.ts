import type { Organisation } from "@liftledger/contracts/organisation";

/** What a newcomer sees first: the demo while nothing of their own is there, else their own. */
export function startingOrganisation(organisations: readonly Organisation[]): string {
  const own = organisations.find((organisation) => organisation.kind === "default");
  const demo = organisations.find((organisation) => organisation.kind === "demo");
  if (demo !== undefined && (own === undefined || own.initiatives === 0)) return demo.organisationId;
  return own?.organisationId ?? "default";
}
