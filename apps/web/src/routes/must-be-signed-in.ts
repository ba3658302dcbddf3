import { ApiProblem } from "@liftledger/contracts/client";
import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { sessionQuery } from "../api.ts";
import { StartFailed } from "../shell/error-page.tsx";
import { Starting } from "../shell/starting.tsx";

/** Leads to where one signs in; where the server answers with a failure the page goes on and says itself what failed. */
export async function mustBeSignedIn(
  queryClient: QueryClient,
  href: string,
  organisationId?: string,
): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
  });
  const isForeign = session?.kind === "guest" && organisationId !== undefined && organisationId !== "demo";
  if (session?.kind !== "nobody" && !isForeign) return;
  throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
}

/** While who looks is awaited: after a moment, so that nothing flashes where the answer is quick. */
export const start = {
  pendingComponent: Starting,
  pendingMs: 200,
  pendingMinMs: 300,
  errorComponent: StartFailed,
};
