import { Skeleton } from "@mantine/core";
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

/** What a query answered; while there is none yet its place, and what failed above the last good answer. */
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
      {query.data !== undefined && children(query.data)}
    </>
  );
}
