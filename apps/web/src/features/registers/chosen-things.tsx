import { ActionIcon, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { t } from "../../words.ts";

export interface ChosenThingsProps {
  label: string;
  /** "Add an initiative". */
  add: string;
  /** Undefined until they are known; the choice stands there meanwhile, so that a form does not grow under one's hands. */
  things: readonly { id: string; name: string }[] | undefined;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Some of a list, one row each with its bin, and a choice that adds another. */
export function ChosenThings({ label, add, things, chosen, onChange }: ChosenThingsProps) {
  const names = new Map(things?.map(({ id, name }) => [id, name]));
  const left = (things ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <Stack gap={6} component="fieldset" bd="none" p={0} m={0}>
      <Text size="sm" fw={500} component="legend" p={0} mb={4}>
        {label}
      </Text>
      {chosen.map((id) => (
        <Group key={id} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">{names.get(id) ?? id}</Text>
          <ActionIcon
            variant="default"
            aria-label={t`Remove ${names.get(id) ?? id}`}
            onClick={() => onChange(chosen.filter((one) => one !== id))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {(things === undefined || left.length > 0) && (
        <NativeSelect
          aria-label={add}
          value=""
          disabled={things === undefined}
          data={[{ value: "", label: add }, ...left.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== "") onChange([...chosen, currentTarget.value]);
          }}
        />
      )}
    </Stack>
  );
}
