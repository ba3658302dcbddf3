import { Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { Period } from "@liftledger/contracts/period-close";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { AuditLink } from "../explain/audit-link.tsx";
import { PeriodDialog } from "./period-dialog.tsx";
import { PeriodTable } from "./period-table.tsx";
import { periodsQuery } from "./queries.ts";
import { readReopenHash } from "./reopen-hash.ts";
import { ReopenFromDialog } from "./reopen-from-dialog.tsx";
import { Restatements } from "./restatements.tsx";
import { t } from "../../words.ts";

/** Where finance closes a month, sees first what it lacks, and reopens one with a reason. */
export function PeriodsPage() {
  const periods = useInfiniteQuery(periodsQuery(useOrganisationId()));
  const [chosen, setChosen] = useState<Period>();
  const mayClose = useHasRole("finance");
  const reopenFrom = readReopenHash(useLocation({ select: ({ hash }) => hash }));
  const navigate = useNavigate();
  const rows = periods.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <PageHeader
        title={t`Close a month`}
        subline={t`A closed month keeps its numbers and its costs: what would change it is refused until finance reopens it, with a reason. A verdict is provisional until three months of the phase are closed.`}
        aside={<AuditLink thing={{ noun: "period" }} label={t`Who closed and reopened: the audit log`} />}
      />
      <Stack gap="lg" maw={1100}>
        <LookOnly least="finance">
          {t`You see which months are closed. Finance closes and reopens them: tell them what should change.`}
        </LookOnly>
        {periods.isError && (
          <FailedQuery
            what={t`The months could not be loaded.`}
            error={periods.error}
            onRetry={() => void periods.refetch()}
            retrying={periods.isFetching}
            showsOlderData={rows !== undefined}
          />
        )}
        {periods.isPending && <Skeleton height={420} radius="md" />}
        {rows !== undefined && (
          <Card withBorder padding="md">
            <Title order={2} fz="lg" mb="sm">{t`Months`}</Title>
            <PeriodTable rows={rows} onChoose={mayClose ? setChosen : undefined} />
            <ShowMore query={periods}>{t`Show older months`}</ShowMore>
            <Text
              size="sm"
              c="dimmed"
              mt="sm"
            >{t`A week over the end of a month belongs to both: it is closed with either.`}</Text>
          </Card>
        )}
        <Restatements />
      </Stack>
      {chosen !== undefined && (
        <PeriodDialog key={chosen.month} period={chosen} onClose={() => setChosen(undefined)} />
      )}
      {reopenFrom !== undefined && mayClose && (
        <ReopenFromDialog
          key={reopenFrom}
          from={reopenFrom}
          onClose={() => void navigate({ to: ".", hash: "", replace: true })}
        />
      )}
    </>
  );
}
