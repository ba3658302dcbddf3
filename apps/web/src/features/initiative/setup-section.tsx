import { Skeleton, Stack, Text } from "@mantine/core";
import type { Benefit, CostLine, Initiative } from "@liftledger/contracts/initiative";
import type { HoldOut } from "@liftledger/contracts/hold-out";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { periodsInWords } from "@liftledger/kpis/data-quality/finding";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { useQueries, useQuery } from "@tanstack/react-query";
import { benefitsQuery, costLinesQuery, kpisQuery, seriesListQuery } from "../../ledger-queries.ts";
import { Fragment } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { holdOutsQuery } from "../hold-out/queries.ts";
import { SetupHoldOut } from "../hold-out/setup-hold-out.tsx";
import { baselineState } from "./baseline-state.ts";
import { SetupBaseline } from "./setup-baseline.tsx";
import { SetupBenefits } from "./setup-benefits.tsx";
import { SetupCosts } from "./setup-costs.tsx";
import { baselinesQuery, initiativeQuery } from "./setup-queries.ts";
import { SetupStep } from "./setup-step.tsx";
import { t } from "../../words.ts";

export interface SetupSectionProps {
  initiativeId: string;
  /** The ended months of which no actual cost is recorded, as the evaluation counts them. */
  missingCostMonths: readonly string[];
}

/** What an initiative stands on, in the order a newcomer needs: a benefit, its baseline, the costs. */
export function SetupSection({ initiativeId, missingCostMonths }: SetupSectionProps) {
  const organisationId = useOrganisationId();
  const currency = useOrganisation()?.currency;
  const initiative = useQuery(initiativeQuery(organisationId, initiativeId));
  const benefits = useQuery(benefitsQuery(organisationId, initiativeId));
  const costLines = useQuery(costLinesQuery(organisationId, initiativeId));
  const series = useQuery(seriesListQuery(organisationId));
  const kpis = useQuery(kpisQuery(organisationId));
  const holdOuts = useQuery(holdOutsQuery(organisationId, initiativeId));
  const queries = [initiative, benefits, costLines, series, kpis, holdOuts];
  const failed = queries.find((query) => query.isError && query.data === undefined);
  if (failed !== undefined)
    return (
      <FailedQuery
        what={t`The set-up could not be loaded.`}
        error={failed.error}
        onRetry={() => void failed.refetch()}
        retrying={failed.isFetching}
      />
    );
  if (!initiative.data || !benefits.data || !costLines.data || !series.data || !kpis.data)
    return <Skeleton height={320} radius="md" />;
  if (!holdOuts.data || !currency) return <Skeleton height={320} radius="md" />;
  return (
    <SetupSteps
      initiative={initiative.data}
      benefits={benefits.data.rows}
      costLines={costLines.data.rows}
      series={series.data.rows}
      kpis={kpis.data.rows}
      holdOuts={holdOuts.data.rows}
      currency={currency}
      missingCostMonths={missingCostMonths}
    />
  );
}

interface SetupStepsProps extends Pick<SetupSectionProps, "missingCostMonths"> {
  initiative: Initiative;
  benefits: readonly Benefit[];
  costLines: readonly CostLine[];
  series: readonly Series[];
  kpis: readonly Kpi[];
  holdOuts: readonly HoldOut[];
  currency: string;
}

/** How far the baselines are of benefits that need one. */
function useBaselineState(benefits: readonly Benefit[]): "to-do" | "drafted" | "done" {
  const organisationId = useOrganisationId();
  const seriesIds = [...new Set(benefits.map(({ seriesId }) => seriesId))];
  const queries = seriesIds.map((seriesId) => baselinesQuery(organisationId, seriesId));
  const rows = useQueries({ queries }).flatMap(({ data }) => data?.rows ?? []);
  return baselineState(benefits, rows);
}

/** Whether somebody stands for what is assumed of it; what carries no money has nothing to approve. */
function isApproved({ assumptions }: Benefit, kpi: Kpi | undefined): boolean {
  return assumptions.approvedBy !== undefined || (kpi !== undefined && unitValueRule(kpi).kind === "none");
}

function SetupSteps(props: SetupStepsProps) {
  const { initiative, benefits, costLines, series, kpis, holdOuts, currency, missingCostMonths } = props;
  const holdOutOf = (benefitId: string) => holdOuts.find((one) => one.benefitId === benefitId);
  const baselines = useBaselineState(benefits.filter(({ benefitId }) => holdOutOf(benefitId) === undefined));
  const kpiOf = ({ seriesId }: Benefit) => {
    const one = series.find((candidate) => candidate.seriesId === seriesId);
    return kpis.find(({ key }) => key === one?.kpiKey);
  };
  const claims = benefits.every((one) => isApproved(one, kpiOf(one))) ? "done" : "unapproved";
  const costs = missingCostMonths.length === 0 ? "done" : "gaps";
  return (
    <Stack gap="lg">
      <SetupStep
        number={1}
        title={t`Benefit`}
        why={t`Which measured number it moves, and what one unit of that is worth. What is left out is “not valued yet”, never zero.`}
        state={benefits.length > 0 ? claims : "to-do"}
      >
        <SetupBenefits
          initiative={initiative}
          benefits={benefits}
          series={series}
          kpis={kpis}
          currency={currency}
        />
      </SetupStep>
      <SetupStep
        number={2}
        title={t`Baseline`}
        why={t`What the number would have shown without it, from the periods before the start. Frozen by somebody else than who drafted it, so that nobody moves it unseen. A part that was drawn by lot and went without says it better still.`}
        state={benefits.length === 0 ? "waits" : baselines}
      >
        {benefits.map((benefit) => {
          const one = series.find(({ seriesId }) => seriesId === benefit.seriesId);
          if (one === undefined) return null;
          const { benefitId } = benefit;
          const kpi = kpis.find(({ key }) => key === one.kpiKey);
          const name = `${one.kpiName}, ${one.scope}`;
          return (
            <Fragment key={benefitId}>
              <SetupBaseline benefit={benefit} series={one} startedOn={initiative.startedOn} />
              {kpi !== undefined && (
                <SetupHoldOut benefitId={benefitId} name={name} kpi={kpi} holdOut={holdOutOf(benefitId)} />
              )}
            </Fragment>
          );
        })}
      </SetupStep>
      <SetupStep
        number={3}
        title={t`Costs`}
        why={t`Everything it costs, month by month. Without a cost there is no ROI; a month left out counts as missing, not as free.`}
        state={costLines.length > 0 ? costs : "to-do"}
      >
        {costLines.length > 0 && missingCostMonths.length > 0 && (
          <Text size="sm">
            {formatSentence(t`No actual cost is recorded for ${periodsInWords(missingCostMonths)}.`)}
          </Text>
        )}
        <SetupCosts initiative={initiative} lines={costLines} currency={currency} />
      </SetupStep>
    </Stack>
  );
}
