import { NativeSelect, SimpleGrid, Stack, Switch, TextInput, Textarea } from "@mantine/core";
import { CountedFields } from "./counted-fields.tsx";
import type { KpiDraft } from "./kpi-definition-draft.ts";
import { meaningBelow, roleWords } from "./kpi-words.ts";
import { t } from "../../words.ts";

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
  count: { name: t`a count`, meaning: t`Such as orders, leads, tickets` },
  spend: { name: t`money spent`, meaning: t`Such as media or agency spend` },
  revenue: { name: t`money earned`, meaning: t`Such as the value of orders` },
  duration: { name: "time", meaning: t`In hours or days` },
};
const kinds = {
  exposure: { name: t`what arrives from outside`, meaning: t`Such as visits, leads, calls` },
  outcome: { name: t`what we want more of`, meaning: t`Such as customers, orders` },
  input: { name: t`effort we control`, meaning: t`Such as spend, hours` },
  period: { name: "nothing", meaning: t`A total of each week or month` },
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
const datings = { event: t`in which it happened`, cohort: t`of what it belongs to` };
const datingMeanings = {
  event: t`A sale in the week of the sale`,
  cohort: t`A sale in the week of its visit`,
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
      <TextInput label={t`Name`} maxLength={80} {...textField(props, "name")} />
      <Textarea
        label={t`In one plain sentence`}
        description={t`What it says to somebody who has never heard of it`}
        autosize
        minRows={2}
        maxLength={400}
        {...textField(props, "sentence")}
      />
      <CountedFields
        legend={t`Numerator: what is counted`}
        part="numerator"
        counted={numerator}
        kind={numerator.measure}
        kinds={measures}
        examples={[t`orders paid`, "order"]}
        problems={problems}
        onCounted={(counted) => onChange({ ...draft, numerator: { ...numerator, ...counted } })}
        onKind={(measure) => onChange({ ...draft, numerator: { ...numerator, measure } })}
      />
      <CountedFields
        legend={t`Denominator: what it is divided by`}
        part="denominator"
        counted={denominator}
        kind={denominator.kind}
        kinds={kinds}
        examples={[t`visits to the shop`, "visit"]}
        isTotal={isTotal}
        problems={problems}
        onCounted={(counted) => onChange({ ...draft, denominator: { ...denominator, ...counted } })}
        onKind={(kind) => onChange({ ...draft, denominator: { ...denominator, kind } })}
      />
      {!isTotal && (
        <Switch
          label={t`The numerator is a part of the denominator`}
          description={t`Then more than 100% is refused when it is logged`}
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
      <NativeSelect label={t`Better when`} {...choiceField(props, "direction", directions)} />
      <NativeSelect label={t`Written as`} {...choiceField(props, "display", displays)} />
      <NativeSelect
        label={t`Role`}
        description={roleMeaning(draft.role)}
        inputWrapperOrder={meaningBelow}
        {...choiceField(props, "role", roles)}
      />
      <NativeSelect
        label={t`An event counts in the period`}
        description={datingMeanings[draft.dating]}
        inputWrapperOrder={meaningBelow}
        {...choiceField(props, "dating", datings)}
      />
      <NativeSelect label={t`Logged each`} {...choiceField(props, "frequency", frequencies)} />
      <TextInput
        label={draft.frequency === "week" ? t`Ripe after how many weeks` : t`Ripe after how many months`}
        inputMode="numeric"
        {...textField(props, "maturationPeriods")}
      />
      <TextInput
        label={t`Least volume before a verdict`}
        description={t`Of the denominator; 0 for none`}
        inputMode="numeric"
        {...textField(props, "minimumVolume")}
      />
      <TextInput
        label={t`Owner`}
        description={t`Who answers for the definition`}
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
