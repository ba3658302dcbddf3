import { Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { countsMoney } from "../kpis/kpi-words.ts";
import { LookupFields } from "./lookup-fields.tsx";
import { MappingFields } from "./mapping-fields.tsx";
import { mappingOf } from "./mapping-recipe.ts";
import { Questions } from "./questions.tsx";
import { isFiguresRecipe } from "./recipe-target.ts";
import type { ChosenFile, ImportFlow } from "./use-import-flow.ts";
import { WhatStops } from "./what-stops.tsx";

interface MappingCardProps {
  chosen: ChosenFile;
  flow: ImportFlow;
}

/** How the file is read: questions first, then the fields, then the way to the preview. */
export function MappingCard({ chosen, flow }: MappingCardProps) {
  const { mapping } = flow;
  return (
    <Card withBorder padding="md">
      <Stack gap="lg">
        <MappingHead chosen={chosen} flow={flow} />
        {flow.questions.length > 0 && <Questions questions={flow.questions} onAnswer={flow.reply} />}
        <MappingFields
          mapping={mapping}
          inspection={chosen.inspection}
          columns={flow.columns}
          kpis={chosen.kpis}
          problems={flow.problems}
          onChange={flow.setMapping}
          lookup={
            <LookupFields
              mapping={mapping}
              mainColumns={flow.mainColumns}
              second={flow.second}
              problem={flow.problems["lookup"]}
              onChange={flow.setMapping}
              onSecond={flow.setSecond}
            />
          }
        />
        {mapping.measures.some(({ kpi }) =>
          chosen.kpis.some((one) => one.key === kpi && countsMoney(one)),
        ) && (
          <TextInput
            label="Currency of the money in it"
            description="For series that are new"
            w={220}
            maxLength={3}
            value={flow.currency}
            onChange={({ currentTarget }) => flow.setCurrency(currentTarget.value.toUpperCase())}
          />
        )}
        <WhatStops unfinished={flow.unfinished} answer={flow.answer} error={flow.previewError} />
        <Group gap="sm">
          <Button
            variant={flow.answer?.kind === "preview" ? "default" : "filled"}
            loading={flow.looking}
            onClick={flow.show}
          >
            Preview what would change
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {flow.isStale ? "The mapping has changed since: preview it again." : "Nothing is written yet."}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

function MappingHead({ chosen, flow }: MappingCardProps) {
  const recipes = chosen.recipes.flatMap(({ recipe, ...saved }) =>
    isFiguresRecipe(recipe) ? [{ ...saved, recipe }] : [],
  );
  return (
    <Group justify="space-between" align="flex-end">
      <div>
        <Title order={2} fz="lg">
          How to read it
        </Title>
        <Text size="sm" c="dimmed">
          {flow.origin}
        </Text>
      </div>
      {recipes.length > 0 && (
        <NativeSelect
          aria-label="Use a remembered mapping"
          value=""
          data={[
            { value: "", label: "Use a remembered mapping" },
            ...recipes.map((saved) => ({ value: saved.recipeId, label: saved.name })),
          ]}
          onChange={({ currentTarget }) => {
            const chosen = recipes.find((saved) => saved.recipeId === currentTarget.value);
            if (chosen !== undefined) flow.setMapping(mappingOf(chosen.recipe));
          }}
        />
      )}
    </Group>
  );
}
