import { Anchor, Card, Group, NativeSelect, Skeleton, Stack, Switch, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { initiativesQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { caseSorts, caseStatuses, readCasesSearch, type CasesSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { statusNames } from "./case-words.ts";
import { CasesTable } from "./cases-table.tsx";
import { NewCaseButton } from "./new-case-button.tsx";
import { PortfolioPapers } from "./portfolio-papers.tsx";
import { listWhole } from "../../api.ts";
import { SaveWholeButton } from "../case-results/save-list-button.tsx";
import { casesFilter, casesQuery } from "./queries.ts";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";

const sortNames: Record<(typeof caseSorts)[number], string> = {
  "-changedAt": t`Changed last`,
  name: t`Name`,
  initiative: t`Initiative`,
  latestStatus: t`Status`,
};

/** The business cases of the organisation. */
export function CasesPage() {
  const organisationId = useOrganisationId();
  const search = useSearch({ from: "/$organisationId/cases" });
  const cases = useInfiniteQuery(casesQuery(organisationId, search));
  const rows = cases.data?.pages.flatMap((page) => page.rows);
  const canWrite = usePerson()?.role !== "viewer";
  return (
    <>
      <PageHeader
        title={t`Business cases`}
        subline={t`What initiatives plan to spend and to gain: written as a plan, approved by somebody else, and later held against what came of it.`}
        aside={
          <Group gap="sm" align="flex-start">
            <PortfolioPapers />
            {canWrite && <NewCaseButton initiative={search.initiative} />}
          </Group>
        }
      />
      <Stack gap="md" maw={1100}>
        {(rows?.length !== 0 || isFiltered(search)) && <CaseFilters search={search} />}
        {cases.isError && (
          <FailedQuery
            what={t`The business cases could not be loaded.`}
            error={cases.error}
            onRetry={() => void cases.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {cases.isPending && <Skeleton height={320} radius="md" />}
        {rows?.length === 0 && <NoCases search={search} />}
        {rows !== undefined && rows.length > 0 && (
          <>
            <CasesTable cases={rows} />
            <Group justify="flex-end">
              <SaveWholeButton
                name={t`Business cases`}
                fileName="business-cases.csv"
                read={async () =>
                  (await listWhole(organisationId, "listCases", { query: casesFilter(search) })).rows
                }
              />
            </Group>
          </>
        )}
        <ShowMore query={cases}>{t`Show more business cases`}</ShowMore>
      </Stack>
    </>
  );
}

function CaseFilters({ search }: { search: CasesSearch }) {
  const organisationId = useOrganisationId();
  const navigate = useNavigate({ from: "/$organisationId/cases" });
  const { data } = useQuery(initiativesQuery(organisationId));
  const change = (next: { [Key in keyof CasesSearch]?: CasesSearch[Key] | undefined }) => {
    const wanted = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(wanted) as CasesSearch, replace: true });
  };
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`Status`}
        w={190}
        value={search.status ?? ""}
        data={[
          { value: "", label: t`All` },
          ...caseStatuses.map((status) => ({ value: status, label: statusNames[status] })),
        ]}
        onChange={({ currentTarget }) =>
          change({ status: caseStatuses.find((one) => one === currentTarget.value) })
        }
      />
      <NativeSelect
        label={t`Initiative`}
        w={260}
        value={search.initiative ?? ""}
        data={[
          { value: "", label: t`All` },
          ...(data?.rows ?? []).map(({ initiativeId, name }) => ({ value: initiativeId, label: name })),
        ]}
        onChange={({ currentTarget }) =>
          change({ initiative: currentTarget.value === "" ? undefined : currentTarget.value })
        }
      />
      <NativeSelect
        label={t`Sorted by`}
        w={170}
        value={search.sort ?? "-changedAt"}
        data={caseSorts.map((sort) => ({ value: sort, label: sortNames[sort] }))}
        onChange={({ currentTarget }) =>
          change({ sort: caseSorts.find((one) => one === currentTarget.value && one !== "-changedAt") })
        }
      />
      <Switch
        mb={8}
        label={t`Show only retired`}
        checked={search.retired === true}
        onChange={({ currentTarget }) => change({ retired: currentTarget.checked ? true : undefined })}
      />
      <SavedViewsButton page="cases" read={readCasesSearch} size="sm" />
    </Group>
  );
}

/** Whether an address leaves any out: one without anything to filter hides what filters it. */
const isFiltered = (search: CasesSearch) =>
  Object.keys(search).some((key) => key !== "sort" && key !== "until" && key !== "asOf");

/** What was retired is still there; where nothing was, there is nowhere to lead. */
function RetiredLink() {
  const organisationId = useOrganisationId();
  const retired = useInfiniteQuery(casesQuery(organisationId, { retired: true })).data;
  if (retired === undefined || retired.pages.every(({ rows }) => rows.length === 0)) return null;
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => (
        <Link to="/$organisationId/cases" params={{ organisationId }} search={{ retired: true }} {...props} />
      )}
    >{t`Show what was retired`}</Anchor>
  );
}

function NoCases({ search }: { search: CasesSearch }) {
  return (
    <Card withBorder padding="md">
      {isFiltered(search) ? (
        <Text maw={640}>
          {t`No business case is like that.`} <PageLink to="/$organisationId/cases">{t`Show all`}</PageLink>
        </Text>
      ) : (
        <Text maw={640}>
          {t`There is no business case yet. Write one for an initiative before money is spent on it: from a template, or from an empty plan. Somebody with the role finance approves it.`}{" "}
          <RetiredLink />
        </Text>
      )}
    </Card>
  );
}
