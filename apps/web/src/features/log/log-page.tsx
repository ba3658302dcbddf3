import { Button, Group, Stack, Text } from "@mantine/core";
import { periodType } from "@liftledger/kpis/period";
import { IconCalendarStats, IconPlus, IconTableImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { ClosedNote } from "../periods/closed-note.tsx";
import { NewSeriesButton } from "../series/new-series-button.tsx";
import { LogForm } from "./log-form.tsx";
import { LogHeader } from "./log-header.tsx";
import { logSheetQuery } from "./log-sheet-query.ts";
import { periodTitle } from "./period-title.ts";
import { t } from "../../words.ts";

const wordsOf = {
  week: { thisPeriod: t`That week`, lastPeriod: t`The week before`, save: t`Save week` },
  month: { thisPeriod: t`That month`, lastPeriod: t`The month before`, save: t`Save month` },
};

export function LogPage() {
  const organisationId = useOrganisationId();
  const { period } = useSearch({ from: "/$organisationId/log" });
  const navigate = useNavigate({ from: "/$organisationId/log" });
  const sheet = useQuery(logSheetQuery(organisationId, period));
  const show = (chosen: string) => void navigate({ search: (before) => ({ ...before, period: chosen }) });
  return (
    <>
      <LogHeader period={period} query={sheet} onShow={show} />
      <Stack gap="md">
        <LookOnly least="contributor">
          {t`You see what was logged. To log something, ask an admin for the role of contributor.`}
        </LookOnly>
        <ShownQuery query={sheet} failed={t`The sheet could not be loaded.`} height={640}>
          {(data) => (
            <>
              <ClosedNote months={data.closedMonths} />
              {data.rows.length === 0 ? (
                <NothingToLog />
              ) : (
                <LogForm
                  key={`${organisationId} ${data.period}`}
                  sheet={data}
                  words={wordsOf[periodType(data.period)]}
                  aside={<OtherWays />}
                  next={data.nextPeriod !== null && <NextButton period={data.nextPeriod} onNext={show} />}
                />
              )}
            </>
          )}
        </ShownQuery>
      </Stack>
    </>
  );
}

function OtherWays() {
  return (
    <Group gap="sm">
      <NewSeriesButton
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
      >{t`Add a KPI to log`}</NewSeriesButton>
      <YearLink />
      <ImportLink />
    </Group>
  );
}

function YearLink() {
  const organisationId = useOrganisationId();
  return (
    <Button
      variant="default"
      leftSection={<IconCalendarStats size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/$organisationId/log/year" params={{ organisationId }} {...props} />}
    >{t`Fill in a year`}</Button>
  );
}

function NextButton({ period, onNext }: { period: string; onNext: (period: string) => void }) {
  return <Button onClick={() => onNext(period)}>{t`Next: ${periodTitle(period, readerLocale)}`}</Button>;
}

function ImportLink() {
  const organisationId = useOrganisationId();
  return (
    <Button
      variant="default"
      leftSection={<IconTableImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/$organisationId/import" params={{ organisationId }} {...props} />}
    >{t`Import a spreadsheet`}</Button>
  );
}

function NothingToLog() {
  return (
    <Stack gap="sm" align="flex-start">
      <Text
        maw={560}
      >{t`There is nothing to log for this period yet. A KPI measured for one team or channel becomes a row here; a spreadsheet with past numbers makes such rows by itself.`}</Text>
      <Group gap="sm">
        <NewSeriesButton
          leftSection={<IconPlus size={16} aria-hidden />}
        >{t`Add a KPI to log`}</NewSeriesButton>
        <ImportLink />
      </Group>
    </Stack>
  );
}
