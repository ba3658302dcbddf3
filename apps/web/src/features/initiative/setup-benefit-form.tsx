import { Button, Fieldset, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { Benefit, BenefitAssumptions, Initiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { unitValueRule, type UnitValueRule } from "@liftledger/kpis/unit-value-rule";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { NewSeriesForm } from "../series/new-series-form.tsx";
import {
  assumptionsOf,
  draftOfBenefit,
  emptyBenefit,
  wireFields,
  type BenefitDraft,
} from "./setup-benefit-draft.ts";

export interface SetupBenefitFormProps {
  initiative: Initiative;
  /** The benefit whose assumptions change; left out for a new one. */
  benefit?: Benefit;
  series: readonly Series[];
  kpis: readonly Kpi[];
  currency: string;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}

interface Sent {
  seriesId: string;
  assumptions: BenefitAssumptions;
}

/** Claims a benefit on a series and says what finance assumes of it. */
export function SetupBenefitForm({
  initiative,
  benefit,
  series,
  kpis,
  currency,
  onDone,
  onCancel,
}: SetupBenefitFormProps) {
  const organisationId = useOrganisationId();
  const ruleOf = (seriesId: string) => ruleOfSeries(seriesId, series, kpis);
  const [first] = useState(() => firstDraft(benefit, initiative, series, ruleOf));
  const key = benefit === undefined ? initiative.initiativeId : `${benefit.benefitId}:${benefit.version}`;
  const draft = useDraft<BenefitDraft>(`benefit:${organisationId}:${key}`, first);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useWrite<Sent, Benefit>(
    (client, { seriesId, assumptions }, idempotencyKey) =>
      benefit === undefined
        ? client.call("addBenefit", {
            params: { initiativeId: initiative.initiativeId },
            body: { seriesId, assumptions },
            idempotencyKey,
          })
        : client.call("changeBenefit", {
            params: { benefitId: benefit.benefitId },
            body: { version: benefit.version, assumptions },
          }),
    () => {
      draft.clear(first);
      onDone();
    },
  );
  const rule = ruleOf(draft.value.seriesId);
  const problems = { ...fieldProblems(save.error), ...wrong };
  const change = (next: BenefitDraft) => {
    setWrong({});
    if (save.error !== null) save.reset();
    draft.set(next);
  };
  const submit = () => {
    if (draft.value.seriesId === "") return setWrong({ seriesId: "Choose which number it moves" });
    const read = assumptionsOf(draft.value, rule?.kind ?? "money-per-unit", readerLocale);
    if (read.kind === "wrong") return setWrong(read.problems);
    save.send({ seriesId: draft.value.seriesId, assumptions: read.assumptions });
  };
  const cancel = () => {
    draft.clear(first);
    onCancel?.();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        {benefit === undefined && (
          <SeriesChoice
            kpiKey={initiative.outcome.kpiKey}
            series={series}
            value={draft.value.seriesId}
            error={problems["seriesId"]}
            onChange={(seriesId) => change({ ...draft.value, seriesId })}
          />
        )}
        {benefit !== undefined && (
          <Text size="sm">
            Saving makes version {benefit.assumptionsVersion + 1} of the assumptions; the older stay readable.
          </Text>
        )}
        <AssumptionFields
          draft={draft.value}
          rule={rule}
          currency={series.find((one) => one.seriesId === draft.value.seriesId)?.currency ?? currency}
          problems={problems}
          onChange={change}
        />
        {save.error !== null && (
          <ProblemAlert
            what={
              benefit === undefined ? "The benefit was not claimed." : "The assumptions were not changed."
            }
            error={save.error}
          />
        )}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {benefit === undefined ? "Claim the benefit" : "Save the assumptions"}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface SeriesChoiceProps {
  /** The KPI of the sentence: its series come first. */
  kpiKey: string;
  series: readonly Series[];
  value: string;
  error: string | undefined;
  onChange: (seriesId: string) => void;
}

function SeriesChoice({ kpiKey, series, value, error, onChange }: SeriesChoiceProps) {
  const [open, dialog] = useDisclosure(false);
  const option = (one: Series) => ({
    value: one.seriesId,
    label: `${one.kpiName}, ${one.scope} (${periodsWords(one)})`,
  });
  const data = [
    { group: "The KPI of the sentence", items: series.filter((one) => one.kpiKey === kpiKey).map(option) },
    { group: "Other KPIs", items: series.filter((one) => one.kpiKey !== kpiKey).map(option) },
  ].filter((group) => group.items.length > 0);
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label="The number it moves"
        description="One KPI of one team, channel or segment"
        flex="1 1 320px"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No series has that name"
        limit={200}
        data={data}
        value={value === "" ? null : value}
        error={error}
        onChange={(seriesId) => onChange(seriesId ?? "")}
      />
      <Button variant="default" onClick={dialog.open}>
        It is not measured yet
      </Button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title="Add a KPI to log"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <NewSeriesForm
          kpiKey={kpiKey}
          onCreated={({ seriesId }) => {
            dialog.close();
            onChange(seriesId);
          }}
          onCancel={dialog.close}
        />
      </Modal>
    </Group>
  );
}

interface AssumptionFieldsProps {
  draft: BenefitDraft;
  rule: UnitValueRule | undefined;
  currency: string;
  problems: Record<string, string>;
  onChange: (draft: BenefitDraft) => void;
}

function AssumptionFields({ draft, rule, currency, problems, onChange }: AssumptionFieldsProps) {
  const number = (field: keyof typeof wireFields, unit: string) => ({
    value: draft[field],
    error: problems[wireFields[field]],
    inputMode: "decimal" as const,
    autoComplete: "off",
    rightSection: <Unit>{unit}</Unit>,
    rightSectionWidth: unit.length * 8 + 22,
    rightSectionPointerEvents: "none" as const,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: currentTarget.value }),
  });
  const text = (field: "confidenceReason" | "approvedBy") => ({
    value: draft[field],
    error: problems[`assumptions.${field}`],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: currentTarget.value }),
  });
  if (rule?.kind === "none")
    return <Text size="sm">{rule.sentence} It is watched, and nothing more is asked.</Text>;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {rule?.kind === "locked" ? (
          <TextInput label="Worth of one unit" description={rule.sentence} value="1" readOnly />
        ) : rule?.kind === "margin-rate" ? (
          <TextInput
            label="Contribution margin"
            description="Revenue counts at margin, not at turnover"
            {...number("unitValue", "%")}
          />
        ) : (
          <TextInput
            label={rule === undefined ? "Worth of one unit" : `Worth per ${rule.per}`}
            description={rule?.sentence ?? "Choose the number first"}
            {...number("unitValue", currency)}
          />
        )}
        <TextInput
          label="Our share"
          description="Of the difference; what other efforts moved is theirs. Together at most 100 %"
          {...number("ourShare", "%")}
        />
        <TextInput
          label="Confidence"
          description="100 unless a named risk lies outside the likely range"
          {...number("confidence", "%")}
        />
        <TextInput
          label="The named risk"
          description="Only where the confidence is below 100"
          {...text("confidenceReason")}
        />
      </SimpleGrid>
      <Fieldset legend="Turned into money">
        <Text size="sm" c="dimmed" mb="xs">
          How much of the value went how far. The rest stays claimed; only what is cashed enters the cash ROI.
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <TextInput label="Accepted by finance" {...number("accepted", "%")} />
          <TextInput label="Redeployed as capacity" {...number("redeployed", "%")} />
          <TextInput label="Cashed" {...number("cashed", "%")} />
        </SimpleGrid>
        {problems["assumptions.realisation"] !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" mt={6}>
            {problems["assumptions.realisation"]}
          </Text>
        )}
      </Fieldset>
      <TextInput
        label="Approved by"
        description="Who in finance stands for these assumptions; leave it empty until somebody does"
        maw={360}
        {...text("approvedBy")}
      />
    </Stack>
  );
}

