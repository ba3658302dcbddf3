import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailedQuery } from "./failed-query.tsx";

export interface ShownQueryProps<Data> {
  query: UseQueryResult<Data>;
  /** "The sheet could not be loaded." */
  failed: string;
  /** The height of what will stand there, so that nothing jumps. */
  height: number;
  children: (data: Data) => ReactNode;
}

/**
 * What a query answered; while there is none yet its place, and what failed above the last good answer. While
 * the answer to another question is on its way the last one still stands there, but nothing can be typed into
 * it: it would go to the week that was left.
 */
export function ShownQuery<Data>({ query, failed, height, children }: ShownQueryProps<Data>) {
  return (
    <>
      {query.isError && (
        <FailedQuery
          what={failed}
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          showsOlderData={query.data !== undefined}
        />
      )}
      {query.isPending && <Skeleton height={height} radius="md" />}
      {query.data !== undefined && (
        <Stack gap="md" inert={query.isPlaceholderData} opacity={query.isPlaceholderData ? 0.6 : 1}>
          {children(query.data)}
        </Stack>
      )}
    </>
  );
}
