import { Badge, Divider, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "../../words.ts";

export interface SetupStepProps {
  number: number;
  title: string;
  /** What this step gives, in one sentence. */
  why: string;
  state: keyof typeof stateWords;
  children: ReactNode;
}

const stateWords = {
  done: t`done`,
  "to-do": t`to do`,
  drafted: t`drafted, not frozen yet`,
  unapproved: t`not approved yet`,
  gaps: t`months are missing`,
  waits: t`waits for the step before`,
} as const;

/** One of the three things an initiative stands on, with its state in words and by shape. */
export function SetupStep({ number, title, why, state, children }: SetupStepProps) {
  return (
    <section aria-label={t`Set up: ${title.toLowerCase()}`}>
      {number > 1 && <Divider mb="md" />}
      <Group gap="sm" align="baseline" mb={4}>
        <Title order={3} fz="md">
          {number}. {title}
        </Title>
        <Badge
          variant={state === "done" ? "light" : "default"}
          tt="none"
          leftSection={state === "done" ? <IconCheck size={12} aria-hidden /> : undefined}
        >
          {stateWords[state]}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="sm" maw={720}>
        {why}
      </Text>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}
