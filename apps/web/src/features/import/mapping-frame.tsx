import { Button, Card, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import type { SavedRecipe } from "@liftledger/contracts/import";
import type { ReactNode } from "react";
import { Questions } from "./questions.tsx";
import type { MappingFlow } from "./use-mapping-flow.ts";
import { WhatStops } from "./what-stops.tsx";
import { t } from "../../words.ts";

interface MappingFrameProps<Saved> {
  flow: Omit<MappingFlow, "setMapping" | "mapping">;
  /** The remembered mappings that may be used instead. */
  saved: readonly Saved[];
  onUse: (saved: Saved) => void;
  /** "Preview what would change" */
  previewWords: string;
  children: ReactNode;
}

/** Around the fields of a mapping: where it comes from, what is asked of it, and the way to the preview. */
export function MappingFrame<Saved extends Pick<SavedRecipe, "recipeId" | "name">>({
  flow,
  saved,
  onUse,
  previewWords,
  children,
}: MappingFrameProps<Saved>) {
  return (
    <Card withBorder padding="md">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end">
          <div>
            <Title order={2} fz="lg">{t`How to read it`}</Title>
            <Text size="sm" c="dimmed">
              {flow.origin}
            </Text>
          </div>
          {saved.length > 0 && <RememberedMappings saved={saved} onUse={onUse} />}
        </Group>
        {flow.questions.length > 0 && <Questions questions={flow.questions} onAnswer={flow.reply} />}
        {children}
        <WhatStops unfinished={flow.unfinished} answer={flow.answer} error={flow.previewError} />
        <Group gap="sm">
          <Button
            variant={flow.answer?.kind === "preview" ? "default" : "filled"}
            loading={flow.looking}
            onClick={flow.show}
          >
            {previewWords}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {flow.isStale ? t`The mapping has changed since: preview it again.` : t`Nothing is written yet.`}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

function RememberedMappings<Saved extends Pick<SavedRecipe, "recipeId" | "name">>({
  saved,
  onUse,
}: Pick<MappingFrameProps<Saved>, "saved" | "onUse">) {
  return (
    <NativeSelect
      aria-label={t`Use a remembered mapping`}
      value=""
      data={[
        { value: "", label: t`Use a remembered mapping` },
        ...saved.map(({ recipeId, name }) => ({ value: recipeId, label: name })),
      ]}
      onChange={({ currentTarget }) => {
        const chosen = saved.find(({ recipeId }) => recipeId === currentTarget.value);
        if (chosen !== undefined) onUse(chosen);
      }}
    />
  );
}
