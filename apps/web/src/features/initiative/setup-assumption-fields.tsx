import { Fieldset, SimpleGrid, Stack, Text, TextInput, type TextInputProps } from "@mantine/core";
import type { UnitValueRule } from "@liftledger/kpis/unit-value-rule";
import { wireFields, type BenefitDraft } from "./setup-benefit-draft.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { t } from "../../words.ts";

export interface SetupAssumptionFieldsProps {
  draft: BenefitDraft;
  /** What the KPI allows one unit to be worth; undefined until there is a KPI. */
  rule: UnitValueRule | undefined;
  currency: string;
  problems: Record<string, string>;
  /** Whether nothing was assumed before. */
  isNew: boolean;
  /** The last month that finance has closed; undefined where there is none. */
  lastClosed: string | undefined;
  onChange: (draft: BenefitDraft) => void;
}

/** What a field means stands below it, so that the fields of a row begin at one height. */
const below: Pick<TextInputProps, "inputWrapperOrder"> = {
  inputWrapperOrder: ["label", "input", "description", "error"],
};

/** What finance assumes of a benefit: the worth of a unit, our share, confidence, how much became money. */
export function SetupAssumptionFields(props: SetupAssumptionFieldsProps) {
  const { rule } = props;
  if (rule?.kind === "none")
    return (
      <Stack gap="md">
        <Text size="sm">{t`${rule.sentence} It is watched, and no more is asked than since when.`}</Text>
        <CountsFromField {...props} />
      </Stack>
    );
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <UnitValueField {...props} />
        <TextInput
          label={t`Our share`}
          description={t`Of the difference; what other efforts moved is theirs. Together at most 100%`}
          {...below}
          {...numberField(props, "ourShare", "%")}
        />
        <TextInput
          label={t`Confidence`}
          description={t`100 unless a named risk lies outside the likely range`}
          {...below}
          {...numberField(props, "confidence", "%")}
        />
        <TextInput
          label={t`The named risk`}
          description={t`Only where the confidence is below 100`}
          {...below}
          {...textField(props, "confidenceReason")}
        />
      </SimpleGrid>
      <RealisationFields {...props} />
      <CountsFromField {...props} />
      <TextInput
        label={t`Last period claimed`}
        description={t`Empty while it goes on, else a week such as 2026-W30 or a month such as 2026-07: what comes later can be claimed by others`}
        maw={360}
        {...textField(props, "claimUntil")}
      />
      <TextInput
        label={t`Approved by`}
        description={t`Who in finance stands for these assumptions; leave it empty until somebody does`}
        maw={360}
        {...textField(props, "approvedBy")}
      />
    </Stack>
  );
}

function CountsFromField(props: SetupAssumptionFieldsProps) {
  return (
    <TextInput
      label={t`Counts from`}
      description={countsFromWords(props)}
      maw={360}
      {...textField(props, "validFrom")}
    />
  );
}

/** What the first period means: what lies before it, and why it cannot lie in a closed month. */
function countsFromWords({ isNew, lastClosed }: SetupAssumptionFieldsProps): string {
  const before = isNew
    ? t`The first week or month it is claimed for, such as 2026-W30 or 2026-07. Empty: from the start of the initiative.`
    : t`The first week or month this counts for, such as 2026-W30 or 2026-07: what was assumed before goes on counting for what lies before. Empty: from the start of the claim.`;
  if (lastClosed === undefined) return before;
  return `${before} ${t`Months up to ${formatPeriod(lastClosed)} are closed and keep what they are worth.`}`;
}

/** Units are dictated by the KPI: locked for spend, a margin for revenue, money per item else. */
function UnitValueField(props: SetupAssumptionFieldsProps) {
  const { rule, currency } = props;
  if (rule?.kind === "locked")
    return (
      <TextInput label={t`Worth of one unit`} description={rule.sentence} {...below} value="1" readOnly />
    );
  if (rule?.kind === "margin-rate")
    return (
      <TextInput
        label={t`Contribution margin`}
        description={t`Revenue counts at margin, not at turnover`}
        {...below}
        {...numberField(props, "unitValue", "%")}
      />
    );
  return (
    <TextInput
      label={rule?.kind === "money-per-unit" ? t`Worth per ${rule.per}` : t`Worth of one unit`}
      description={rule?.sentence ?? t`Choose the number first`}
      {...below}
      {...numberField(props, "unitValue", currency)}
    />
  );
}

function RealisationFields(props: SetupAssumptionFieldsProps) {
  const fault = props.problems["assumptions.realisation"];
  return (
    <Fieldset legend={t`Turned into money`}>
      <Text
        size="sm"
        c="dimmed"
        mb="xs"
      >{t`How much of the value went how far. The rest stays claimed; only what is cashed enters the cash ROI.`}</Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput label={t`Accepted by finance`} {...numberField(props, "accepted", "%")} />
        <TextInput label={t`Redeployed as capacity`} {...numberField(props, "redeployed", "%")} />
        <TextInput label={t`Cashed`} {...numberField(props, "cashed", "%")} />
      </SimpleGrid>
      {fault !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" mt={6}>
          {fault}
        </Text>
      )}
    </Fieldset>
  );
}

interface Typed {
  currentTarget: { value: string };
}

function numberField(
  { draft, problems, onChange }: SetupAssumptionFieldsProps,
  field: keyof typeof wireFields,
  unit: string,
) {
  return {
    value: draft[field],
    error: problems[wireFields[field]],
    inputMode: "decimal" as const,
    autoComplete: "off",
    rightSection: (
      <Text component="span" size="xs" c="dimmed" aria-hidden>
        {unit}
      </Text>
    ),
    rightSectionWidth: unit.length * 8 + 22,
    rightSectionPointerEvents: "none" as const,
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  };
}

function textField(
  { draft, problems, onChange }: SetupAssumptionFieldsProps,
  field: "confidenceReason" | "approvedBy" | "claimUntil" | "validFrom",
) {
  return {
    value: draft[field] ?? "",
    error: problems[`assumptions.${field}`],
    onChange: ({ currentTarget }: Typed) => onChange({ ...draft, [field]: currentTarget.value }),
  };
}
