import { Fieldset, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { HoldOutKind } from "@liftledger/contracts/hold-out";
import type { KpiDefinition } from "@liftledger/contracts/kpi";
import { today } from "../../today.ts";
import { armLabel, kindWords } from "./arm-words.ts";
import { armFields, type ArmName, type HoldOutDraft } from "./hold-out-draft.ts";
import { t } from "../../words.ts";

export interface HoldOutFieldsProps {
  draft: HoldOutDraft;
  kpi: Pick<KpiDefinition, "numerator" | "denominator">;
  problems: Record<string, string>;
  onChange: (next: Partial<HoldOutDraft>) => void;
}

/** The two arms of a hold-out side by side, when it ran, how it was split, and where it counts. */
export function HoldOutFields(props: HoldOutFieldsProps) {
  const { draft, problems, onChange } = props;
  return (
    <Stack gap="md">
      <NativeSelect
        label={t`What is compared`}
        maw={420}
        value={draft.kind}
        error={problems["kind"]}
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as HoldOutKind })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <ArmFields {...props} arm="treated" legend={t`With AI`} />
        <ArmFields {...props} arm="heldOut" legend={t`Held out: without AI`} />
      </SimpleGrid>
      <Group gap="sm" align="flex-start">
        <DayField {...props} field="startedOn" label={t`Began on`} />
        <DayField {...props} field="endedOn" label={t`Ended on`} description={t`Empty while it runs`} />
        <PlainField
          {...props}
          field="plannedUnits"
          label={t`Planned in both together`}
          description={t`Where somebody looks while it runs`}
          isNumber
        />
      </Group>
      <Group gap="sm" align="flex-start">
        <PlainField
          {...props}
          field="splitTreated"
          problem="split.treated"
          label={t`Planned split, with AI`}
          description={t`In any proportion`}
          isNumber
        />
        <PlainField
          {...props}
          field="splitHeldOut"
          problem="split.heldOut"
          label={t`Planned split, held out`}
          description={t`50 to 50, 90 to 10`}
          isNumber
        />
        <PlainField
          {...props}
          field="treatedShare"
          label={t`Has the AI outside the test, in %`}
          description={t`Of the whole volume, since it ended`}
          isNumber
        />
        <PlainField
          {...props}
          field="treatedShareDuring"
          label={t`Had it during the test, in %`}
          description={t`Empty: as the split was planned`}
          isNumber
        />
      </Group>
      <Group gap="sm" align="flex-start">
        <PlainField
          {...props}
          field="unitOfRandomisation"
          label={t`What was drawn by lot`}
          description={t`Empty where it was each ${props.kpi.denominator.unit}`}
        />
        <PlainField {...props} field="source" label={t`Source`} description={t`The testing tool, a report`} />
      </Group>
    </Stack>
  );
}

function ArmFields({
  draft,
  kpi,
  problems,
  onChange,
  arm,
  legend,
}: HoldOutFieldsProps & { arm: ArmName; legend: string }) {
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        {armFields(draft.kind).map((field) => (
          <TextInput
            key={field}
            label={armLabel(field, draft.kind, kpi)}
            inputMode="decimal"
            autoComplete="off"
            value={draft[arm][field] ?? ""}
            error={problems[`${arm}.${field}`] ?? (field === "units" ? problems[arm] : undefined)}
            onChange={({ currentTarget }) => {
              const typed = { ...draft[arm], [field]: currentTarget.value };
              onChange(arm === "treated" ? { treated: typed } : { heldOut: typed });
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

type TextField = Exclude<keyof HoldOutDraft, "kind" | ArmName>;
interface FieldProps extends HoldOutFieldsProps {
  field: TextField;
  label: string;
  description?: string;
}

function PlainField({
  draft,
  problems,
  onChange,
  field,
  problem = field,
  label,
  description,
  isNumber = false,
}: FieldProps & { problem?: string; isNumber?: boolean }) {
  return (
    <TextInput
      label={label}
      description={description}
      w={230}
      autoComplete="off"
      {...(isNumber ? { inputMode: "decimal" as const } : {})}
      value={draft[field]}
      error={problems[problem]}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
}

function DayField({ draft, problems, onChange, field, label, description = t`The first day` }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      type="date"
      w={230}
      max={today()}
      value={draft[field]}
      error={problems[field]}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
}