function Unit({ children }: { children: string }) {
  return (
    <Text component="span" size="xs" c="dimmed" aria-hidden>
      {children}
    </Text>
  );
}

function ruleOfSeries(
  seriesId: string,
  series: readonly Series[],
  kpis: readonly Kpi[],
): UnitValueRule | undefined {
  const kpiKey = series.find((one) => one.seriesId === seriesId)?.kpiKey;
  const kpi = kpis.find((one) => one.key === kpiKey);
  return kpi === undefined ? undefined : unitValueRule(kpi);
}

function firstDraft(
  benefit: Benefit | undefined,
  initiative: Initiative,
  series: readonly Series[],
  ruleOf: (seriesId: string) => UnitValueRule | undefined,
): BenefitDraft {
  if (benefit !== undefined) {
    const rule = ruleOf(benefit.seriesId)?.kind ?? "money-per-unit";
    return draftOfBenefit(benefit.seriesId, benefit.assumptions, rule, readerLocale);
  }
  const fitting = series.filter((one) => one.kpiKey === initiative.outcome.kpiKey);
  return { ...emptyBenefit, seriesId: fitting.length === 1 ? (fitting[0]?.seriesId ?? "") : "" };
}

function periodsWords({ periods, periodType }: Series): string {
  if (periods === 0) return "nothing logged";
  return `${periods} ${periodType}${periods === 1 ? "" : "s"}`;
}
