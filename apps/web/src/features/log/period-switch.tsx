import { ActionIcon, Group, NativeSelect } from "@mantine/core";
import { addPeriods, comparePeriods, periodOf, periodType, type PeriodType } from "@liftledger/kpis/period";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { readerLocale } from "../../components/reader-locale.ts";
import { today } from "../../today.ts";
import { periodLabel } from "./period-title.ts";
import { WeeksOrMonths } from "./weeks-or-months.tsx";
import { t } from "../../words.ts";

export interface PeriodSwitchProps {
  period: string;
  previous: string;
  next: string | null;
  /** Whether there is anything to log by the month as well as by the week. */
  bothTypes: boolean;
  onChange: (period: string) => void;
}

const listed = { week: 160, month: 60 } as const;

/** Steps back and forth by one period, jumps to any of the last years, changes between weeks and months. */
export function PeriodSwitch({ period, previous, next, bothTypes, onChange }: PeriodSwitchProps) {
  const type = periodType(period);
  return (
    <Group gap="xs" wrap="wrap">
      {bothTypes && <WeeksOrMonths value={type} onChange={(chosen) => onChange(periodOf(today(), chosen))} />}
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" size={36} aria-label={t`Earlier`} onClick={() => onChange(previous)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label={type === "week" ? t`Week` : t`Month`}
          value={period}
          data={choices(period, type)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t`Later`}
          disabled={next === null}
          onClick={() => next !== null && onChange(next)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}

function choices(period: string, type: PeriodType) {
  const current = periodOf(today(), type);
  const latest = comparePeriods(period, current) > 0 ? period : current;
  const periods = Array.from({ length: listed[type] }, (_, back) => addPeriods(latest, -back));
  if (!periods.includes(period)) periods.push(period);
  return periods.map((value) => ({ value, label: periodLabel(value, readerLocale) }));
}
