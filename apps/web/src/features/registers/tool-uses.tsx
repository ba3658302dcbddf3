import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { initiativesQuery } from "../../ledger-queries.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import type { ToolDraft } from "./tool-draft.ts";
import { t } from "../../words.ts";

type Use = ToolDraft["uses"][number];

export interface ToolUsesProps {
  uses: readonly Use[];
  faults: Readonly<Record<string, string>>;
  onChange: (uses: Use[]) => void;
}

/** Which initiatives use a tool, for which use case, and in which systems. */
export function ToolUses({ uses, faults, onChange }: ToolUsesProps) {
  const initiatives = useQuery(initiativesQuery(useOrganisationId())).data?.rows ?? [];
  const change = (place: number, next: Partial<Use>) =>
    onChange(uses.map((use, index) => (index === place ? { ...use, ...next } : use)));
  return (
    <Stack gap="xs" component="fieldset" bd="none" p={0} m={0}>
      <Text size="sm" fw={500} component="legend" mb={6} p={0}>{t`Used by`}</Text>
      {uses.map(({ initiativeId, useCase, systems }, place) => (
        <Group key={place} gap="xs" align="flex-start">
          <NativeSelect
            aria-label={t`Initiative ${place + 1}`}
            flex="1 1 220px"
            value={initiativeId}
            error={faults[`uses.${place}.initiativeId`]}
            data={[
              { value: "", label: t`Choose an initiative` },
              ...initiatives.map((one) => ({ value: one.initiativeId, label: one.name })),
            ]}
            onChange={({ currentTarget }) => change(place, { initiativeId: currentTarget.value })}
          />
          <TextInput
            aria-label={t`Use case ${place + 1}`}
            placeholder={t`For which use case`}
            flex="1 1 220px"
            maxLength={120}
            value={useCase}
            error={faults[`uses.${place}.useCase`]}
            onChange={({ currentTarget }) => change(place, { useCase: currentTarget.value })}
          />
          <TextInput
            aria-label={t`Systems ${place + 1}, with commas between`}
            placeholder={t`Systems: CRM, shop`}
            flex="1 1 140px"
            maxLength={400}
            value={systems}
            error={faults[`uses.${place}.systems`]}
            onChange={({ currentTarget }) => change(place, { systems: currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t`Remove use ${place + 1}`}
            onClick={() => onChange(uses.filter((_use, index) => index !== place))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...uses, { initiativeId: "", useCase: "", systems: "" }])}
        >{t`Add an initiative`}</Button>
      </div>
    </Stack>
  );
}
