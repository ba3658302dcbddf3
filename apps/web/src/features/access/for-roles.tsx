import type { MemberRole } from "@liftledger/contracts/access";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sessionQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeaderSkeleton } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { t } from "../../words.ts";

export interface ForRolesProps {
  /** What the page is called until it shows itself. */
  title: string;
  roles: readonly MemberRole[];
  /** What anybody else is told, in place of what would be refused. */
  others: ReactNode;
  children: ReactNode;
}

/** A page for some roles: its place until it is known who looks, and what failed when that cannot be known. */
export function ForRoles({ title, roles, others, children }: ForRolesProps) {
  const session = useQuery(sessionQuery);
  const role = usePerson()?.role;
  if (role !== undefined) return roles.includes(role) ? children : others;
  return (
    <>
      <PageHeaderSkeleton title={title} waiting={session.isPending} />
      {session.isError && (
        <FailedQuery
          what={t`Who you are could not be loaded.`}
          error={session.error}
          onRetry={() => void session.refetch()}
          retrying={session.isFetching}
        />
      )}
      {session.isPending && <Skeleton height={420} radius="md" />}
    </>
  );
}
