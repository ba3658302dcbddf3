import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { CopyLinkButton } from "../../components/copy-link-button.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import type { CaseTabProps } from "../cases/case-tabs.ts";
import { caseVersionQuery } from "../cases/queries.ts";
import { BenchmarksCard } from "./benchmarks-card.tsx";
import { ChancesCard } from "./chances-card.tsx";
import { CashFlowCard } from "./cash-flow-card.tsx";
import { CaseFigureWords } from "./case-figure-words.tsx";
import { periodOfCase } from "./case-time.ts";
import { cumulativeFinding, cumulativeSpec, cumulativeTable } from "./cumulative-chart.ts";
import { DecidesCard } from "./decides-card.tsx";
import { Downloads } from "./downloads.tsx";
import { FigureDrawer } from "./figure-drawer.tsx";
import { metricsOf } from "./metric-rows.ts";
import { MissingNote } from "./missing-note.tsx";
import { caseEvaluationQuery } from "./queries.ts";
import { ResultsControls } from "./results-controls.tsx";
import { resultFinding, resultSubline } from "./result-words.ts";
import { ScenarioTable } from "./scenario-table.tsx";
import { useResultsSearch } from "./use-results-search.ts";
import { versionAddress } from "./version-address.ts";
import { t } from "../../words.ts";

/** What a version comes to: scenarios side by side, when it is paid back, which line decides, and how sure it is. */
export function ResultsTab({ caseId, number }: CaseTabProps) {
  const organisationId = useOrganisationId();
  const shown = useResultsSearch();
  const place = useMemo(() => ({ caseId, number }), [caseId, number]);
  const version = useQuery(caseVersionQuery(organisationId, caseId, number));
  const { asOf } = useClocks();
  const evaluation = useQuery(caseEvaluationQuery(organisationId, place, shown.estimates, asOf));
  return (
    <>
      {version.isError && (
        <FailedQuery
          what={t`The plan could not be loaded.`}
          error={version.error}
          onRetry={() => void version.refetch()}
          retrying={version.isFetching}
          showsOlderData={version.data !== undefined}
        />
      )}
      {version.isPending && !evaluation.isPending && <Skeleton height={900} radius="md" />}
      <ShownQuery query={evaluation} failed={t`The results could not be loaded.`} height={900}>
        {(found) =>
          version.data !== undefined && <Results version={version.data} evaluation={found} shown={shown} />
        }
      </ShownQuery>
    </>
  );
}

interface ResultsProps {
  version: CaseVersion;
  evaluation: CaseEvaluation;
  shown: ReturnType<typeof useResultsSearch>;
}

function Results({ version, evaluation, shown }: ResultsProps) {
  const { basis, risk } = shown;
  const { scenarios, currency, columns } = evaluation;
  const [base] = scenarios;
  const { mirrRates } = version.plan;
  const units = useMemo(
    () => ({ currency, period: periodOfCase(columns), mirrRates }),
    [currency, columns, mirrRates],
  );
  const spec = useMemo(() => cumulativeSpec(evaluation, { basis, risk }), [evaluation, basis, risk]);
  const table = useMemo(() => cumulativeTable(evaluation, { basis, risk }), [evaluation, basis, risk]);
  if (base === undefined) return null;
  const totals = base.totals[basis];
  const metrics = metricsOf(totals, risk);
  const { caseId, number } = version;
  const opens = (key: string, text: string) => ({
    text,
    shown: (
      <CaseFigureWords figure={`${base.name}:${key}`} text={text} onOpen={(why) => shown.show({ why })} />
    ),
  });
  const paidBack = cumulativeFinding(metrics, units, opens);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <div style={{ flex: "1 1 320px", minWidth: 0 }}>
          <Title order={2} fz="xl">
            {resultFinding(totals, metrics, units, opens).shown}
          </Title>
          <Text c="dimmed" size="sm">
            {resultSubline(metrics, { basis, risk }, opens)}
          </Text>
        </div>
        <Group gap="sm" align="flex-start">
          <Downloads place={{ caseId, number }} />
          <CopyLinkButton address={versionAddress(window.location.href, version)} />
        </Group>
      </Group>
      <ResultsControls evaluation={evaluation} shown={shown} />
      <MissingNote lines={base.lines} />
      <ScenarioTable place={{ caseId, number }} scenarios={scenarios} units={units} shown={shown} />
      <BenchmarksCard scenario={base} risk={risk} />
      <ChartCard
        title={paidBack.text}
        heading={paidBack.shown}
        subtitle={t`What has come less what was spent, so far; the other scenarios dashed. Not discounted.`}
        spec={spec}
        table={table}
        headingOrder={3}
      />
      <DecidesCard
        place={{ caseId, number }}
        evaluation={evaluation}
        plan={version.plan}
        estimates={shown.estimates}
      />
      <ChancesCard place={{ caseId, number }} scenario={base.name} shown={shown} />
      <CashFlowCard place={{ caseId, number }} evaluation={evaluation} shown={shown} />
      {shown.why !== undefined && (
        <FigureDrawer version={version} evaluation={evaluation} units={units} shown={shown} />
      )}
    </Stack>
  );
}
