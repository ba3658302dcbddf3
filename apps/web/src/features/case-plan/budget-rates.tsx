import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { currencyCodes } from "@liftledger/finance/currency";
import { IconTrash } from "@tabler/icons-react";
import { optionList } from "../../components/option-list.ts";
import { today } from "../../today.ts";
import { currencyWords } from "../settings/currency-words.ts";
import { NumberField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import type { TypedPlan } from "./typed-plan.ts";
import { t } from "../../words.ts";

type BudgetRate = TypedPlan["budgetRates"][number];

/** What other currencies are worth in this plan, whatever the market does; for lines that are paid in them. */
export function BudgetRates() {
  const { typed, change } = usePlanForm();
  const set = (next: (rates: readonly BudgetRate[]) => readonly BudgetRate[]) =>
    change((before) => ({ ...before, budgetRates: [...next(before.budgetRates)] }));
  const free = currencyCodes.find(
    (code) => code !== typed.currency && !typed.budgetRates.some(({ from }) => from === code),
  );
  return (
    <Stack gap="xs" mt="md">
      {typed.budgetRates.map((rate, index) => (
        <BudgetRateRow
          key={rate.from}
          rate={rate}
          index={index}
          onChange={(next) => set((rates) => rates.map((one) => (one === rate ? { ...one, ...next } : one)))}
          onRemove={() => set((rates) => rates.filter((one) => one !== rate))}
        />
      ))}
      <div>
        <Button
          size="xs"
          variant="subtle"
          px={0}
          onClick={() => {
            const from = ["USD", "EUR", "GBP"].find(
              (code) => code !== typed.currency && !typed.budgetRates.some((one) => one.from === code),
            );
            const wanted = from ?? free;
            if (wanted !== undefined)
              set((rates) => [...rates, { from: wanted, rate: "", lockedOn: today() }]);
          }}
        >{t`Lock a rate for another currency`}</Button>
      </div>
    </Stack>
  );
}

function BudgetRateRow({
  rate: { from, rate, lockedOn },
  index,
  onChange,
  onRemove,
}: {
  rate: BudgetRate;
  index: number;
  onChange: (next: Partial<BudgetRate>) => void;
  onRemove: () => void;
}) {
  const { typed, problemAt } = usePlanForm();
  return (
    <Group gap="sm" align="flex-end">
      <Select
        {...optionList}
        label={t`Currency`}
        w={220}
        data-path={`/budgetRates/${index}/from`}
        searchable
        allowDeselect={false}
        limit={60}
        data={currencyCodes
          .filter((code) => code === from || !typed.budgetRates.some((one) => one.from === code))
          .map((code) => ({ value: code, label: currencyWords(code) }))}
        value={from}
        error={problemAt(`/budgetRates/${index}/from`)}
        onChange={(code) => code !== null && onChange({ from: code })}
      />
      <NumberField
        path={`/budgetRates/${index}/rate`}
        label={t`One is worth, in ${typed.currency}`}
        w={190}
        value={rate}
        onChange={(next) => onChange({ rate: next })}
      />
      <TextInput
        label={t`Locked on`}
        type="date"
        w={170}
        data-path={`/budgetRates/${index}/lockedOn`}
        value={lockedOn}
        error={problemAt(`/budgetRates/${index}/lockedOn`)}
        onChange={({ currentTarget }) => onChange({ lockedOn: currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        size="lg"
        mb={2}
        aria-label={t`Take away the rate of ${from}`}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <Text size="xs" c="dimmed" visibleFrom="md" mb={10}>{t`for the whole plan`}</Text>
    </Group>
  );
}
