import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import {
  definitionOf,
  draftOfKpi,
  emptyKpi,
  faultsOfKpi,
  newKpiOf,
  type KpiDraft,
} from "./kpi-definition-draft.ts";
import { KpiFields } from "./kpi-fields.tsx";
import { t } from "../../words.ts";

export interface KpiFormProps {
  /** The KPI that gets a new version; left out for a new one. */
  kpi?: Kpi;
  onSaved: (kpi: Kpi) => void;
  onCancel: () => void;
}

/** Adds a KPI of one's own, or makes the next version of one. */
export function KpiForm({ kpi, onSaved, onCancel }: KpiFormProps) {
  const { draft, save, discard } = useKpiDraft(kpi, onSaved);
  const [asked, setAsked] = useState(false);
  const faults = faultsOfKpi(draft.value);
  const problems = { ...fieldProblems(save.error), ...(asked ? faults : {}) };
  const { value } = draft;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (Object.keys(faults).length === 0) save.send(value);
      }}
    >
      <Stack gap="md">
        {kpi !== undefined && (
          <Text size="sm">{t`Saving makes version ${kpi.version + 1}. What was logged under version ${kpi.version} keeps its meaning.`}</Text>
        )}
        <KpiFields draft={value} problems={problems} onChange={draft.set} />
        {kpi === undefined && (
          <TextInput
            label={t`Key`}
            description={t`How recipes and the API name it; the same in every version. Left empty, it is made from the name.`}
            value={value.key}
            error={problems["key"]}
            onChange={({ currentTarget }) => draft.set({ ...value, key: currentTarget.value })}
          />
        )}
        {save.error !== null && <ProblemAlert what={t`The KPI was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {kpi === undefined ? t`Add the KPI` : t`Make version ${kpi.version + 1}`}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discard();
              onCancel();
            }}
          >{t`Cancel`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useKpiDraft(known: Kpi | undefined, onSaved: (kpi: Kpi) => void) {
  const kpi = useOpenedWith(known);
  const organisationId = useOrganisationId();
  const first = kpi === undefined ? emptyKpi : draftOfKpi(kpi);
  const draft = useDraft<KpiDraft>(`kpi:${organisationId}:${kpi?.key ?? ""}:${kpi?.version ?? 0}`, first);
  const discard = () => draft.clear(first);
  const save = useWrite<KpiDraft, Kpi>(
    (client, typed, idempotencyKey) => {
      if (kpi === undefined) return client.call("createKpi", { body: newKpiOf(typed), idempotencyKey });
      const params = { kpiKey: kpi.key };
      const body = { version: kpi.version, ...definitionOf(typed) };
      return client.call("changeKpi", { params, body, idempotencyKey });
    },
    (saved) => {
      discard();
      onSaved(saved);
    },
  );
  useAskAnew(save.error);
  return { draft, save, discard };
}
