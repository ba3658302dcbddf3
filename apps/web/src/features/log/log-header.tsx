import { Box, Group, Skeleton } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import { periodOf, periodType } from "@liftledger/kpis/period";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { seriesListQuery } from "../../ledger-queries.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { LogKeys } from "./log-form.tsx";
import { periodTitle } from "./period-title.ts";
import { PeriodSwitch } from "./period-switch.tsx";
import { t } from "../../words.ts";

interface LogHeaderProps {
  /** The period in the address; the one that is due without. */
  period: string | undefined;
  query: UseQueryResult<LogSheet>;
  onShow: (period: string) => void;
}

/** Which period is logged, and how another is chosen: as high while it waits as when it is known. */
export function LogHeader({ period, query: { data: sheet, isPending }, onShow }: LogHeaderProps) {
  const series = useQuery(seriesListQuery(useOrganisationId()));
  const types = new Set(series.data?.rows.map((row) => row.periodType));
  if (sheet !== undefined) types.add(periodType(sheet.period));
  const mayLog = useHasRole("contributor");
  const named = sheet === undefined ? undefined : periodTitle(sheet.period, readerLocale);
  const title = titleOf(named, mayLog);
  const howToType = mayLog ? <HowToType /> : undefined;
  return (
    <PageHeader
      title={title}
      heading={isPending ? <WaitingTitle title={title} period={period} mayLog={mayLog} /> : title}
      subline={sheet?.rows.length === 0 ? t`What is counted, period by period.` : howToType}
      aside={
        isPending || series.isPending ? (
          <WaitingSwitch />
        ) : (
          sheet !== undefined && (
            <PeriodSwitch
              period={sheet.period}
              previous={sheet.previousPeriod}
              next={sheet.nextPeriod}
              bothTypes={types.size > 1}
              onChange={onShow}
            />
          )
        )
      }
    />
  );
}

function titleOf(period: string | undefined, mayLog: boolean): string {
  if (mayLog) return period === undefined ? t`Log a week` : t`Log ${period}`;
  return period === undefined ? t`What was logged` : t`What was logged for ${period}`;
}

function HowToType() {
  return (
    <>
      {t`Type, or paste a block from a spreadsheet into any cell.`}
      {/* In a line of its own, so that what stands beside it does not move it when it comes. */}
      <Box component="span" display="block" visibleFrom="sm">
        <LogKeys />
      </Box>
    </>
  );
}

interface WaitingTitleProps {
  title: string;
  period: string | undefined;
  mayLog: boolean;
}

/** As long as the title will be: that of the period in the address, or of this week for the one that is due. */
function WaitingTitle({ title, period, mayLog }: WaitingTitleProps) {
  const likely = periodTitle(period ?? periodOf(today(), "week"), readerLocale);
  return (
    <>
      <span className="visually-hidden">{title}</span>
      <Skeleton
        component="span"
        display="inline-block"
        w="auto"
        h="auto"
        style={{ verticalAlign: "top" }}
        aria-hidden
      >
        {titleOf(likely, mayLog)}
      </Skeleton>
    </>
  );
}

/** The places of weeks or months, and of the period. */
function WaitingSwitch() {
  return (
    <Group gap="xs" wrap="wrap" aria-busy="true">
      <Skeleton h={36} w={152} />
      {/* Of the window, not of its row: that is as wide as what stands in it. */}
      <Skeleton h={36} w="min(330px, 80vw)" />
    </Group>
  );
}
