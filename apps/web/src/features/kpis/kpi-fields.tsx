import { Fieldset, NativeSelect, SimpleGrid, Stack, Switch, TextInput, Textarea } from "@mantine/core";
import type { KpiDraft } from "./kpi-definition-draft.ts";
import { roleWords } from "./kpi-words.ts";

export interface KpiFieldsProps {
  draft: KpiDraft;
  problems: Record<string, string>;
  onChange: (draft: KpiDraft) => void;
}

interface Typed {
  currentTarget: { value: string };
}

const measures = {
  count: "a count (orders, leads, tickets)",
  spend: "money spent",
  revenue: "money earned",
  duration: "time (hours, days)",
};
const kinds = {
  exposure: "what arrives from outside (visits, leads, calls)",
  outcome: "what we want more of (customers, orders)",
  input: "effort we control (spend, hours)",
  period: "nothing: a total each week or month",
};
const displays = {
  percent: "percent (2.3 %)",
  money: "money (€54.40)",
  number: "number (1,234)",
  days: "days",
  hours: "hours",
  multiple: "multiple (3.5×)",
};

/** The fields of a KPI's definition. */
export function KpiFields({ draft, problems, onChange }: KpiFieldsProps) {
  const text = (field: "name" | "sentence" | "owner" | "maturationPeriods" | "minimumVolume") => ({
    value: draft[field],
    error: problems[field],
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  });
  const choice = <Field extends "direction" | "frequency" | "dating" | "role" | "display">(
    field: Field,
    words: Record<KpiDraft[Field], string>,
  ) => ({
    value: draft[field],
    error: problems[field],
    data: optionsOf(words),
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  });
  const isTotal = draft.denominator.kind === "period";
  return (
    <Stack gap="md">
      <TextInput label="Name" maxLength={80} {...text("name")} />
      <Textarea
        label="In one plain sentence"
        description="What it says to somebody who has never heard of it"
        autosize
        minRows={2}
        maxLength={400}
        {...text("sentence")}
      />
      <CountedFields
        legend="Numerator: what is counted"
        part="numerator"
        counted={draft.numerator}
        problems={problems}
        onChange={(counted) => onChange({ ...draft, numerator: { ...draft.numerator, ...counted } })}
      >
        <NativeSelect
          label="It is"
          value={draft.numerator.measure}
          data={optionsOf(measures)}
          onChange={({ currentTarget }) =>
            onChange({
              ...draft,
              numerator: {
                ...draft.numerator,
                measure: currentTarget.value as KpiDraft["numerator"]["measure"],
              },
            })
          }
        />
      </CountedFields>
      <CountedFields
        legend="Denominator: what it is divided by"
        part="denominator"
        counted={draft.denominator}
        hidden={isTotal}
        problems={problems}
        onChange={(counted) => onChange({ ...draft, denominator: { ...draft.denominator, ...counted } })}
      >
        <NativeSelect
          label="It is"
          value={draft.denominator.kind}
          data={optionsOf(kinds)}
          onChange={({ currentTarget }) =>
            onChange({
              ...draft,
              denominator: {
                ...draft.denominator,
                kind: currentTarget.value as KpiDraft["denominator"]["kind"],
              },
            })
          }
        />
      </CountedFields>
      {!isTotal && (
        <Switch
          label="The numerator is a part of the denominator"
          description="Then more than 100 % is refused when it is logged"
          checked={draft.proportion}
          onChange={({ currentTarget }) => onChange({ ...draft, proportion: currentTarget.checked })}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NativeSelect label="Better when" {...choice("direction", { higher: "higher", lower: "lower" })} />
        <NativeSelect
          label="Role"
          {...choice("role", {
            outcome: roleText("outcome"),
            leading: roleText("leading"),
            guardrail: roleText("guardrail"),
            model: roleText("model"),
          })}
        />
        <NativeSelect label="Logged each" {...choice("frequency", { week: "week", month: "month" })} />
        <NativeSelect label="Written as" {...choice("display", displays)} />
        <NativeSelect
          label="An event counts in the period"
          {...choice("dating", {
            event: "in which it happened",
            cohort: "of what it belongs to (a sale in its visit’s week)",
          })}
        />
        <TextInput
          label={`Ripe after how many ${draft.frequency}s`}
          inputMode="numeric"
          {...text("maturationPeriods")}
        />
        <TextInput
          label="Least volume before a verdict"
          description="Of the denominator; 0 for none"
          inputMode="numeric"
          {...text("minimumVolume")}
        />
        <TextInput
          label="Owner"
          description="Who answers for the definition"
          maxLength={80}
          {...text("owner")}
        />
      </SimpleGrid>
    </Stack>
  );
}

interface CountedFieldsProps {
  legend: string;
  part: "numerator" | "denominator";
  counted: { counts: string; unit: string };
  hidden?: boolean;
  problems: Record<string, string>;
  onChange: (counted: { counts: string; unit: string }) => void;
  children: React.ReactNode;
}

function CountedFields({ legend, part, counted, hidden, problems, onChange, children }: CountedFieldsProps) {
  return (
    <Fieldset legend={legend}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {hidden !== true && (
          <>
            <TextInput
              label="Counts, in the plural"
              placeholder={part === "numerator" ? "orders paid" : "visits to the shop"}
              value={counted.counts}
              error={problems[`${part}.counts`]}
              onChange={({ currentTarget }) => onChange({ ...counted, counts: currentTarget.value })}
            />
            <TextInput
              label="One of them"
              placeholder={part === "numerator" ? "order" : "visit"}
              value={counted.unit}
              error={problems[`${part}.unit`]}
              onChange={({ currentTarget }) => onChange({ ...counted, unit: currentTarget.value })}
            />
          </>
        )}
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

function optionsOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

const roleText = (role: keyof typeof roleWords) => `${roleWords[role].name}: ${roleWords[role].sentence}`;
