import { Box } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import { notifyManager, useQueryClient, type Query, type QueryCache } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { FailureAlert } from "../components/failed-query.tsx";
import { useIsSaid } from "../components/said-errors.ts";
import { t } from "../words.ts";

/**
 * Says above the page that a part of it could not be loaded, where the part itself does not: a card that stays
 * away would otherwise look like a card with nothing to tell.
 */
export function UnsaidFailures() {
  const cache = useQueryClient().getQueryCache();
  const isSaid = useIsSaid();
  const subscribe = useCallback(
    (onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)),
    [cache],
  );
  useSyncExternalStore(subscribe, () => stateOf(cache));
  const unsaid = failuresIn(cache).filter(({ state }) => !isSaid(state.error));
  const [first] = unsaid;
  if (first === undefined) return null;
  return (
    <Box mb="md">
      <FailureAlert
        what={t`A part of this page could not be loaded.`}
        error={first.state.error}
        onRetry={() => unsaid.forEach((query) => void query.fetch().catch(() => undefined))}
        retrying={unsaid.some(({ state }) => state.fetchStatus === "fetching")}
        showsOlderData={unsaid.every(({ state }) => state.data !== undefined)}
      />
    </Box>
  );
}

/** What the page asked for and did not get. A refusal (4xx) is an answer: whoever asked knows what it means. */
function failuresIn(cache: QueryCache): Query[] {
  return cache
    .getAll()
    .filter((query) => query.isActive() && query.state.status === "error" && !isRefusal(query.state.error));
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;
}

/** Changes whenever something about what failed does. */
function stateOf(cache: QueryCache): string {
  return failuresIn(cache)
    .map(({ queryHash, state }) => `${queryHash} ${state.errorUpdateCount} ${state.fetchStatus}`)
    .join("\n");
}
