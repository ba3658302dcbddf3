import { Group, Select } from "@mantine/core";
import { countPeriods } from "../../components/period-words.ts";
import { optionList } from "../../components/option-list.ts";
import type { Series } from "@liftledger/contracts/series";
import { NewSeriesButton } from "../series/new-series-button.tsx";
import { t } from "../../words.ts";

export interface SetupSeriesChoiceProps {
  /** The KPI of the sentence: its series come first. */
  kpiKey: string | undefined;
  series: readonly Series[];
  value: string;
  error: string | undefined;
  onChange: (seriesId: string) => void;
}

/** Chooses the number an initiative moves, or adds it where it is not measured yet. */
export function SetupSeriesChoice({ kpiKey, series: all, value, error, onChange }: SetupSeriesChoiceProps) {
  const series = all.filter((one) => one.retired === null || one.seriesId === value);
  const group = (words: string, chosen: readonly Series[]) => ({ group: words, items: chosen.map(option) });
  const data = [
    group(
      t`The KPI of the sentence`,
      series.filter((one) => one.kpiKey === kpiKey),
    ),
    group(
      t`Other KPIs`,
      series.filter((one) => one.kpiKey !== kpiKey),
    ),
  ].filter(({ items }) => items.length > 0);
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t`The number it moves`}
        description={t`One KPI of one team, channel or segment`}
        flex="1 1 320px"
        searchable
        allowDeselect={false}
        nothingFoundMessage={t`No series has that name`}
        limit={200}
        {...optionList}
        data={data}
        value={value === "" ? null : value}
        error={error}
        onChange={(seriesId) => onChange(seriesId ?? "")}
      />
      <NewSeriesButton
        variant="default"
        kpiKey={kpiKey}
        onCreated={({ seriesId }) => onChange(seriesId)}
      >{t`It is not measured yet`}</NewSeriesButton>
    </Group>
  );
}

function option({ seriesId, kpiName, scope, periods, periodType }: Series) {
  const logged = periods === 0 ? t`nothing logged` : countPeriods(periods, periodType);
  return { value: seriesId, label: `${kpiName}, ${scope} (${logged})` };
}
