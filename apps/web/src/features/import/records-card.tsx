import { Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { fieldsOf, isRecordsRecipe } from "@liftledger/contracts/record-targets";
import { numberSpellings } from "./mapping.ts";
import { Questions } from "./questions.tsx";
import { RecordFieldCard } from "./record-field.tsx";
import { emptyField, recordsMappingOf } from "./records-mapping.ts";
import type { ChosenFile } from "./use-import-flow.ts";
import type { RecordsFlow } from "./use-records-flow.ts";
import { WhatStops } from "./what-stops.tsx";

interface RecordsCardProps {
  chosen: ChosenFile;
  flow: RecordsFlow;
}

/** How each row becomes one thing: questions first, then its fields, then the way to the preview. */
export function RecordsCard({ chosen, flow }: RecordsCardProps) {
  return (
    <Card withBorder padding="md">
      <Stack gap="lg">
        <RecordsHead chosen={chosen} flow={flow} />
        {flow.questions.length > 0 && <Questions questions={flow.questions} onAnswer={flow.reply} />}
        <FieldCards columns={chosen.inspection.columns} flow={flow} />
        <WrittenFields flow={flow} />
        <WhatStops unfinished={flow.unfinished} answer={flow.answer} error={flow.previewError} />
        <Group gap="sm">
          <Button
            variant={flow.answer?.kind === "preview" ? "default" : "filled"}
            loading={flow.looking}
            onClick={flow.show}
          >
            Preview what would be added
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {flow.isStale ? "The mapping has changed since: preview it again." : "Nothing is written yet."}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

/** More fields than this that nothing fills are shown when they are asked for. */
const mostEmpty = 3;

/** The fields of the target: those that must be filled, those that are, and the others where they are few. */
function FieldCards({ columns, flow }: { columns: ChosenFile["inspection"]["columns"]; flow: RecordsFlow }) {
  const { mapping, setMapping } = flow;
  const [isAllShown, setAllShown] = useState(false);
  const fields = [...fieldsOf(mapping.target)];
  const empty = fields.filter(([name, field]) => {
    const { column, value } = mapping.fields[name] ?? emptyField;
    return field.isOptional === true && column === "" && value === "";
  });
  const hidden = isAllShown || empty.length <= mostEmpty ? [] : empty.map(([name]) => name);
  return (
    <Stack gap="sm">
      {fields
        .filter(([name]) => !hidden.includes(name))
        .map(([name, field]) => (
          <RecordFieldCard
            key={name}
            name={name}
            field={field}
            mapping={mapping.fields[name] ?? emptyField}
            columns={columns}
            problem={problemOf(flow.problems, name)}
            onChange={(next) => setMapping({ ...mapping, fields: { ...mapping.fields, [name]: next } })}
          />
        ))}
      {hidden.length > 0 && (
        <Button variant="default" onClick={() => setAllShown(true)}>
          Show {hidden.length} more fields, which may be left out
        </Button>
      )}
    </Stack>
  );
}

function RecordsHead({ chosen: { recipes }, flow }: RecordsCardProps) {
  const saved = recipes.flatMap(({ recipe, ...rest }) =>
    isRecordsRecipe(recipe) && recipe.target === flow.mapping.target ? [{ ...rest, recipe }] : [],
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
      {saved.length > 0 && (
        <NativeSelect
          aria-label="Use a remembered mapping"
          value=""
          data={[
            { value: "", label: "Use a remembered mapping" },
            ...saved.map(({ recipeId, name }) => ({ value: recipeId, label: name })),
          ]}
          onChange={({ currentTarget }) => {
            const found = saved.find(({ recipeId }) => recipeId === currentTarget.value);
            if (found !== undefined) flow.setMapping(recordsMappingOf(found.recipe));
          }}
        />
      )}
    </Group>
  );
}

function WrittenFields({ flow: { mapping, setMapping, problems } }: { flow: RecordsFlow }) {
  const hasNumbers = [...fieldsOf(mapping.target).values()].some(
    ({ kind }) => kind === "number" || kind === "share",
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label="Where the rows come from"
        value={mapping.source}
        error={problems["source"]}
        onChange={({ currentTarget }) => setMapping({ ...mapping, source: currentTarget.value })}
      />
      {hasNumbers && (
        <NativeSelect
          label="Numbers"
          value={mapping.numbers}
          data={[{ value: "", label: "find out, ask if in doubt" }, ...numberSpellings]}
          onChange={({ currentTarget }) => setMapping({ ...mapping, numbers: currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

/** What is wrong with a field, or with a part of it. */
function problemOf(problems: Readonly<Record<string, string>>, name: string): string | undefined {
  const own = `fields.${name}`;
  return Object.entries(problems).find(([place]) => place === own || place.startsWith(`${own}.`))?.[1];
}
