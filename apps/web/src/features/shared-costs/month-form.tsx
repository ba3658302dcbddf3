import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { BookCostPool, BookedCostPool, CostPool, CostShare } from "@liftledger/contracts/cost-pool";
import type { Initiative } from "@liftledger/contracts/initiative";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { today } from "../../today.ts";
import { useWrite } from "../../use-write.ts";
import { quantityUnit } from "./driver-words.ts";
import { bookingOf, draftOfMonth, lastRevision, type MonthDraft } from "./month-draft.ts";
import { t } from "../../words.ts";

export interface MonthFormProps {
  pool: CostPool;
  shares: readonly CostShare[];
  initiatives: readonly Pick<Initiative, "initiativeId" | "name">[];
  currency: string;
  onDone: () => void;
}

/** What a shared cost was in a month, and how much of it each used. */
export function MonthForm({ pool, shares, initiatives, currency, onDone }: MonthFormProps) {
  const { draft, faults, change, save, submit } = useMonthForm(pool, shares, onDone);
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Month`}
            type="month"
            w={170}
            value={draft.month}
            error={faults["month"]}
            onChange={({ currentTarget }) => change({ month: currentTarget.value })}
          />
          <NativeSelect
            label={t`Kind`}
            value={draft.kind}
            data={["actual", "planned"]}
            onChange={({ currentTarget }) =>
              change({ kind: currentTarget.value === "planned" ? "planned" : "actual" })
            }
          />
          <TextInput
            label={t`Amount, in ${currency}`}
            inputMode="decimal"
            autoComplete="off"
            w={170}
            value={draft.amount}
            error={faults["amount"]}
            onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
          />
          <TextInput
            label={t`Source (optional)`}
            w={220}
            maxLength={120}
            value={draft.source}
            onChange={({ currentTarget }) => change({ source: currentTarget.value })}
          />
        </Group>
        <Users pool={pool} draft={draft} faults={faults} initiatives={initiatives} onChange={change} />
        {save.error !== null && <ProblemAlert what={t`The month was not booked.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Book the month`}</Button>
          <Button variant="default" onClick={onDone}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface UsersProps extends Pick<MonthFormProps, "pool" | "initiatives"> {
  draft: MonthDraft;
  faults: Record<string, string>;
  onChange: (next: Partial<MonthDraft>) => void;
}

/** Who shares the month, each with a quantity unless it is divided equally. */
function Users({ pool, draft, faults, initiatives, onChange }: UsersProps) {
  const { quantities } = draft;
  const others = initiatives.filter(({ initiativeId }) => quantities[initiativeId] === undefined);
  const nameOf = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const without = (id: string) =>
    Object.fromEntries(Object.entries(quantities).filter(([key]) => key !== id));
  return (
    <Stack gap="xs">
      {Object.entries(quantities).map(([initiativeId, typed]) => {
        const name = nameOf.get(initiativeId) ?? initiativeId;
        return (
          <Group key={initiativeId} gap="sm" align="flex-start">
            {pool.driver === "equal" ? (
              <Text size="sm" w={260}>
                {name}
              </Text>
            ) : (
              <TextInput
                label={`${name}, ${quantityUnit(pool)}`}
                inputMode="decimal"
                autoComplete="off"
                w={260}
                value={typed}
                error={faults[`quantities.${initiativeId}`]}
                onChange={({ currentTarget }) =>
                  onChange({ quantities: { ...quantities, [initiativeId]: currentTarget.value } })
                }
              />
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              mt={pool.driver === "equal" ? 0 : 28}
              aria-label={t`${name} does not share it`}
              onClick={() => onChange({ quantities: without(initiativeId) })}
            >{t`Leave out`}</Button>
          </Group>
        );
      })}
      {others.length > 0 && (
        <NativeSelect
          label={t`Who shares it as well`}
          maw={320}
          value=""
          error={faults["quantities"]}
          data={[
            { value: "", label: t`choose an initiative` },
            ...others.map(({ initiativeId, name }) => ({ value: initiativeId, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") onChange({ quantities: { ...quantities, [value]: "" } });
          }}
        />
      )}
    </Stack>
  );
}

function useMonthForm(pool: CostPool, shares: readonly CostShare[], onDone: () => void) {
  const [draft, setDraft] = useState(() =>
    draftOfMonth(pool.driver, shares, { month: today().slice(0, 7), locale: readerLocale }),
  );
  const [asked, setAsked] = useState(false);
  const save = useWrite<BookCostPool & { month: string }, BookedCostPool>(
    (client, { month, ...body }, idempotencyKey) => {
      const { costPoolId } = pool;
      return client.call("bookCostPool", { params: { costPoolId, month }, body, idempotencyKey });
    },
    onDone,
  );
  const { booking, faults } = bookingOf(draft, pool.driver, readerLocale);
  return {
    draft,
    faults: { ...fieldProblems(save.error), ...(asked ? faults : {}) },
    save,
    change(next: Partial<MonthDraft>) {
      if (save.error !== null) save.reset();
      setDraft((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(faults).length > 0) return;
      save.send({ ...booking, month: draft.month, revision: lastRevision(shares, draft) });
    },
  };
}
