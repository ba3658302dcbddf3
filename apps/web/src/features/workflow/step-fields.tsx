import { ActionIcon, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import type { StepDraft } from "./workflow-draft.ts";
import { kindNames } from "./workflow-words.ts";
import { t } from "../../words.ts";

export interface StepFieldsProps {
  /** Whose step it is: "Before". */
  of: string;
  number: number;
  last: number;
  step: StepDraft;
  faultOf: (field: string) => string | undefined;
  onChange: (next: Partial<StepDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One step as it is typed, with the buttons that move it up, down and away. */
export function StepFields({ of, number, last, step, faultOf, onChange, onMove, onRemove }: StepFieldsProps) {
  const named = (field: string) => t`${field} of step ${number}, ${of}`;
  const text = (field: "name" | "owner" | "tool" | "note", label: string, maxLength: number) => (
    <TextInput
      aria-label={named(label)}
      placeholder={label}
      flex={field === "name" ? "1 1 220px" : "1 1 150px"}
      maxLength={maxLength}
      value={step[field]}
      error={faultOf(field)}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
  return (
    <Stack gap={6} component="fieldset" bd="none" p={0} m={0}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text component="legend" size="sm" fw={600} p={0}>
          {t`Step ${number}`}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t`Move step ${number} up, ${of}`}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t`Move step ${number} down, ${of}`}
            disabled={number === last}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t`Remove step ${number}, ${of}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Group gap={6} align="flex-start">
        <NativeSelect
          aria-label={named(t`Kind`)}
          w={196}
          value={step.kind}
          data={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as StepDraft["kind"] })}
        />
        {text("name", t`What happens`, 400)}
      </Group>
      <Group gap={6} align="flex-start">
        {text("owner", t`Who answers for it`, 80)}
        {text("tool", t`System or tool`, 80)}
      </Group>
      {step.kind === "workaround" && (
        <Group gap={6} align="flex-start">
          {(["since", "until"] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={field === "since" ? t`By hand since` : t`Until, once it is over`}
              aria-label={named(field === "since" ? t`By hand since` : t`Until, once it is over`)}
              flex="1 1 150px"
              value={step[field]}
              error={faultOf(field)}
              onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
            />
          ))}
        </Group>
      )}
      <Group gap={6}>{text("note", t`Note`, 400)}</Group>
    </Stack>
  );
}
