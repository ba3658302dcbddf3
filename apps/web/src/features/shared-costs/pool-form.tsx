import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import type { CostPool, NewCostPool } from "@liftledger/contracts/cost-pool";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { costCategories } from "../initiative/setup-cost-draft.ts";
import { driverNames } from "./driver-words.ts";
import { t } from "../../words.ts";

/** A cost that several initiatives share, and what divides it. */
export function PoolForm({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState<NewCostPool>({
    name: "",
    category: "licences",
    driver: "usage",
    unit: "",
  });
  const [asked, setAsked] = useState(false);
  const save = useWrite<NewCostPool, CostPool>(
    (client, body, idempotencyKey) => client.call("createCostPool", { body, idempotencyKey }),
    onDone,
  );
  const own = {
    ...(typed.name.trim() === "" ? { name: t`Name it` } : {}),
    ...(typed.unit.trim() === "" ? { unit: t`Say what is counted` } : {}),
  };
  const faults: Record<string, string> = { ...fieldProblems(save.error), ...(asked ? own : {}) };
  const change = (next: Partial<NewCostPool>) => {
    if (save.error !== null) save.reset();
    setTyped((before) => ({ ...before, ...next }));
  };
  const submit = () => {
    setAsked(true);
    if (Object.keys(own).length === 0)
      save.send({ ...typed, name: typed.name.trim(), unit: typed.unit.trim() });
  };
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Name`}
            description={t`A licence, a team`}
            w={220}
            maxLength={80}
            value={typed.name}
            error={faults["name"]}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <NativeSelect
            label={t`Category`}
            description={t`As of any cost`}
            value={typed.category}
            data={[...costCategories]}
            onChange={({ currentTarget }) =>
              change({ category: currentTarget.value as NewCostPool["category"] })
            }
          />
          <NativeSelect
            label={t`Divided`}
            description={t`The same way every month`}
            value={typed.driver}
            data={Object.entries(driverNames).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget }) => change({ driver: currentTarget.value as NewCostPool["driver"] })}
          />
          <TextInput
            label={t`Counted in`}
            description={t`Seats, tokens, hours`}
            w={160}
            maxLength={40}
            value={typed.unit}
            error={faults["unit"]}
            onChange={({ currentTarget }) => change({ unit: currentTarget.value })}
          />
        </Group>
        {save.error !== null && <ProblemAlert what={t`The shared cost was not added.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Add the shared cost`}</Button>
          <Button variant="default" onClick={onDone}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
