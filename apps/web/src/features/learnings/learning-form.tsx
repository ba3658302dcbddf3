import { Button, Group, MultiSelect, NativeSelect, SimpleGrid, Stack, Textarea } from "@mantine/core";
import type { Learning } from "@liftledger/contracts/learning";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { kpisQuery } from "../../ledger-queries.ts";
import { Form } from "../../components/form.tsx";
import { optionList } from "../../components/option-list.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { occasionNames, occasions, type Occasion } from "./learning-words.ts";
import { t } from "../../words.ts";

export interface LearningFormProps {
  initiativeId: string;
  /** The one that is written anew; undefined for a new one. */
  learning: Learning | undefined;
  /** What a new one begins with. */
  first: { occasion: Occasion; kpiKeys: readonly string[] };
  onDone: () => void;
}

/** What was expected, what happened, and what speaks against it. */
export function LearningForm(props: LearningFormProps) {
  const { typed, faults, save, change, submit, finish } = useLearningForm(props);
  const kpis = useQuery(kpisQuery(useOrganisationId())).data?.rows ?? [];
  const text = (field: "expected" | "happened" | "contradicting") => ({
    value: typed[field],
    error: faults[field],
    autosize: true,
    minRows: 3,
    maxLength: 4000,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NativeSelect
            label={t`Learned`}
            value={typed.occasion}
            data={occasions.map((value) => ({ value, label: occasionNames[value] }))}
            onChange={({ currentTarget }) =>
              change({ occasion: occasions.find((one) => one === currentTarget.value) ?? typed.occasion })
            }
          />
          <MultiSelect
            label={t`About which KPIs`}
            searchable
            {...optionList}
            data={kpis.map(({ key, name }) => ({ value: key, label: name }))}
            value={typed.kpiKeys}
            maxValues={10}
            error={faults["kpiKeys"]}
            onChange={(kpiKeys) => change({ kpiKeys })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <Textarea label={t`What was expected`} {...text("expected")} />
          <Textarea label={t`What happened`} {...text("happened")} />
          <Textarea label={t`What speaks against it (optional)`} {...text("contradicting")} />
        </SimpleGrid>
        {save.error !== null && <ProblemAlert what={t`What was learned was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={save.pending}>
            {t`Save what was learned`}
          </Button>
          <Button variant="subtle" onClick={finish}>{t`Cancel`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface LearningDraft {
  occasion: Occasion;
  kpiKeys: string[];
  expected: string;
  happened: string;
  contradicting: string;
}

function useLearningForm({ initiativeId, learning: known, first: given, onDone }: LearningFormProps) {
  const learning = useOpenedWith(known);
  const [first] = useState<LearningDraft>(() => ({
    occasion: given.occasion,
    kpiKeys: [...given.kpiKeys],
    expected: learning?.expected ?? "",
    happened: learning?.happened ?? "",
    contradicting: learning?.contradicting ?? "",
  }));
  const key = learning === undefined ? initiativeId : `${learning.learningId}:${learning.version}`;
  const form = useDraftForm({
    draftKey: `learning:${useOrganisationId()}:${key}`,
    initial: first,
    write: (client, body: LearningDraft, idempotencyKey) => {
      if (learning === undefined)
        return client.call("addLearning", { body: { initiativeId, ...body }, idempotencyKey });
      const { learningId, version } = learning;
      return client.call("changeLearning", {
        params: { learningId },
        body: { version, ...body },
        idempotencyKey,
      });
    },
    onDone,
  });
  const { value: typed, save, change, finish } = form;
  const own: Record<string, string> = {
    ...(typed.kpiKeys.length === 0 ? { kpiKeys: t`Name one at least: by it this is found again` } : {}),
    ...(typed.expected.trim() === "" ? { expected: t`Say what was expected` } : {}),
    ...(typed.happened.trim() === "" ? { happened: t`Say what happened` } : {}),
  };
  return {
    typed,
    faults: form.faults(own),
    save,
    change,
    submit: () => form.send(Object.keys(own).length === 0 ? typed : null),
    finish,
  };
}
