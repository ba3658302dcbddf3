import { Card, Drawer, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { UnitValue } from "@liftledger/contracts/unit-value";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { readUnitValuesSearch, unitValueStates } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { seriesQuery } from "../baseline/queries.ts";
import { SetupBenefitForm } from "../initiative/setup-benefit-form.tsx";
import { unitValuesQuery } from "./queries.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { UnitValuesTable } from "./unit-values-table.tsx";
import { unitValuesTitle } from "./unit-value-words.ts";
import { PageLink } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

const subline = t`What one unit of each benefit is worth, how much of it is ours, how sure that is and how much became money. A change is a new version; who proposes it does not approve it.`;

const stateNames = { proposed: t`To approve`, unset: t`Not set`, approved: t`Approved` } as const;

/** Every assumption that money is put on, in one place. */
export function UnitValuesPage() {
  const organisationId = useOrganisationId();
  const { state } = useSearch({ from: "/$organisationId/unit-values" });
  const navigate = useNavigate({ from: "/$organisationId/unit-values" });
  const values = useInfiniteQuery(unitValuesQuery(organisationId, state));
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const [changing, setChanging] = useState<UnitValue>();
  const rows = values.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      {rows === undefined ? (
        <PageHeaderSkeleton title={t`Unit values`} waiting={values.isPending} />
      ) : (
        <PageHeader
          title={state === undefined && !values.hasNextPage ? unitValuesTitle(rows) : t`Unit values`}
          subline={
            <>
              {subline}{" "}
              {tx`All that waits, baselines too, is under ${(
                <PageLink to="/$organisationId/approvals" underline="always">{t`Approvals`}</PageLink>
              )}.`}
            </>
          }
        />
      )}
      <Stack gap="md">
        <Group gap="sm">
          <SegmentedControl
            aria-label={t`Which`}
            value={state ?? "all"}
            data={[
              { value: "all", label: t`All` },
              ...unitValueStates.map((value) => ({ value, label: stateNames[value] })),
            ]}
            onChange={(chosen) => {
              const next = unitValueStates.find((one) => one === chosen);
              void navigate({ search: next === undefined ? {} : { state: next } });
            }}
          />
          <SavedViewsButton page="unit-values" read={readUnitValuesSearch} />
        </Group>
        {values.isError && (
          <FailedQuery
            what={t`The unit values could not be loaded.`}
            error={values.error}
            onRetry={() => void values.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {values.isPending && <Skeleton height={480} radius="md" />}
        {rows !== undefined && (
          <Card withBorder padding="sm">
            {rows.length === 0 ? (
              <Text p="sm" maw={640}>
                {state === undefined
                  ? t`No benefit is claimed yet. Claim one on an initiative, under “Set up”: what it is worth then stands here.`
                  : t`None. Choose “All” to see the others.`}
              </Text>
            ) : (
              <UnitValuesTable rows={rows} kpis={kpis} onPropose={setChanging} />
            )}
          </Card>
        )}
        <ShowMore query={values}>{t`Show more`}</ShowMore>
      </Stack>
      {changing !== undefined && (
        <ProposalDrawer row={changing} kpis={kpis} onClose={() => setChanging(undefined)} />
      )}
    </>
  );
}

interface ProposalDrawerProps {
  row: UnitValue;
  kpis: readonly Kpi[];
  onClose: () => void;
}

/** Proposes another version: it begins from the one there is, and with nobody who approved it. */
function ProposalDrawer({ row, kpis, onClose }: ProposalDrawerProps) {
  const series = useQuery(seriesQuery(useOrganisationId(), row.seriesId));
  const { approvedBy: _approvedBy, ...assumptions } = row.assumptions;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t`${row.kpiName}, ${row.scope}: propose another`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {series.isError && (
        <FailedQuery
          what={t`The series could not be loaded.`}
          error={series.error}
          onRetry={() => void series.refetch()}
        />
      )}
      {series.isPending && <Skeleton height={520} />}
      {series.data !== undefined && (
        <SetupBenefitForm
          initiative={{ initiativeId: row.initiativeId, outcome: null }}
          benefit={{ ...row, assumptions, withdrawnAt: null }}
          series={[series.data]}
          kpis={kpis}
          currency={row.currency}
          onDone={onClose}
          onCancel={onClose}
        />
      )}
    </Drawer>
  );
}
