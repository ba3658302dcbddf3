import { Card, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import type { Approval } from "@liftledger/contracts/approval";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useSaid } from "../../components/said-errors.ts";
import { ShowMore } from "../../components/show-more.tsx";
import { readApprovalsSearch } from "../../search-params.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { approvalsTitle } from "./approval-words.ts";
import { ApprovalsTable } from "./approvals-table.tsx";
import { approvalsCountQuery } from "./count-query.ts";
import { approvalsQuery } from "./queries.ts";
import { t } from "../../words.ts";

const subline = t`What one person made and another stands for: baselines to freeze, what benefits are worth, business cases, decisions at gates, and guardrails whose scope changed. Nobody approves their own; until it is approved, what stands on a baseline does not count.`;

/** What waits for approval: everybody sees it, finance decides. */
export function ApprovalsPage() {
  const organisationId = useOrganisationId();
  const { mine = false } = useSearch({ from: "/$organisationId/approvals" });
  const navigate = useNavigate({ from: "/$organisationId/approvals" });
  const approvals = useInfiniteQuery(approvalsQuery(organisationId, { mine }));
  // How many wait, on the left, is asked of the same place: what failed there is said here, once.
  const count = useQuery({ ...approvalsCountQuery(organisationId), enabled: false });
  useSaid(count.error);
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const currency = useOrganisation()?.currency ?? "";
  const [decided, setDecided] = useState<Approval>();
  const rows = approvals.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      {rows === undefined ? (
        <PageHeaderSkeleton title={t`Approvals`} waiting={approvals.isPending} />
      ) : (
        <PageHeader
          title={approvalsTitle(rows.length, {
            more: approvals.hasNextPage,
            mine,
            yours: rows.filter(({ decision }) => decision === "yours").length,
          })}
          subline={subline}
        />
      )}
      <Stack gap="md" maw={1100}>
        <Group gap="sm">
          <SegmentedControl
            aria-label={t`Whose decision`}
            value={mine ? "mine" : "all"}
            data={[
              { value: "all", label: t`All that waits` },
              { value: "mine", label: t`For me to decide` },
            ]}
            onChange={(chosen) => void navigate({ search: chosen === "mine" ? { mine: true } : {} })}
          />
          <SavedViewsButton page="approvals" read={readApprovalsSearch} />
        </Group>
        <Text role="status" size="sm" className={decided === undefined ? "visually-hidden" : ""}>
          {decided === undefined ? "" : t`Approved: ${decided.what}.`}
        </Text>
        {approvals.isError && (
          <FailedQuery
            what={t`What waits could not be loaded.`}
            error={approvals.error}
            onRetry={() => {
              void approvals.refetch();
              if (count.isError) void count.refetch();
            }}
            showsOlderData={rows !== undefined}
          />
        )}
        {approvals.isPending && <Skeleton height={320} radius="md" />}
        {rows?.length === 0 && <NoneWaits mine={mine} />}
        {rows !== undefined && rows.length > 0 && (
          <ApprovalsTable approvals={rows} kpis={kpis} currency={currency} onDecided={setDecided} />
        )}
        <ShowMore query={approvals}>{t`Show more that waits`}</ShowMore>
      </Stack>
    </>
  );
}

function NoneWaits({ mine }: { mine: boolean }) {
  return (
    <Card withBorder padding="md">
      <Text maw={640}>
        {mine
          ? t`There is nothing for you to decide. What you made yourself waits for somebody else, and is under “All that waits”.`
          : t`Everything is decided. When somebody drafts a baseline, says what a benefit is worth without naming who approved it, asks for a decision at a gate, or changes the scope that guardrails stand for, it is listed here until another person with the role finance decides.`}
      </Text>
    </Card>
  );
}
