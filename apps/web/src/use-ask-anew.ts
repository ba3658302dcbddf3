import { ApiProblem } from "@liftledger/contracts/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useOrganisationId } from "./use-organisation.ts";

/**
 * Asks for what stands now once a write was refused because somebody else was first, so that a form can say who that
 * was, or begins from it when it is opened anew.
 */
export function useAskAnew(error: Error | null): void {
  const queryClient = useQueryClient();
  const organisationId = useOrganisationId();
  const isRefused = error instanceof ApiProblem && error.problem.status === 409;
  useEffect(() => {
    if (isRefused) void queryClient.invalidateQueries({ queryKey: [organisationId] });
  }, [isRefused, queryClient, organisationId]);
}
