import { Alert, Box, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import { periodType } from "@liftledger/kpis/period";
import { IconLock, IconPlus, IconTableImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { seriesListQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { closedText } from "../periods/closed-words.ts";
import { NewSeriesButton } from "../series/new-series-button.tsx";
import { LogForm, LogKeys } from "./log-form.tsx";
import { logSheetQuery } from "./log-sheet-query.ts";
import { periodTitle } from "./period-title.ts";
import { PeriodSwitch } from "./period-switch.tsx";

const wordsOf = {
  week: { thisPeriod: "This week", lastPeriod: "Last week", save: "Save week" },
  month: { thisPeriod: "This month", lastPeriod: "Last month", save: "Save month" },
};

export function LogPage() {
  const organisationId = useOrganisationId();
  const { period } = useSearch({ from: "/$organisationId/log" });
  const navigate = useNavigate({ from: "/$organisationId/log" });
  const sheet = useQuery(logSheetQuery(organisationId, period));
  const show = (chosen: string) => void navigate({ search: (before) => ({ ...before, period: chosen }) });
  return (
    <>
      <LogHeader sheet={sheet.data} onShow={show} />
      <Stack gap="md">
        {sheet.isError && (
          <FailedQuery
            what="The sheet could not be loaded."
            error={sheet.error}
            onRetry={() => void sheet.refetch()}
            retrying={sheet.isFetching}
            showsOlderData={sheet.data !== undefined}
          />
        )}
        {sheet.isPending && <Skeleton height={360} radius="md" />}
        {sheet.data !== undefined && <ClosedNote months={sheet.data.closedMonths} />}
        {sheet.data?.rows.length === 0 && <NothingToLog />}
        {sheet.data !== undefined && sheet.data.rows.length > 0 && (
          <LogForm
            key={`${organisationId} ${sheet.data.period}`}
            sheet={sheet.data}
            words={wordsOf[periodType(sheet.data.period)]}
            aside={<OtherWays />}
            next={
              sheet.data.nextPeriod !== null && <NextButton period={sheet.data.nextPeriod} onNext={show} />
            }
          />
        )}
      </Stack>
    </>
  );
}

/** That the sheet is read rather than filled in, where finance has closed a month that it has days in. */
function ClosedNote({ months }: { months: LogSheet["closedMonths"] }) {
  if (months.length === 0) return null;
  const names = months.map(({ month }) => month);
  return (
    <Alert variant="default" icon={<IconLock aria-hidden />} role="status">
      {closedText(names, readerLocale)}
    </Alert>
  );
}

function LogHeader({ sheet, onShow }: { sheet: LogSheet | undefined; onShow: (period: string) => void }) {
  const series = useQuery(seriesListQuery(useOrganisationId()));
  const types = new Set(series.data?.rows.map((row) => row.periodType));
  if (sheet !== undefined) types.add(periodType(sheet.period));
  return (
    <PageHeader
      title={sheet === undefined ? "Log a week" : `Log ${periodTitle(sheet.period, readerLocale)}`}
      subline={
        <>
          Type, or paste a block from a spreadsheet into any cell.{" "}
          <Box component="span" visibleFrom="sm">
            <LogKeys />
          </Box>
        </>
      }
      aside={
        sheet !== undefined && (
          <PeriodSwitch
            period={sheet.period}
            previous={sheet.previousPeriod}
            next={sheet.nextPeriod}
            bothTypes={types.size > 1}
            onChange={onShow}
          />
        )
      }
    />
  );
}

function OtherWays() {
  return (
    <Group gap="sm">
      <NewSeriesButton variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        Add a KPI to log
      </NewSeriesButton>
      <ImportLink />
    </Group>
  );
}

function NextButton({ period, onNext }: { period: string; onNext: (period: string) => void }) {
  return <Button onClick={() => onNext(period)}>Next: {periodTitle(period, readerLocale)}</Button>;
}

function ImportLink() {
  const organisationId = useOrganisationId();
  return (
    <Button
      variant="default"
      leftSection={<IconTableImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/$organisationId/import" params={{ organisationId }} {...props} />}
    >
      Import a spreadsheet
    </Button>
  );
}

function NothingToLog() {
  return (
    <Stack gap="sm" align="flex-start">
      <Text maw={560}>
        There is nothing to log for this period yet. A KPI measured for one team or channel becomes a row
        here; a spreadsheet with past numbers makes such rows by itself.
      </Text>
      <Group gap="sm">
        <NewSeriesButton leftSection={<IconPlus size={16} aria-hidden />}>Add a KPI to log</NewSeriesButton>
        <ImportLink />
      </Group>
    </Stack>
  );
}
