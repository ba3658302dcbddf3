import {
  Button,
  Group,
  Modal,
  NativeSelect,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import type { Candidate, CandidateEstimate, SetCandidateEstimate } from "@liftledger/contracts/candidate";
import type { Kpi } from "@liftledger/contracts/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { kpisQuery, seriesListQuery } from "../../ledger-queries.ts";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import { readEstimate, typedEstimate, type EstimateDraft } from "./estimate-draft.ts";
import { EstimateHistory } from "./estimate-history.tsx";
import { estimateQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** What a candidate takes and could bring, as somebody estimates it. */
export function EstimateDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const organisationId = useOrganisationId();
  const { initiativeId, name } = candidate;
  const query = useQuery(estimateQuery(organisationId, initiativeId));
  const initiative = useQuery(initiativeQuery(organisationId, initiativeId));
  const kpis = useQuery(kpisQuery(organisationId));
  const kpiKey = initiative.data?.outcome?.kpiKey;
  const kpi = kpis.data?.rows.find(({ key }) => key === kpiKey);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Estimate “${name}”`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <ShownQuery query={query} failed={t`The estimate could not be loaded.`} height={360}>
        {(estimate) =>
          // What one of the KPI is worth is asked for by its kind: no field comes between others later.
          initiative.isPending || kpis.isPending ? (
            <Skeleton height={360} />
          ) : (
            <EstimateForm estimate={estimate} kpi={kpi} onDone={onClose} />
          )
        }
      </ShownQuery>
      <EstimateHistory initiativeId={initiativeId} />
    </Modal>
  );
}

interface EstimateFormProps {
  estimate: CandidateEstimate;
  /** The KPI of its sentence, once it is known. */
  kpi: Kpi | undefined;
  onDone: () => void;
}

function EstimateForm({ estimate, kpi, onDone }: EstimateFormProps) {
  const { typed, change, faults, save, submit, drop } = useEstimateForm(estimate, onDone);
  const currency = useOrganisation()?.currency ?? "";
  const series = useQuery(seriesListQuery(useOrganisationId())).data?.rows ?? [];
  const ofKpi = series.filter(({ kpiKey }) => kpiKey === kpi?.key);
  const rule = kpi === undefined ? undefined : unitValueRule(kpi);
  const text = (field: keyof EstimateDraft) => ({
    value: typed[field],
    error: faults[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  const number = { inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        {estimate.version > typed.version && (
          <Overtaken
            by={estimate.recordedBy ?? ""}
            onKeep={() => change({ version: estimate.version })}
            onDrop={drop}
          />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            label={t`Effort, in weeks of one person`}
            description={t`Until the pilot runs`}
            {...number}
            {...text("effort")}
          />
          <NativeSelect
            label={t`Measured for`}
            description={t`The numbers its sentence is reckoned on`}
            data={[
              { value: "", label: t`Not chosen` },
              ...ofKpi.map(({ seriesId, scope }) => ({ value: seriesId, label: scope })),
            ]}
            {...text("seriesId")}
          />
          {(rule?.kind === "margin-rate" || rule?.kind === "money-per-unit") && (
            <>
              <TextInput
                label={
                  rule.kind === "margin-rate"
                    ? t`Contribution margin, as a rate from 0 to 1`
                    : t`Worth of one ${rule.per}, in ${currency}`
                }
                description={t`Optional: for what the sentence comes to`}
                {...number}
                {...text("worth")}
              />
              <TextInput
                label={t`Who says so`}
                description={t`A person, a paper, a month`}
                maxLength={400}
                {...text("worthSource")}
              />
            </>
          )}
          <TextInput
            label={t`Value in the first year, in ${currency} (optional)`}
            description={t`Known otherwise? Then this counts instead`}
            {...number}
            {...text("value")}
          />
          <TextInput
            label={t`Where the value comes from`}
            description={t`Such as an offer or another company’s report`}
            maxLength={400}
            {...text("valueSource")}
          />
        </SimpleGrid>
        {save.error !== null && <ProblemAlert what={t`The estimate was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the estimate`}</Button>
          <Button variant="subtle" onClick={onDone}>{t`Cancel`}</Button>
          {estimate.recordedBy !== null && (
            <Text size="sm" c="dimmed">{t`Estimated last by ${estimate.recordedBy}`}</Text>
          )}
        </Group>
      </Stack>
    </Form>
  );
}

/** Where the server's names of fields stand in the form. */
const fieldOf: Record<string, keyof EstimateDraft> = {
  effortWeeks: "effort",
  "unitWorth.amount": "worth",
  "unitWorth.source": "worthSource",
  "statedValue.amount": "value",
  "statedValue.source": "valueSource",
};

/** An estimate as it is being typed, and the version that it was made from. */
interface VersionDraft extends EstimateDraft {
  version: number;
}

function useEstimateForm(estimate: CandidateEstimate, onDone: () => void) {
  const { initiativeId } = estimate;
  const draft = useDraft<VersionDraft>(`estimate:${useOrganisationId()}:${initiativeId}`, {
    ...typedEstimate(estimate, readerLocale),
    version: estimate.version,
  });
  const [asked, setAsked] = useState(false);
  const save = useWrite<SetCandidateEstimate, CandidateEstimate>(
    (client, body, idempotencyKey) =>
      client.call("setCandidateEstimate", { params: { initiativeId }, body, idempotencyKey }),
    () => {
      draft.clear();
      onDone();
    },
  );
  useAskAnew(save.error);
  const read = readEstimate(draft.value, draft.value.version, readerLocale);
  const served = Object.entries(fieldProblems(save.error)).map(([field, words]) => [
    fieldOf[field] ?? field,
    words,
  ]);
  const own = asked && "faults" in read ? read.faults : {};
  return {
    typed: draft.value,
    save,
    faults: { ...(Object.fromEntries(served) as Record<string, string>), ...own } as Record<string, string>,
    drop: () => draft.clear(),
    change(next: Partial<VersionDraft>) {
      if (save.error !== null) save.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if ("body" in read) save.send(read.body);
    },
  };
}
