import { Group, NativeSelect, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { CostCategory } from "@liftledger/contracts/initiative";
import { addPeriods, comparePeriods, listPeriods } from "@liftledger/kpis/period";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { today } from "../../today.ts";
import { costCategories, type CostDraft, type CostKind } from "./setup-cost-draft.ts";
import { t } from "../../words.ts";

export interface SetupCostFieldsProps {
  draft: CostDraft;
  startedOn: string;
  currency: string;
  /** Those that can be converted. */
  otherCurrencies: readonly string[];
  onChange: (next: Partial<CostDraft>) => void;
}

/** The fields of new cost lines: one amount for each month of a range, or a pasted list. */
export function SetupCostFields(props: SetupCostFieldsProps) {
  const { draft, onChange } = props;
  return (
    <Stack gap="md" align="stretch">
      <SegmentedControl<CostDraft["way"]>
        aria-label={t`How to enter costs`}
        value={draft.way}
        w="fit-content"
        data={[
          { value: "months", label: t`The same each month` },
          { value: "paste", label: t`Paste a list` },
        ]}
        onChange={(way) => onChange({ way })}
      />
      <SharedFields {...props} />
      {draft.way === "months" ? (
        <MonthFields {...props} />
      ) : (
        <Textarea
          label={t`Month and amount, one line each`}
          description={t`Copied from a spreadsheet; a third column may name the category, a fourth say planned or actual`}
          autosize
          minRows={4}
          maxRows={14}
          value={draft.pasted}
          onChange={({ currentTarget }) => onChange({ pasted: currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function SharedFields({ draft, currency, otherCurrencies, onChange }: SetupCostFieldsProps) {
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`Category`}
        value={draft.category}
        data={[...costCategories]}
        onChange={({ currentTarget }) => onChange({ category: currentTarget.value as CostCategory })}
      />
      <NativeSelect
        label={t`It was`}
        value={draft.kind}
        data={[
          { value: "actual", label: t`paid (actual)` },
          { value: t`planned`, label: t`planned` },
        ]}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as CostKind })}
      />
      {otherCurrencies.length > 0 && (
        <NativeSelect
          label={t`Currency`}
          value={draft.currency ?? currency}
          data={[currency, ...otherCurrencies]}
          onChange={({ currentTarget }) =>
            onChange({ currency: currentTarget.value === currency ? undefined : currentTarget.value })
          }
        />
      )}
      <TextInput
        label={t`Source (optional)`}
        description={t`An invoice, a contract`}
        value={draft.source}
        onChange={({ currentTarget }) => onChange({ source: currentTarget.value })}
      />
    </Group>
  );
}

function MonthFields({ draft, startedOn, currency, onChange }: SetupCostFieldsProps) {
  const months = monthChoices(startedOn);
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`From`}
        value={draft.from}
        data={months}
        onChange={({ currentTarget }) =>
          onChange({
            from: currentTarget.value,
            ...(draft.to < currentTarget.value ? { to: currentTarget.value } : {}),
          })
        }
      />
      <NativeSelect
        label={t`To and with`}
        value={draft.to}
        data={months}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
      <TextInput
        label={t`Amount each month`}
        inputMode="decimal"
        autoComplete="off"
        w={190}
        value={draft.amount}
        rightSection={
          <Text component="span" size="xs" c="dimmed" aria-hidden>
            {draft.currency ?? currency}
          </Text>
        }
        rightSectionWidth={44}
        onChange={({ currentTarget }) => onChange({ amount: currentTarget.value })}
      />
    </Group>
  );
}

/** From a year before the start to a year ahead of today. */
function monthChoices(startedOn: string) {
  const start = addPeriods(startedOn.slice(0, 7), -12);
  const ahead = addPeriods(today().slice(0, 7), 12);
  const end = comparePeriods(ahead, start) < 24 ? addPeriods(start, 24) : ahead;
  return listPeriods(start, end).map((value) => ({ value, label: formatPeriod(value, readerLocale) }));
}
