import { Button, Checkbox, Group, NativeSelect, Pill, Stack, Text } from "@mantine/core";
import type { BaselinePreview, ControlCandidate } from "@liftledger/contracts/baseline-preview";
import type { Series } from "@liftledger/contracts/series";
import { listPeriods } from "@liftledger/kpis/period";
import { formatPeriod } from "../../components/format-date.ts";
import { ControlFields } from "./control-fields.tsx";
import { periodsBefore, withWindow, type BaselineDraft } from "./baseline-request.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface BaselineFieldsProps {
  draft: BaselineDraft;
  series: Series;
  preview: BaselinePreview;
  /** The series it might be compared with; undefined until they are known. */
  candidates: readonly ControlCandidate[] | undefined;
  problems: Record<string, string>;
  onChange: (draft: BaselineDraft) => void;
}

/** What a baseline stands on: its start, the window before it, what is left out of it, what it is compared with, a trend. */
export function BaselineFields(props: BaselineFieldsProps) {
  const { draft, series, preview, candidates, problems, onChange } = props;
  const { firstPeriod, lastPeriod, periodType } = series;
  const start = draft.start === "" ? preview.interventionStart : draft.start;
  const before = periodsBefore(start, firstPeriod);
  const option = (period: string) => ({ value: period, label: formatPeriod(period) });
  const all = firstPeriod === null || lastPeriod === null ? [] : listPeriods(firstPeriod, lastPeriod);
  const starts = [...new Set([...all, start])].toSorted().toReversed();
  const change = (next: Partial<Pick<BaselineDraft, "start" | "from" | "to">>) =>
    onChange(withWindow(draft, next, start));
  return (
    <Stack gap="md">
      <NativeSelect
        label={t`It began in`}
        description={
          periodType === "week"
            ? t`The first week that is measured against it`
            : t`The first month that is measured against it`
        }
        value={start}
        error={problems["interventionStart"]}
        data={starts.map(option)}
        onChange={({ currentTarget }) => change({ start: currentTarget.value })}
      />
      <Group gap="sm" grow align="flex-start" preventGrowOverflow={false}>
        <NativeSelect
          label={t`Numbers from`}
          value={draft.from}
          error={problems["from"]}
          data={[{ value: "", label: t`the first there is` }, ...before.map(option)]}
          onChange={({ currentTarget }) => change({ from: currentTarget.value })}
        />
        <NativeSelect
          label={t`Numbers to`}
          value={draft.to}
          error={problems["to"]}
          data={[{ value: "", label: t`the last before it` }, ...before.map(option)]}
          onChange={({ currentTarget }) => change({ to: currentTarget.value })}
        />
      </Group>
      <LeftOut draft={draft} periods={before} problem={problems["leftOut"]} onChange={onChange} />
      <ControlFields
        draft={draft}
        preview={preview}
        candidates={candidates}
        problem={problems["controlSeriesIds"]}
        onChange={onChange}
      />
      <Checkbox
        label={t`A straight trend was going on before`}
        description={t`Counts only where it is declared before the start: a trend chosen after seeing the result can make any difference come or go.`}
        checked={draft.declareTrend}
        onChange={({ currentTarget }) => onChange({ ...draft, declareTrend: currentTarget.checked })}
      />
    </Stack>
  );
}

interface LeftOutProps {
  draft: BaselineDraft;
  periods: readonly string[];
  problem: string | undefined;
  onChange: (draft: BaselineDraft) => void;
}

/** The periods that made somebody begin; each can be taken in again. */
function LeftOut({ draft, periods, problem, onChange }: LeftOutProps) {
  const { leftOut, from, to } = draft;
  const set = (next: readonly string[]) => onChange({ ...draft, leftOut: [...next].toSorted() });
  const offered = periods.filter(
    (period) => !leftOut.includes(period) && (from === "" || period >= from) && (to === "" || period <= to),
  );
  return (
    <div>
      <NativeSelect
        label={t`Left out`}
        description={t`Bad periods that made you begin: after them it gets better by itself, and that would count as success.`}
        value=""
        error={problem}
        data={[
          {
            value: "",
            label: offered.length === 0 ? t`nothing more to leave out` : t`Choose one to leave out`,
          },
          ...offered.map((period) => ({ value: period, label: formatPeriod(period) })),
        ]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") set([...leftOut, currentTarget.value]);
        }}
      />
      {leftOut.length > 0 && (
        <Group gap={6} mt={8}>
          {leftOut.map((period) => (
            <Pill
              key={period}
              withRemoveButton
              size="md"
              onRemove={() => set(leftOut.filter((one) => one !== period))}
              removeButtonProps={{
                "aria-label": t`Take ${formatPeriod(period)} in again`,
                tabIndex: 0,
                "aria-hidden": false,
              }}
            >
              {formatPeriod(period)}
            </Pill>
          ))}
        </Group>
      )}
    </div>
  );
}

/** A bad spell before the start may be why it began: people know, the numbers do not. */
export function Suspicion({
  preview,
  draft,
  onChange,
}: Pick<BaselineFieldsProps, "preview" | "draft" | "onChange">) {
  const { suspicion } = preview;
  if (suspicion === null) return null;
  const spell = listPeriods(suspicion.from, suspicion.to);
  const leave = () => onChange({ ...draft, leftOut: [...new Set([...draft.leftOut, ...spell])].toSorted() });
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {formatSentence(suspicion.reason)}
      </Text>
      <Button size="xs" variant="default" onClick={leave}>
        {spell.length > 1
          ? t`Leave out ${formatPeriod(suspicion.from)} to ${formatPeriod(suspicion.to)}`
          : t`Leave out ${formatPeriod(suspicion.from)}`}
      </Button>
    </div>
  );
}
