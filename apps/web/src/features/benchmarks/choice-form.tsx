import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { BenchmarkChoice, BenchmarkSet, ChooseBenchmarks } from "@liftledger/contracts/benchmark-set";
import type { Initiative } from "@liftledger/contracts/initiative";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { lastVersion } from "./choice-words.ts";
import { t } from "../../words.ts";

export interface ChoiceFormProps {
  sets: readonly BenchmarkSet[];
  choices: readonly BenchmarkChoice[];
  initiatives: readonly Pick<Initiative, "initiativeId" | "name">[];
}

/** By what initiatives are judged from a day on. */
export function ChoiceForm({ sets, choices, initiatives }: ChoiceFormProps) {
  const draft = useDraft(`benchmark-choice:${useOrganisationId()}`, {
    who: "",
    by: "published",
    purpose: "verdict",
    validFrom: today(),
    reason: "",
  });
  const typed = draft.value;
  const choose = useWrite<ChooseBenchmarks, BenchmarkChoice>(
    (client, body, idempotencyKey) => client.call("chooseBenchmarks", { body, idempotencyKey }),
    // What was chosen stays in the fields, and is no draft any more.
    () => draft.clear(typed),
  );
  const faults = fieldProblems(choose.error);
  const change = (next: Partial<typeof typed>) => {
    if (choose.error !== null || choose.result !== undefined) choose.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  const submit = () => {
    const purpose = typed.purpose === "beside" ? "beside" : "verdict";
    const initiativeId = typed.who === "" ? null : typed.who;
    const judgedBy = typed.by === "published" || typed.by === "organisation" ? typed.by : "own";
    choose.send({
      ...(initiativeId === null ? {} : { initiativeId }),
      ...(judgedBy === "own" ? { setId: typed.by } : {}),
      judgedBy,
      purpose,
      validFrom: typed.validFrom,
      reason: typed.reason.trim(),
      version: lastVersion(choices, { initiativeId, purpose }),
    });
  };
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <NativeSelect
            label={t`For`}
            w={240}
            value={typed.who}
            data={[
              { value: "", label: t`the whole organisation` },
              ...initiatives.map(({ initiativeId, name }) => ({ value: initiativeId, label: name })),
            ]}
            onChange={({ currentTarget }) => change({ who: currentTarget.value, by: "published" })}
          />
          <NativeSelect
            label={t`Use`}
            w={240}
            value={typed.by}
            error={faults["setId"] ?? faults["judgedBy"]}
            data={[
              { value: "published", label: t`the published benchmarks` },
              ...(typed.who === "" ? [] : [{ value: "organisation", label: t`what the organisation uses` }]),
              ...sets
                .filter(({ retired }) => retired === null)
                .map(({ setId, name }) => ({ value: setId, label: name })),
            ]}
            onChange={({ currentTarget }) => change({ by: currentTarget.value })}
          />
          <NativeSelect
            label={t`To`}
            w={200}
            value={typed.purpose}
            data={[
              { value: "verdict", label: t`give the verdict` },
              { value: "beside", label: t`tell it beside` },
            ]}
            onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
          />
          <TextInput
            label={t`From the day`}
            type="date"
            w={170}
            required
            withAsterisk={false}
            value={typed.validFrom}
            error={faults["validFrom"]}
            onChange={({ currentTarget }) => change({ validFrom: currentTarget.value })}
          />
          <TextInput
            label={t`Reason (optional)`}
            w={240}
            maxLength={400}
            value={typed.reason}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
        </Group>
        {choose.error !== null && <ProblemAlert what={t`Nothing was changed.`} error={choose.error} />}
        <Group gap="sm">
          <Button type="submit" loading={choose.pending}>{t`Use these benchmarks`}</Button>
          {choose.result !== undefined && <Text size="sm" role="status">{t`Chosen.`}</Text>}
        </Group>
      </Stack>
    </Form>
  );
}
