import { Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series, Snapshot } from "@liftledger/contracts/series";
import { seriesFigureId } from "@liftledger/contracts/series-figure-id";
import { useQuery } from "@tanstack/react-query";
import { lastDay } from "@liftledger/kpis/period";
import { useMemo, useState } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useSeen } from "../../components/use-seen.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { countPeriods } from "../../components/period-words.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { NoteDialog } from "../notes/note-dialog.tsx";
import { pointOf, type NotedPoint } from "../notes/noted-point.ts";
import { NotesList } from "../notes/notes-list.tsx";
import type { NumberedNote } from "../notes/numbered-notes.ts";
import { seriesNotesQuery } from "../notes/queries.ts";
import { withNotes } from "../notes/with-notes.ts";
import { kpiFormula } from "./kpi-words.ts";
import { lastYearQuery, seriesQualityQuery } from "./queries.ts";
import { periodsOf, seriesSpec, seriesTable } from "./series-chart.ts";
import { seriesFinding } from "./series-finding.ts";
import { SeriesQualityFacts } from "./series-quality-facts.tsx";
import { SeriesRetirement } from "./series-retirement.tsx";
import { t } from "../../words.ts";

const chartHeight = 260;

/** One series of a KPI: its last year, how good its numbers are, who stands on them. Asked for once it is seen. */
export function KpiSeriesCard({ kpi, series }: { kpi: Kpi; series: Series }) {
  const { ref, seen } = useSeen();
  const organisationId = useOrganisationId();
  const clocks = useClocks();
  const year = useQuery({ ...lastYearQuery(organisationId, series, clocks), enabled: seen });
  const quality = useQuery({
    ...seriesQualityQuery(organisationId, series.seriesId, clocks),
    enabled: seen,
  });
  const failed = year.isError ? year : quality;
  return (
    <Paper withBorder p="md" miw={0} ref={ref}>
      <Stack gap="md">
        {failed.isError && (
          <FailedQuery
            what={t`${series.scope} could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            retrying={failed.isFetching}
            showsOlderData={failed.data !== undefined}
          />
        )}
        {!failed.isError && (year.data === undefined || quality.data === undefined) && (
          <>
            <Title order={3} fz={16}>
              {series.scope}
            </Title>
            <Skeleton height={chartHeight + 120} />
          </>
        )}
        {year.data !== undefined && quality.data !== undefined && (
          <>
            <SeriesChart kpi={kpi} series={series} snapshots={year.data.rows} uses={quality.data.usedBy} />
            <SeriesQualityFacts series={series} quality={quality.data} />
          </>
        )}
        <SeriesRetirement series={series} />
      </Stack>
    </Paper>
  );
}

function SeriesChart(input: { series: Series } & Parameters<typeof seriesSpec>[0]) {
  const { kpi, series, snapshots, uses } = input;
  const notes = useQuery(seriesNotesQuery(useOrganisationId(), series.seriesId)).data ?? none;
  const mayNote = useHasRole("contributor");
  const [noting, setNoting] = useState<NotedPoint>();
  const things = [{ key: series.seriesId, name: series.scope, on: { seriesId: series.seriesId } }];
  const spec = useMemo(() => {
    const lastDays = periodsOf(snapshots).map(lastDay);
    return withNotes(seriesSpec({ kpi, series, snapshots, uses }), lastDays, notes);
  }, [kpi, series, snapshots, uses, notes]);
  const table = useMemo(() => seriesTable({ kpi, series, snapshots, uses }), [kpi, series, snapshots, uses]);
  const { seriesId } = series;
  const { text: title, shown: heading } = seriesFinding(snapshots, {
    ...series,
    format: spec.format,
    opens: (text, span) => ({
      text,
      shown: <SentenceFigure figureId={seriesFigureId({ seriesId, ...span })} text={text} />,
    }),
  });
  if (snapshots.length === 0) {
    return (
      <div>
        <Title order={3} fz={16}>
          {title}
        </Title>
        <Text
          size="sm"
          c="dimmed"
        >{t`The first number typed in or imported shows here; a course from four on.`}</Text>
      </div>
    );
  }
  const last = countPeriods(snapshots.length, series.periodType);
  const shown = t`${kpiFormula(kpi)}, the last ${last} logged.`;
  return (
    <>
      <ChartCard
        bare
        headingOrder={3}
        height={chartHeight}
        title={title}
        heading={heading}
        subtitle={(spec.marks ?? []).length > 0 ? `${shown} ${t`Lines: where an initiative began.`}` : shown}
        spec={spec}
        table={table}
        onNote={
          mayNote ? (index) => setNoting(pointOf(periodAt(snapshots, index), series.seriesId)) : undefined
        }
      />
      {notes.length > 0 && (
        <NotesList subject={series.seriesId} things={things} notes={notes} aboutOf={() => undefined} />
      )}
      {noting !== undefined && (
        <NoteDialog
          key={noting.from}
          subject={series.seriesId}
          things={things}
          at={noting}
          onClose={() => setNoting(undefined)}
        />
      )}
    </>
  );
}

const none: readonly NumberedNote[] = [];

function periodAt(snapshots: readonly Snapshot[], index: number): { period: string } | undefined {
  const period = periodsOf(snapshots)[index];
  return period === undefined ? undefined : { period };
}
