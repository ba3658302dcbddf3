import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import { useQuery } from "@tanstack/react-query";
import { kpisQuery } from "../../ledger-queries.ts";
import { fieldProblems } from "../../components/field-problems.ts";
import { periodNames } from "../../components/period-words.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { KpiSelect } from "../kpis/kpi-select.tsx";
import { countsMoney, kpiFormula } from "../kpis/kpi-words.ts";
import { t } from "../../words.ts";

export interface NewSeriesFormProps {
  /** The KPI offered first. */
  kpiKey?: string;
  onCreated: (series: Series) => void;
  onCancel: () => void;
}

/** Names what is measured and for whom: a KPI and a team, channel or segment. */
export function NewSeriesForm({ kpiKey = "", onCreated, onCancel }: NewSeriesFormProps) {
  const { kpis, kpi, draft, create } = useNewSeries(kpiKey, onCreated);
  const { value } = draft;
  const problems = fieldProblems(create.error);
  return (
    <Form onSend={() => create.send(value)}>
      <Stack gap="sm">
        <KpiSelect
          label={t`KPI`}
          kpis={kpis}
          value={value.kpiKey}
          error={problems["kpiKey"]}
          description={kpi?.sentence}
          onChange={(key) => draft.set({ ...value, kpiKey: key })}
        />
        <TextInput
          label={t`Measured for`}
          description={t`A team, channel or segment, such as “Paid search” or “All channels”`}
          value={value.scope}
          error={problems["scope"]}
          onChange={({ currentTarget }) => draft.set({ ...value, scope: currentTarget.value })}
        />
        {kpi !== undefined && countsMoney(kpi) && (
          <TextInput
            label={t`Currency`}
            w={120}
            maxLength={3}
            value={value.currency}
            error={problems["currency"]}
            onChange={({ currentTarget }) =>
              draft.set({ ...value, currency: currentTarget.value.toUpperCase() })
            }
          />
        )}
        {kpi !== undefined && (
          <Text
            size="sm"
            c="dimmed"
          >{t`Logged each ${periodNames[kpi.frequency]}: ${kpiFormula(kpi)}.`}</Text>
        )}
        {create.error !== null && <ProblemAlert what={t`The row was not added.`} error={create.error} />}
        <Group gap="sm">
          <Button
            type="submit"
            loading={create.pending}
            disabled={value.kpiKey === "" || value.scope.trim() === ""}
          >{t`Add it to the sheet`}</Button>
          <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface SeriesDraft {
  kpiKey: string;
  scope: string;
  currency: string;
}

function useNewSeries(kpiKey: string, onCreated: (series: Series) => void) {
  const organisationId = useOrganisationId();
  const empty = { kpiKey, scope: "", currency: useOrganisation()?.currency ?? "" };
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const draft = useDraft<SeriesDraft>(`series:${organisationId}`, empty);
  const kpi = kpis.find((one) => one.key === draft.value.kpiKey);
  const create = useWrite<SeriesDraft, Series>(
    (client, { currency, ...named }, idempotencyKey) => {
      const money = kpi !== undefined && countsMoney(kpi) ? { currency } : {};
      return client.call("createSeries", { body: { ...named, ...money }, idempotencyKey });
    },
    (series) => {
      draft.clear(empty);
      onCreated(series);
    },
  );
  return { kpis, kpi, draft, create };
}
