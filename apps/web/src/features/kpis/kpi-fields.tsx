import { NativeSelect, SimpleGrid, Stack, Switch, TextInput, Textarea } from "@mantine/core";
import { CountedFields } from "./counted-fields.tsx";
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
  percent: "percent (2.3%)",
  money: "money (€54.40)",
  number: "number (1,234)",
  days: "days",
  hours: "hours",
  multiple: "multiple (3.5×)",
};

const directions = { higher: "higher", lower: "lower" };
const frequencies = { week: "week", month: "month" };
const datings = {
  event: "in which it happened",
  cohort: "of what it belongs to (a sale in its visit’s week)",
};
const roleText = (role: keyof typeof roleWords) => `${roleWords[role].name}: ${roleWords[role].sentence}`;
const roles = {
  outcome: roleText("outcome"),
  leading: roleText("leading"),
  guardrail: roleText("guardrail"),
  model: roleText("model"),
};

/** The fields of a KPI's definition. */
export function KpiFields(props: KpiFieldsProps) {
  const { draft, problems, onChange } = props;
  const { numerator, denominator } = draft;
  const isTotal = denominator.kind === "period";
  return (
    <Stack gap="md">
      <TextInput label="Name" maxLength={80} {...textField(props, "name")} />
      <Textarea
        label="In one plain sentence"
        description="What it says to somebody who has never heard of it"
        autosize
        minRows={2}
        maxLength={400}
        {...textField(props, "sentence")}
      />
      <CountedFields
        legend="Numerator: what is counted"
        part="numerator"
        counted={numerator}
        kind={numerator.measure}
        kinds={measures}
        examples={["orders paid", "order"]}
        problems={problems}
        onCounted={(counted) => onChange({ ...draft, numerator: { ...numerator, ...counted } })}
        onKind={(measure) => onChange({ ...draft, numerator: { ...numerator, measure } })}
      />
      <CountedFields
        legend="Denominator: what it is divided by"
        part="denominator"
        counted={denominator}
        kind={denominator.kind}
        kinds={kinds}
        examples={["visits to the shop", "visit"]}
        isTotal={isTotal}
        problems={problems}
        onCounted={(counted) => onChange({ ...draft, denominator: { ...denominator, ...counted } })}
        onKind={(kind) => onChange({ ...draft, denominator: { ...denominator, kind } })}
      />
      {!isTotal && (
        <Switch
          label="The numerator is a part of the denominator"
          description="Then more than 100% is refused when it is logged"
          checked={draft.proportion}
          onChange={({ currentTarget }) => onChange({ ...draft, proportion: currentTarget.checked })}
        />
      )}
      <RuleFields {...props} />
    </Stack>
  );
}

/** How a KPI is read: direction, role, rhythm, ripeness, owner. */
function RuleFields(props: KpiFieldsProps) {
  const { draft } = props;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <NativeSelect label="Better when" {...choiceField(props, "direction", directions)} />
      <NativeSelect label="Role" {...choiceField(props, "role", roles)} />
      <NativeSelect label="Logged each" {...choiceField(props, "frequency", frequencies)} />
      <NativeSelect label="Written as" {...choiceField(props, "display", displays)} />
      <NativeSelect label="An event counts in the period" {...choiceField(props, "dating", datings)} />
      <TextInput
        label={`Ripe after how many ${draft.frequency}s`}
        inputMode="numeric"
        {...textField(props, "maturationPeriods")}
      />
      <TextInput
        label="Least volume before a verdict"
        description="Of the denominator; 0 for none"
        inputMode="numeric"
        {...textField(props, "minimumVolume")}
      />
      <TextInput
        label="Owner"
        description="Who answers for the definition"
        maxLength={80}
        {...textField(props, "owner")}
      />
    </SimpleGrid>
  );
}

type TextFields = "name" | "sentence" | "owner" | "maturationPeriods" | "minimumVolume";
type ChoiceFields = "direction" | "frequency" | "dating" | "role" | "display";

function textField({ draft, problems, onChange }: KpiFieldsProps, field: TextFields) {
  return {
    value: draft[field],
    error: problems[field],
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  };
}

function choiceField<Field extends ChoiceFields>(
  { draft, problems, onChange }: KpiFieldsProps,
  field: Field,
  words: Readonly<Record<KpiDraft[Field], string>>,
) {
  return {
    value: draft[field],
    error: problems[field],
    data: Object.entries<string>(words).map(([value, label]) => ({ value, label })),
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  };
}
