import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import {
  definitionOf,
  draftOfKpi,
  emptyKpi,
  keyFromName,
  newKpiOf,
  type KpiDraft,
} from "./kpi-definition-draft.ts";
import { KpiFields } from "./kpi-fields.tsx";

export interface KpiFormProps {
  /** The KPI that gets a new version; left out for a new one. */
  kpi?: Kpi;
  onSaved: (kpi: Kpi) => void;
  onCancel: () => void;
}

/** Adds a KPI of one's own, or makes the next version of one. */
export function KpiForm({ kpi, onSaved, onCancel }: KpiFormProps) {
  const organisationId = useOrganisationId();
  const first = kpi === undefined ? emptyKpi : draftOfKpi(kpi);
  const draft = useDraft<KpiDraft>(`kpi:${organisationId}:${kpi?.key ?? ""}:${kpi?.version ?? 0}`, first);
  const save = useWrite<KpiDraft, Kpi>(
    (client, typed, idempotencyKey) =>
      kpi === undefined
        ? client.call("createKpi", { body: newKpiOf(typed), idempotencyKey })
        : client.call("changeKpi", {
            params: { kpiKey: kpi.key },
            body: definitionOf(typed),
            idempotencyKey,
          }),
    (saved) => {
      draft.clear(first);
      onSaved(saved);
    },
  );
  const problems = fieldProblems(save.error);
  const discard = () => {
    draft.clear(first);
    onCancel();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.send(draft.value);
      }}
    >
      <Stack gap="md">
        {kpi !== undefined && (
          <Text size="sm">
            Saving makes version {kpi.version + 1}. What was logged under version {kpi.version} keeps its
            meaning.
          </Text>
        )}
        <KpiFields draft={draft.value} problems={problems} onChange={draft.set} />
        {kpi === undefined && (
          <TextInput
            label="Key"
            description="How recipes and the API name it; the same in every version"
            placeholder={keyFromName(draft.value.name)}
            value={draft.value.key}
            error={problems["key"]}
            onChange={({ currentTarget }) => draft.set({ ...draft.value, key: currentTarget.value })}
          />
        )}
        {save.error !== null && <ProblemAlert what="The KPI was not saved." error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {kpi === undefined ? "Add the KPI" : `Make version ${kpi.version + 1}`}
          </Button>
          <Button variant="default" onClick={discard}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
