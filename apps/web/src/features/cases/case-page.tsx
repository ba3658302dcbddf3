import { Box, Group, NativeSelect, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import type { BusinessCase } from "@liftledger/contracts/business-case";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { CaseActions } from "./case-actions.tsx";
import { CaseSummary } from "./case-summary.tsx";
import { caseTabs } from "./case-tabs.ts";
import { statusNames } from "./case-words.ts";
import { caseQuery, caseVersionsQuery } from "./queries.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";

/** One business case: its versions, and of the one chosen its plan and all that follows from it. */
export function CasePage() {
  const organisationId = useOrganisationId();
  const { caseId } = useParams({ from: "/$organisationId/cases/$caseId" });
  const query = useQuery(caseQuery(organisationId, caseId));
  return (
    <>
      <PageLink to="/$organisationId/cases" size="sm">{t`Business cases`}</PageLink>
      {query.data === undefined ? (
        <PageHeaderSkeleton title={t`Business case`} waiting={query.isPending} />
      ) : (
        <CaseHeader businessCase={query.data} />
      )}
      {query.isError && (
        <Box mb="md">
          <FailedQuery
            what={t`The business case could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            showsOlderData={query.data !== undefined}
          />
        </Box>
      )}
      {query.isPending && <Skeleton height={520} radius="md" />}
      {query.data !== undefined && <CaseBody key={caseId} businessCase={query.data} />}
    </>
  );
}

function CaseHeader({ businessCase }: { businessCase: BusinessCase }) {
  const { name, initiative, initiativeId } = businessCase;
  const link = <InitiativeLink initiativeId={initiativeId}>{initiative}</InitiativeLink>;
  return <PageHeader title={name} subline={link} aside={<CaseActions businessCase={businessCase} />} />;
}

function CaseBody({ businessCase: { caseId, latestNumber } }: { businessCase: BusinessCase }) {
  const { version = latestNumber, tab = "plan" } = useSearch({ from: "/$organisationId/cases/$caseId" });
  const navigate = useNavigate({ from: "/$organisationId/cases/$caseId" });
  const shown = caseTabs.find(({ key }) => key === tab) ?? caseTabs[0];
  return (
    <Stack gap="md">
      <Group gap="md" align="flex-end" justify="space-between">
        <CaseSummary caseId={caseId} number={version} />
        <VersionSwitch caseId={caseId} number={version} />
      </Group>
      <Tabs
        value={shown?.key ?? "plan"}
        keepMounted={false}
        onChange={(chosen) => {
          const wanted = caseTabs.find(({ key }) => key === chosen)?.key;
          void navigate({
            search: ({ version: shownVersion }) => ({
              ...(shownVersion === undefined ? {} : { version: shownVersion }),
              ...(wanted === undefined || wanted === "plan" ? {} : { tab: wanted }),
            }),
            replace: true,
          });
        }}
      >
        {caseTabs.length > 1 && (
          <Tabs.List mb="md">
            {caseTabs.map(({ key, name }) => (
              <Tabs.Tab key={key} value={key}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        {caseTabs.map(({ key, Panel }) => (
          <Tabs.Panel key={key} value={key}>
            <Suspense fallback={<Skeleton height={520} radius="md" />}>
              <Panel key={`${caseId} ${version}`} caseId={caseId} number={version} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

function VersionSwitch({ caseId, number }: { caseId: string; number: number }) {
  const navigate = useNavigate({ from: "/$organisationId/cases/$caseId" });
  const { data } = useQuery(caseVersionsQuery(useOrganisationId(), caseId));
  if (data === undefined) return <Skeleton height={60} width={220} />;
  if (data.rows.length < 2) return <Text size="sm" c="dimmed">{t`Version ${number}`}</Text>;
  return (
    <NativeSelect
      label={t`Version`}
      w={240}
      value={String(number)}
      data={data.rows.map((head) => ({
        value: String(head.number),
        label: `${head.number} · ${statusNames[head.status]}`,
      }))}
      onChange={({ currentTarget }) =>
        void navigate({ search: (before) => ({ ...before, version: Number(currentTarget.value) }) })
      }
    />
  );
}
