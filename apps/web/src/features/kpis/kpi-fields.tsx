import { NativeSelect, SimpleGrid, Stack, Switch, TextInput, Textarea } from "@mantine/core";
import { CountedFields } from "./counted-fields.tsx";
import type { KpiDraft } from "./kpi-definition-draft.ts";
import { meaningBelow, roleWords } from "./kpi-words.ts";

export interface KpiFieldsProps {
  draft: KpiDraft;
  problems: Record<string, string>;
  onChange: (draft: KpiDraft) => void;
}

interface Typed {
  currentTarget: { value: string };
}

// A field shows what is chosen in full on a narrow screen too, so its choices are short and say more below it.
const measures = {
  count: { name: "a count", meaning: "Such as orders, leads, tickets" },
  spend: { name: "money spent", meaning: "Such as media or agency spend" },
  revenue: { name: "money earned", meaning: "Such as the value of orders" },
  duration: { name: "time", meaning: "In hours or days" },
};
const kinds = {
  exposure: { name: "what arrives from outside", meaning: "Such as visits, leads, calls" },
  outcome: { name: "what we want more of", meaning: "Such as customers, orders" },
  input: { name: "effort we control", meaning: "Such as spend, hours" },
  period: { name: "nothing", meaning: "A total of each week or month" },
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
const datings = { event: "in which it happened", cohort: "of what it belongs to" };
const datingMeanings = {
  event: "A sale in the week of the sale",
  cohort: "A sale in the week of its visit",
};
const roles = {
  outcome: roleWords.outcome.name,
  leading: roleWords.leading.name,
  guardrail: roleWords.guardrail.name,
  model: roleWords.model.name,
};

function roleMeaning(role: KpiDraft["role"]): string {
  const { sentence } = roleWords[role];
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

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
      <NativeSelect label="Written as" {...choiceField(props, "display", displays)} />
      <NativeSelect
        label="Role"
        description={roleMeaning(draft.role)}
        inputWrapperOrder={meaningBelow}
        {...choiceField(props, "role", roles)}
      />
      <NativeSelect
        label="An event counts in the period"
        description={datingMeanings[draft.dating]}
        inputWrapperOrder={meaningBelow}
        {...choiceField(props, "dating", datings)}
      />
      <NativeSelect label="Logged each" {...choiceField(props, "frequency", frequencies)} />
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
