import { ActionIcon, Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { WorkflowDraft } from "./workflow-draft.ts";
import { diagnosisNames } from "./workflow-words.ts";
import { t } from "../../words.ts";

type Finding = WorkflowDraft["findings"][number];

const most = 100;

export interface FindingsFieldsProps {
  findings: readonly Finding[];
  faults: Readonly<Record<string, string>>;
  onChange: (findings: Finding[]) => void;
}

/** What is wrong with the workflow, one row each, with what kind of problem it is. */
export function FindingsFields({ findings, faults, onChange }: FindingsFieldsProps) {
  const change = (place: number, next: Partial<Finding>) =>
    onChange(findings.map((one, index) => (index === place ? { ...one, ...next } : one)));
  return (
    <Card withBorder padding="md">
      <Title order={2} fz={18}>{t`What is wrong with it`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Say for each whether it is a problem of data, of the flow, of ownership, or of what a word means.`}</Text>
      <Stack gap="xs" maw={900}>
        {findings.map(({ text, diagnosis }, place) => (
          <Group key={place} gap="xs" align="flex-start">
            <NativeSelect
              aria-label={t`What finding ${place + 1} is a problem of`}
              w={140}
              value={diagnosis}
              data={Object.entries(diagnosisNames).map(([value, label]) => ({ value, label }))}
              onChange={({ currentTarget }) =>
                change(place, { diagnosis: currentTarget.value as Finding["diagnosis"] })
              }
            />
            <TextInput
              aria-label={t`Finding ${place + 1}`}
              flex="1 1 200px"
              maxLength={400}
              value={text}
              error={faults[`findings.${place}.text`]}
              onChange={({ currentTarget }) => change(place, { text: currentTarget.value })}
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t`Remove finding ${place + 1}`}
              onClick={() => onChange(findings.filter((_row, index) => index !== place))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {findings.length < most && (
          <div>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onChange([...findings, { text: "", diagnosis: "data" }])}
            >{t`Add a finding`}</Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}
