import { Anchor, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import type { Baseline, Benefit } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { SetupBaselineChoice } from "./setup-baseline-choice.tsx";
import { SetupBaselineDraft } from "./setup-baseline-draft.tsx";
import { SetupBaselineFacts } from "./setup-baseline-facts.tsx";
import { FreezeBaseline } from "./setup-baseline-freeze.tsx";
import { EarlierBaselines } from "./setup-baseline-history.tsx";
import { UnfreezeBaseline } from "./setup-baseline-unfreeze.tsx";
import { baselinesQuery } from "./setup-queries.ts";
import { unfreezeDraft } from "./unfreeze-draft.ts";
import { t } from "../../words.ts";

export interface SetupBaselineProps {
  benefit: Benefit;
  series: Series;
  startedOn: string;
}

/** The baseline of one benefit: drafted from a start, in use, frozen by somebody else, unfrozen again for a reason. */
export function SetupBaseline({ benefit, series, startedOn }: SetupBaselineProps) {
  const organisationId = useOrganisationId();
  const { initiativeId, benefitId } = benefit;
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {series.kpiName}, {series.scope}
          </Text>
          <Anchor
            size="sm"
            aria-label={t`Try windows and see what it comes to: ${series.kpiName}, ${series.scope}`}
            renderRoot={(props) => (
              <Link
                to="/$organisationId/initiatives/$initiativeId/benefits/$benefitId/baseline"
                params={{ organisationId, initiativeId, benefitId }}
                {...props}
              />
            )}
          >{t`Try windows and see what it comes to`}</Anchor>
        </Group>
        <BaselinesInUse
          benefit={benefit}
          series={series}
          draftForm={<SetupBaselineDraft series={series} startedOn={startedOn} />}
        />
      </Stack>
    </Paper>
  );
}

export interface BaselinesInUseProps {
  benefit: Benefit;
  series: Series;
  /** What drafts one where it is asked for; without it every draft is shown at once. */
  draftForm?: ReactNode;
}

/** The baseline a benefit stands on, those drafted beside it, and those that stood before. */
export function BaselinesInUse({ benefit, series, draftForm }: BaselinesInUseProps) {
  const baselines = useQuery(baselinesQuery(useOrganisationId(), series.seriesId));
  const [again, setAgain] = useState(draftForm === undefined);
  const mayDraft = useHasRole("contributor");
  const rows = baselines.data?.rows ?? [];
  const used = rows.find((one) => one.baselineId === benefit.baselineId);
  const others = rows.filter((one) => one !== used && one.status !== "superseded");
  const chooses = used === undefined || again;
  return (
    <Stack gap="sm">
      {baselines.isError && (
        <FailedQuery
          what={t`The baselines could not be loaded.`}
          error={baselines.error}
          onRetry={() => void baselines.refetch()}
        />
      )}
      {baselines.isPending && <Skeleton height={120} />}
      {used !== undefined && (
        <UsedBaseline
          key={used.baselineId}
          baseline={used}
          series={series}
          again={again}
          onAgain={setAgain}
        />
      )}
      {chooses &&
        others
          .slice(-2)
          .map((one) => (
            <SetupBaselineChoice key={one.baselineId} baseline={one} benefit={benefit} series={series} />
          ))}
      {baselines.data !== undefined && chooses && mayDraft && draftForm}
      {baselines.isSuccess && rows.length === 0 && !mayDraft && (
        <Text size="sm">{t`None is drafted yet.`}</Text>
      )}
      {baselines.isSuccess && rows.length === 0 && mayDraft && draftForm === undefined && (
        <Text size="sm">{t`None is drafted yet: save one above, and somebody else freezes it.`}</Text>
      )}
      <EarlierBaselines baselines={rows.filter(({ status }) => status === "superseded")} />
    </Stack>
  );
}

interface UsedBaselineProps {
  baseline: Baseline;
  series: Series;
  again: boolean;
  onAgain: (again: boolean) => void;
}

function UsedBaseline({ baseline, series, again, onAgain }: UsedBaselineProps) {
  // Who went to reopen months first comes back to what they typed.
  const [unfreezing, setUnfreezing] = useState(
    () => readDraft(localStorage, unfreezeDraft(baseline)) !== undefined,
  );
  const mayDraft = useHasRole("contributor");
  const mayUnfreeze = useHasRole("finance") && baseline.status === "frozen";
  const name = `${series.kpiName}, ${series.scope}`;
  return (
    <>
      <SetupBaselineFacts baseline={baseline} series={series} />
      {baseline.status === "draft" && <FreezeBaseline baseline={baseline} />}
      {unfreezing && mayUnfreeze ? (
        <UnfreezeBaseline baseline={baseline} name={name} onCancel={() => setUnfreezing(false)} />
      ) : (
        <Group gap="xs">
          {mayDraft && !again && (
            <Button
              variant="default"
              size="xs"
              onClick={() => onAgain(true)}
            >{t`Draft another baseline`}</Button>
          )}
          {mayUnfreeze && (
            <Button
              variant="subtle"
              size="xs"
              onClick={() => setUnfreezing(true)}
              aria-label={t`Unfreeze the baseline of ${name}`}
            >{t`Unfreeze`}</Button>
          )}
        </Group>
      )}
    </>
  );
}
