import { Button, Card, Group, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { currencyCodes } from "@liftledger/finance/currency";
import { addPeriods } from "@liftledger/kpis/period";
import { formatDate, formatMonth } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { optionList } from "../../components/option-list.ts";
import { percentOfShare } from "../../components/decimal-share.ts";
import { typedFromDecimal } from "../../components/typed-number.ts";
import { today } from "../../today.ts";
import { percentWords, priceNames, timingChoices } from "../cases/plan-words.ts";
import { currencyWords } from "../settings/currency-words.ts";
import { BudgetRates } from "./budget-rates.tsx";
import { MirrRates } from "./mirr-rates.tsx";
import { dayOf } from "../../today.ts";
import { ChoiceField, NumberField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import type { TypedPlan } from "./typed-plan.ts";
import { t } from "../../words.ts";

const entriesOf = <Key extends string, Name>(names: Record<Key, Name>) =>
  (Object.entries(names) as [Key, Name][]).map(([value, label]) => ({ value, label }));

const timings = entriesOf(timingChoices).map(({ value, label: { label } }) => ({ value, label }));

/** What the whole plan stands on: when it begins, how long it is, in which money, at which discount rate. */
export function BasicsCard() {
  const { typed, change } = usePlanForm();
  const set = (next: Partial<TypedPlan>) => change((before) => ({ ...before, ...next }));
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="plan-basics">
      <Title order={2} fz="lg" mb="sm" id="plan-basics">{t`Basics`}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <ChoiceField
          path="/start"
          label={t`From`}
          value={typed.start}
          data={monthsAround(typed.start)}
          onChange={(start) => set({ start })}
        />
        <NumberField
          path="/horizon"
          label={t`For how many`}
          value={typed.horizon}
          onChange={(horizon) => set({ horizon })}
        />
        <ChoiceField
          path="/period"
          label={t`Counted by`}
          value={typed.period}
          data={[
            { value: "month", label: t`Months` },
            { value: "year", label: t`Years` },
          ]}
          onChange={(period) => set({ period })}
        />
        <Select
          {...optionList}
          label={t`Currency`}
          data-path="/currency"
          searchable
          allowDeselect={false}
          limit={60}
          data={currencyCodes.map((code) => ({ value: code, label: currencyWords(code) }))}
          value={typed.currency}
          onChange={(currency) => currency !== null && set({ currency })}
        />
        <div>
          <ChoiceField
            path="/timing"
            label={t`Money comes`}
            value={typed.timing}
            data={timings}
            onChange={(timing) => set({ timing })}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {timingChoices[typed.timing].start}
          </Text>
        </div>
        <ChoiceField
          path="/prices"
          label={t`Prices and discount rate`}
          value={typed.prices}
          data={entriesOf(priceNames)}
          onChange={(prices) =>
            set({ prices, discountRate: { ...typed.discountRate, prices, setBy: null, setOn: null } })
          }
        />
      </SimpleGrid>
      <RateFields />
      <MirrRates />
      <BudgetRates />
    </Card>
  );
}

/** Two years back, five ahead, and the one that stands there. */
function monthsAround(start: string): { value: string; label: string }[] {
  const now = today().slice(0, 7);
  const months = Array.from({ length: 84 }, (_, index) => addPeriods(now, index - 24));
  return [...new Set([...months, start])]
    .toSorted()
    .map((month) => ({ value: month, label: formatMonth(`${month}-01`, readerLocale) }));
}

function RateFields() {
  const { typed, plan, version, change } = usePlanForm();
  const { discountRate } = typed;
  // A rate that one states oneself was set by nobody.
  const set = (next: Partial<TypedPlan["discountRate"]>) =>
    change((before) => ({
      ...before,
      discountRate: { ...before.discountRate, setBy: null, setOn: null, ...next },
    }));
  const { setBy, setOn } = discountRate;
  return (
    <Stack gap="xs" mt="md">
      <Group gap="md" align="flex-start">
        <NumberField
          path="/discountRate/annual"
          label={t`Discount rate a year`}
          w={170}
          unit="%"
          value={discountRate.annual}
          onChange={(annual) => set({ annual, source: setBy === null ? discountRate.source : "" })}
        />
        <NumberField
          path="/discountRate/riskPremium"
          label={t`Of it for risk`}
          w={130}
          unit="%"
          value={discountRate.riskPremium}
          onChange={(riskPremium) => set({ riskPremium })}
        />
        <div style={{ flex: "1 1 260px" }}>
          <WordsField
            path="/discountRate/source"
            label={t`Whose rate it is`}
            maxLength={1000}
            value={discountRate.source}
            onChange={(source) => set({ source })}
          />
        </div>
      </Group>
      {Number(plan.discountRate.riskPremium) > 0 && (
        <Text
          size="sm"
          c="dimmed"
        >{t`The discount rate allows for risk, so no line may allow for it as well: a risk is charged once.`}</Text>
      )}
      <Group gap="sm">
        {setBy !== null && setOn !== null && (
          <Text size="sm" c="dimmed">{t`Set by ${setBy} on ${formatDate(setOn)}.`}</Text>
        )}
        <OrganisationsRate terms={version.terms} />
      </Group>
    </Stack>
  );
}

/** Offers the organisation's own rate where the plan has another. */
function OrganisationsRate({ terms: { defaultRate } }: Pick<CaseVersion, "terms">) {
  const { plan, change } = usePlanForm();
  if (defaultRate === null)
    return <Text size="sm" c="dimmed">{t`Finance has not set a rate of the organisation yet.`}</Text>;
  const { annual, prices, setBy, setAt, version } = defaultRate;
  if (plan.discountRate.setBy !== null && Number(plan.discountRate.annual) === Number(annual)) return null;
  const setOn = dayOf(setAt);
  return (
    <Button
      size="xs"
      variant="default"
      h="auto"
      mih={30}
      py={4}
      maw="100%"
      styles={{ label: { whiteSpace: "normal", textAlign: "start", lineHeight: 1.3 } }}
      onClick={() =>
        change((before) => ({
          ...before,
          prices,
          discountRate: {
            annual: typedFromDecimal(percentOfShare(annual), readerLocale),
            prices,
            // In the words the server keeps with it, whatever the reader's language.
            source: /* no text: kept with the plan */ `Organisation's rate, version ${version}`,
            setBy,
            setOn,
            riskPremium: "0",
          },
        }))
      }
    >
      {t`Use the organisation’s: ${percentWords(annual)}, set by ${setBy} on ${formatDate(setOn)}`}
    </Button>
  );
}
