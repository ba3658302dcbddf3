import { Button, Group, Stack, Text } from "@mantine/core";
import { NumberField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import type { TypedPlan } from "./typed-plan.ts";
import { t } from "../../words.ts";

type MirrRates = NonNullable<TypedPlan["mirrRates"]>;

/** What the rate that puts gains aside is reckoned with, where that is not the discount rate. */
export function MirrRates() {
  const { typed, change } = usePlanForm();
  const rates = typed.mirrRates;
  const set = (next: MirrRates | undefined) =>
    change(({ mirrRates: _mirrRates, ...before }) =>
      next === undefined ? before : { ...before, mirrRates: next },
    );
  if (rates === undefined)
    return (
      <div style={{ marginTop: 4 }}>
        <Button
          size="xs"
          variant="subtle"
          px={0}
          onClick={() => {
            const { annual } = typed.discountRate;
            set({ finance: annual, reinvest: annual, source: "" });
          }}
        >{t`State rates for borrowing and for gains put aside`}</Button>
      </div>
    );
  return (
    <Stack gap="xs" mt="md">
      <Group gap="md" align="flex-start">
        <NumberField
          path="/mirrRates/finance"
          label={t`What is spent costs a year`}
          w={200}
          unit="%"
          value={rates.finance}
          onChange={(finance) => set({ ...rates, finance })}
        />
        <NumberField
          path="/mirrRates/reinvest"
          label={t`Gains put aside earn a year`}
          w={200}
          unit="%"
          value={rates.reinvest}
          onChange={(reinvest) => set({ ...rates, reinvest })}
        />
        <div style={{ flex: "1 1 220px" }}>
          <WordsField
            path="/mirrRates/source"
            label={t`Whose two rates these are`}
            maxLength={1000}
            value={rates.source}
            onChange={(source) => set({ ...rates, source })}
          />
        </div>
      </Group>
      <Group gap="sm">
        <Text
          size="sm"
          c="dimmed"
        >{t`They count in one figure alone, the rate it earns with gains put aside (MIRR).`}</Text>
        <Button
          size="xs"
          variant="subtle"
          px={0}
          onClick={() => set(undefined)}
        >{t`Use the discount rate for both`}</Button>
      </Group>
    </Stack>
  );
}
