import { Box, Button, Grid, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { BaselinePreview, ControlCandidate } from "@liftledger/contracts/baseline-preview";
import type { Baseline, Benefit, NewBaseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { benefitsQuery } from "../../ledger-queries.ts";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { kpiSpec, kpiTable } from "../initiative/kpi-against-expected.ts";
import { BaselinesInUse } from "../initiative/setup-baseline.tsx";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import { BaselineComparison, BaselineEvidence } from "./baseline-comparison.tsx";
import { BaselineFields, Suspicion } from "./baseline-fields.tsx";
import { draftLike, emptyBaseline, newBaselineOf, type BaselineDraft } from "./baseline-request.ts";
import { ControlsWaiting, thinLines } from "./control-facts.tsx";
import { baselinePreviewQuery, controlCandidatesQuery, seriesQuery } from "./queries.ts";
import { withGaps } from "../initiative/with-gaps.ts";
import { tableWithControls, withControls } from "./with-controls.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

/** The baseline of a benefit: what it is compared with, tried out before anybody drafts it, frozen by a second person. */
export function BaselinePage() {
  const organisationId = useOrganisationId();
  const { initiativeId, benefitId } = useParams({
    from: "/$organisationId/initiatives/$initiativeId/benefits/$benefitId/baseline",
  });
  const initiative = useQuery(initiativeQuery(organisationId, initiativeId));
  const benefits = useQuery(benefitsQuery(organisationId, initiativeId));
  const benefit = benefits.data?.rows.find((one) => one.benefitId === benefitId);
  const series = useQuery({
    ...seriesQuery(organisationId, benefit?.seriesId ?? ""),
    enabled: benefit !== undefined,
  });
  const failed = [initiative, benefits, series].find(({ isError }) => isError);
  const isGone = benefits.isSuccess && benefit === undefined;
  return (
    <>
      <InitiativeLink initiativeId={initiativeId} size="sm">
        {initiative.data?.name ?? t`Initiative`}
      </InitiativeLink>
      {series.data === undefined ? (
        <PageHeaderSkeleton title={t`Baseline`} waiting={failed === undefined && !isGone} />
      ) : (
        <PageHeader
          title={t`Baseline of ${series.data.kpiName}, ${series.data.scope}`}
          subline={t`What the number would have been without the initiative is worked out from the time before it. Try windows here; nothing counts until a draft is frozen by somebody else.`}
        />
      )}
      {failed !== undefined && (
        <Box mb="md">
          <FailedQuery
            what={t`The baseline could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
          />
        </Box>
      )}
      {isGone && (
        <Text>{t`This benefit is not claimed any more: it was withdrawn, or the link is wrong.`}</Text>
      )}
      {benefit !== undefined && series.data !== undefined && initiative.data !== undefined && (
        <Workbench key={benefitId} benefit={benefit} series={series.data} />
      )}
    </>
  );
}

function Workbench({ benefit, series }: { benefit: Benefit; series: Series }) {
  const organisationId = useOrganisationId();
  const { benefitId } = benefit;
  const draft = useDraft<BaselineDraft>(`baseline:${organisationId}:${benefitId}`, emptyBaseline);
  const preview = useQuery(baselinePreviewQuery(organisationId, benefitId, draft.value));
  const candidates = useQuery(controlCandidatesQuery(organisationId, benefitId, draft.value));
  const shown = preview.data;
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          {preview.isError && (
            <FailedQuery
              what={t`This baseline cannot be previewed.`}
              error={preview.error}
              onRetry={() => void preview.refetch()}
              retrying={preview.isFetching}
              showsOlderData={shown !== undefined}
            />
          )}
          {shown === undefined ? (
            preview.isError ? (
              // What was kept of an earlier visit may not fit any more.
              <Button variant="default" onClick={() => draft.clear()}>{t`Start over`}</Button>
            ) : (
              <Skeleton height={620} />
            )
          ) : (
            <DraftForm
              series={series}
              preview={shown}
              candidates={candidates.data?.rows}
              misfit={preview.error}
              draft={draft.value}
              onChange={draft.set}
              onDone={draft.clear}
            />
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          {shown === undefined ? !preview.isError && <Skeleton height={760} /> : <Preview preview={shown} />}
          <Paper withBorder p="md" component="section" aria-labelledby="standing">
            <Title order={2} fz="lg" mb="sm" id="standing">{t`In use and drafted`}</Title>
            <BaselinesInUse benefit={benefit} series={series} />
          </Paper>
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function Preview({ preview }: { preview: BaselinePreview }) {
  const proposed = useMemo(() => withGaps(preview.proposed), [preview]);
  const spec = useMemo(() => withControls(kpiSpec(proposed), proposed), [proposed]);
  const table = useMemo(() => tableWithControls(kpiTable(proposed), spec), [proposed, spec]);
  const shaded = t`${proposed.kpi.name}, ${proposed.scope}, against this baseline. Shaded: likely range without AI.`;
  return (
    <Stack gap="md">
      <div>
        <ChartCard
          height={320}
          title={proposed.findings}
          subtitle={[shaded, ...thinLines(proposed.controls)].join(" ")}
          spec={spec}
          table={table}
        />
      </div>
      <ControlsWaiting controls={proposed.controls} />
      <BaselineComparison preview={preview} />
      <BaselineEvidence preview={preview} />
    </Stack>
  );
}

interface DraftFormProps {
  series: Series;
  preview: BaselinePreview;
  candidates: readonly ControlCandidate[] | undefined;
  /** Why what is chosen could not be previewed. */
  misfit: Error | null;
  draft: BaselineDraft;
  onChange: (draft: BaselineDraft) => void;
  onDone: () => void;
}

function DraftForm({ series, preview, candidates, misfit, draft, onChange, onDone }: DraftFormProps) {
  const save = useWrite<NewBaseline, Baseline>(
    (client, body, idempotencyKey) => client.call("draftBaseline", { body, idempotencyKey }),
    () => onDone(),
  );
  const change = (next: BaselineDraft) => {
    if (save.error !== null) save.reset();
    onChange(next);
  };
  const { seriesId } = series;
  const { interventionStart, prePeriods } = preview;
  const { baseline } = preview.present;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="window">
      <Title order={2} fz="lg" mb="sm" id="window">{t`What it is compared with`}</Title>
      <Form onSend={() => save.send(newBaselineOf(draft, { seriesId, interventionStart }))}>
        <Stack gap="md">
          <BaselineFields
            draft={draft}
            series={series}
            preview={preview}
            candidates={candidates}
            problems={fieldProblems(save.error ?? misfit)}
            onChange={change}
          />
          <Suspicion preview={preview} draft={draft} onChange={change} />
          {save.error !== null && <ProblemAlert what={t`No baseline was drafted.`} error={save.error} />}
          {save.result !== undefined && save.error === null && (
            <Text size="sm" role="status">{t`Drafted. It stands below; somebody else freezes it.`}</Text>
          )}
          <Group gap="sm">
            <Button
              type="submit"
              loading={save.pending}
              disabled={prePeriods === 0}
            >{t`Save as a draft`}</Button>
            <Button variant="default" onClick={() => change(emptyBaseline)}>{t`Start over`}</Button>
            {baseline !== null && (
              <Button
                variant="default"
                onClick={() => change(draftLike(baseline))}
              >{t`As the one it has`}</Button>
            )}
          </Group>
          {prePeriods === 0 && (
            <Text size="sm">{t`There is no number before the start in this window: log or import older ones, or choose another.`}</Text>
          )}
        </Stack>
      </Form>
    </Paper>
  );
}
