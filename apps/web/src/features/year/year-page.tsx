import { Box, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { YearSheet } from "@liftledger/contracts/series";
import { periodType, type PeriodType } from "@liftledger/kpis/period";
import { IconArrowLeft, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { seriesListQuery } from "../../ledger-queries.ts";
import { periodNames } from "../../components/period-words.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { LogKeys } from "../log/log-form.tsx";
import { WeeksOrMonths } from "../log/weeks-or-months.tsx";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { ClosedNote } from "../periods/closed-note.tsx";
import { YearFormCard } from "./year-form-card.tsx";
import { yearSheetQuery } from "./year-sheet-query.ts";
import { PageLinkInSentence } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

/** How many years back one may fill in. */
const yearsListed = 8;
/** Series shown at once; more are asked for. */
const firstSeries = 8;

/** A year at once: for who begins with a spreadsheet of the past, or was away for a month. */
export function YearPage() {
  const organisationId = useOrganisationId();
  const mayLog = useHasRole("contributor");
  const search = useSearch({ from: "/$organisationId/log/year" });
  const navigate = useNavigate({ from: "/$organisationId/log/year" });
  const { year = today().slice(0, 4), type = "week", q = "", rows: limit = firstSeries } = search;
  const asked = { year, periodType: type, q, limit };
  const sheet = useQuery(yearSheetQuery(organisationId, asked));
  const show = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHeader
        title={mayLog ? t`Fill in ${year}` : t`What was logged for ${year}`}
        subline={
          mayLog ? (
            <>
              {t`Paste a block from a spreadsheet into any cell, a week a column or a week a row.`}{" "}
              <Box component="span" visibleFrom="sm">
                <LogKeys />
              </Box>
            </>
          ) : undefined
        }
        aside={<YearSwitch year={year} type={type} onShow={show} />}
      />
      <Stack gap="md">
        <LookOnly least="contributor">
          {t`You see what was logged. To log something, ask an admin for the role of contributor.`}
        </LookOnly>
        <Group gap="sm" justify="space-between">
          <TextInput
            aria-label={t`Which KPIs`}
            placeholder={t`Filter by KPI, scope or initiative`}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={{ base: "100%", xs: 320 }}
            value={q}
            onChange={(event) => show({ q: event.currentTarget.value })}
          />
          <BackToWeek />
        </Group>
        <ShownQuery query={sheet} failed={t`The sheet could not be loaded.`} height={420}>
          {(data) => (
            <>
              <ClosedNote months={data.closedMonths} />
              {data.series.length === 0 ? (
                <Nothing q={q} type={type} />
              ) : (
                <YearFormCard
                  // A sheet of another year is another form; another filter is the same one.
                  key={formKey(organisationId, data)}
                  sheet={data}
                  draftKey={formKey(organisationId, data)}
                  more={
                    data.total > data.series.length && (
                      <Button
                        variant="subtle"
                        onClick={() => show({ rows: limit + firstSeries })}
                      >{t`Show more (${data.series.length} of ${data.total} shown)`}</Button>
                    )
                  }
                />
              )}
            </>
          )}
        </ShownQuery>
      </Stack>
    </>
  );
}

function YearSwitch({
  year,
  type,
  onShow,
}: {
  year: string;
  type: PeriodType;
  onShow: (change: { year?: string; type?: PeriodType }) => void;
}) {
  const organisationId = useOrganisationId();
  const series = useQuery(seriesListQuery(organisationId));
  const types = new Set([type, ...(series.data?.rows.map((row) => row.periodType) ?? [])]);
  const latest = Number(today().slice(0, 4));
  const years = Array.from({ length: yearsListed }, (_, back) => String(latest - back));
  return (
    <Group gap="xs">
      {types.size > 1 && <WeeksOrMonths value={type} onChange={(chosen) => onShow({ type: chosen })} />}
      <NativeSelect
        aria-label={t`Year`}
        value={year}
        data={years.includes(year) ? years : [...years, year]}
        onChange={(event) => onShow({ year: event.currentTarget.value })}
      />
    </Group>
  );
}

function BackToWeek() {
  const organisationId = useOrganisationId();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/$organisationId/log" params={{ organisationId }} {...props} />}
    >{t`One week at a time`}</Button>
  );
}

function formKey(organisationId: string, { year, periods }: YearSheet): string {
  return `year:${organisationId}:${year}:${periodType(periods[0]?.period ?? "")}`;
}

function Nothing({ q, type }: { q: string; type: PeriodType }) {
  return (
    <Text maw={560}>
      {q === ""
        ? tx`Nothing is logged by the ${periodNames[type]} yet. Add a KPI to log first, on the page ${(
            <PageLinkInSentence to="/$organisationId/log">{t`Log a week`}</PageLinkInSentence>
          )}.`
        : t`No KPI, scope or initiative has “${q}” in its name.`}
    </Text>
  );
}
