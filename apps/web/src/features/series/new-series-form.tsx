import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import { pluralOf } from "@liftledger/kpis/unit";
import { useQuery } from "@tanstack/react-query";
import { kpisQuery } from "../../api.ts";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { KpiSelect } from "../kpis/kpi-select.tsx";
import { countsMoney } from "../kpis/kpi-words.ts";

export interface NewSeriesFormProps {
  /** The KPI offered first. */
  kpiKey?: string;
  onCreated: (series: Series) => void;
  onCancel: () => void;
}

/** Names what is measured and for whom: a KPI and a team, channel or segment. */
export function NewSeriesForm({ kpiKey = "", onCreated, onCancel }: NewSeriesFormProps) {
  const organisationId = useOrganisationId();
  const currency = useOrganisation()?.currency ?? "EUR";
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const draft = useDraft(`series:${organisationId}`, { kpiKey, scope: "", currency: "" });
  const { value } = draft;
  const kpi = kpis.find((one) => one.key === value.kpiKey);
  const create = useWrite<typeof value, Series>(
    (client, typed, idempotencyKey) =>
      client.call("createSeries", {
        body: {
          kpiKey: typed.kpiKey,
          scope: typed.scope,
          ...(kpi !== undefined && countsMoney(kpi) ? { currency: typed.currency || currency } : {}),
        },
        idempotencyKey,
      }),
    (series) => {
      draft.clear({ kpiKey, scope: "", currency: "" });
      onCreated(series);
    },
  );
  const problems = fieldProblems(create.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog stands inside another form for React, though not for the page.
        event.stopPropagation();
        create.send(value);
      }}
    >
      <Stack gap="sm">
        <KpiSelect
          label="KPI"
          kpis={kpis}
          value={value.kpiKey}
          error={problems["kpiKey"]}
          description={kpi?.sentence}
          onChange={(key) => draft.set({ ...value, kpiKey: key })}
        />
        <TextInput
          label="Measured for"
          description="A team, channel or segment, such as “Paid search” or “All channels”"
          value={value.scope}
          error={problems["scope"]}
          onChange={(event) => draft.set({ ...value, scope: event.currentTarget.value })}
        />
        {kpi !== undefined && countsMoney(kpi) && (
          <TextInput
            label="Currency"
            w={120}
            maxLength={3}
            value={value.currency || currency}
            error={problems["currency"]}
            onChange={(event) => draft.set({ ...value, currency: event.currentTarget.value.toUpperCase() })}
          />
        )}
        {kpi !== undefined && (
          <Text size="sm" c="dimmed">
            Logged each {kpi.frequency}: {kpi.numerator.counts}
            {kpi.denominator.kind === "period" ? ", in total" : ` ÷ ${kpi.denominator.counts}`}
            {pluralOf(kpi.numerator.unit) === "money" ? " (as money)" : ""}.
          </Text>
        )}
        {create.error !== null && <ProblemAlert what="The row was not added." error={create.error} />}
        <Group gap="sm">
          <Button
            type="submit"
            loading={create.pending}
            disabled={value.kpiKey === "" || value.scope.trim() === ""}
          >
            Add it to the sheet
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
