import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { today } from "../../today.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

interface TypedRate {
  from: string;
  date: string;
  rate: string;
  source: string;
}

/** One rate: what a unit of another currency is worth here from a day on, and who says so. */
export function RateForm({ currency }: { currency: string }) {
  const { typed, change, faults, save, submit } = useRateForm();
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Currency`}
            description={t`Its code, such as USD`}
            w={150}
            maxLength={3}
            value={typed.from}
            error={faults["from"]}
            onChange={({ currentTarget }) => change({ from: currentTarget.value.toUpperCase() })}
          />
          <TextInput
            label={t`From the day`}
            description={t`It holds until the next`}
            type="date"
            w={180}
            max={today()}
            value={typed.date}
            error={faults["date"]}
            onChange={({ currentTarget }) => change({ date: currentTarget.value })}
          />
          <TextInput
            label={t`One is worth, in ${currency}`}
            description={t`As the source prints it`}
            inputMode="decimal"
            autoComplete="off"
            w={190}
            value={typed.rate}
            error={faults["rate"]}
            onChange={({ currentTarget }) => change({ rate: currentTarget.value })}
          />
          <TextInput
            label={t`Source`}
            description={t`A central bank, the treasury`}
            w={220}
            value={typed.source}
            error={faults["source"]}
            onChange={({ currentTarget }) => change({ source: currentTarget.value })}
          />
        </Group>
        {save.error !== null && <ProblemAlert what={t`The rate was not added.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Add the rate`}</Button>
          {save.result !== undefined && <Text size="sm" role="status">{t`The rate is added.`}</Text>}
        </Group>
      </Stack>
    </Form>
  );
}

function useRateForm() {
  const [typed, setTyped] = useState<TypedRate>({ from: "", date: today(), rate: "", source: "" });
  const [asked, setAsked] = useState(false);
  const save = useWrite<TypedRate, EndpointOutput<"addExchangeRates">>(
    (client, rate, idempotencyKey) =>
      client.call("addExchangeRates", { body: { rates: [rate] }, idempotencyKey }),
    () => {
      setAsked(false);
      setTyped((before) => ({ ...before, rate: "" }));
    },
  );
  const read = readTypedNumber(typed.rate, readerLocale);
  const own = {
    ...(typed.from.length === 3 ? {} : { from: t`Three letters` }),
    ...(typed.date === "" ? { date: t`Say from which day` } : {}),
    ...(read.kind === "number" ? {} : { rate: read.kind === "fault" ? read.message : t`Say the rate` }),
    ...(typed.source.trim() === "" ? { source: t`Say who says so` } : {}),
  };
  const told = fieldProblems(save.error);
  const served = Object.fromEntries(
    Object.entries(told).map(([field, text]) => [field.replace("rates.0.", ""), text]),
  );
  const faults: Record<string, string> = asked ? { ...served, ...own } : served;
  return {
    typed,
    faults,
    save,
    change(next: Partial<TypedRate>) {
      if (save.error !== null || save.result !== undefined) save.reset();
      setTyped((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length > 0 || read.kind !== "number") return;
      save.send({ ...typed, rate: read.decimal, source: typed.source.trim() });
    },
  };
}
