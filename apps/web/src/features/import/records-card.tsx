import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldsOf, isRecordsRecipe } from "@liftledger/contracts/record-targets";
import { MappingFrame } from "./mapping-frame.tsx";
import { numberSpellings } from "./mapping.ts";
import { RecordFieldCard } from "./record-field.tsx";
import { emptyField, recordsMappingOf } from "./records-mapping.ts";
import type { ChosenFile } from "./use-import-flow.ts";
import type { RecordsFlow } from "./use-records-flow.ts";
import { t } from "../../words.ts";

interface RecordsCardProps {
  chosen: ChosenFile;
  flow: RecordsFlow;
}

/** How each row becomes one thing, field by field. */
export function RecordsCard({ chosen, flow }: RecordsCardProps) {
  const { mapping, setMapping } = flow;
  return (
    <MappingFrame
      flow={flow}
      saved={chosen.recipes.flatMap(({ recipe, ...saved }) =>
        isRecordsRecipe(recipe) && recipe.target === mapping.target ? [{ ...saved, recipe }] : [],
      )}
      onUse={({ recipe }) => setMapping(recordsMappingOf(recipe))}
      previewWords={t`Preview what would be added`}
    >
      <FieldCards columns={chosen.inspection.columns} flow={flow} />
      <WrittenFields flow={flow} />
    </MappingFrame>
  );
}

/** More fields than this that nothing fills are shown when they are asked for. */
const mostEmpty = 3;

/** The fields of the target: those that must be filled, those that are, and the others where they are few. */
function FieldCards({ columns, flow }: { columns: ChosenFile["inspection"]["columns"]; flow: RecordsFlow }) {
  const { mapping, setMapping } = flow;
  const fields = [...fieldsOf(mapping.target)];
  const isEmpty = (name: string) => {
    const { column, value } = mapping.fields[name] ?? emptyField;
    return column === "" && value === "";
  };
  // Chosen once: a field that somebody empties does not go away under their hands.
  const [atFirst, setAtFirst] = useState(() => {
    const empty = fields.filter(([name, field]) => field.isOptional === true && isEmpty(name));
    return empty.length <= mostEmpty ? [] : empty.map(([name]) => name);
  });
  const hidden = atFirst.filter(isEmpty);
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
        <Button
          variant="default"
          onClick={() => setAtFirst([])}
        >{t`Show ${hidden.length} more fields, which may be left out`}</Button>
      )}
    </Stack>
  );
}

function WrittenFields({ flow: { mapping, setMapping, problems } }: { flow: RecordsFlow }) {
  const hasNumbers = [...fieldsOf(mapping.target).values()].some(
    ({ kind }) => kind === "number" || kind === "share",
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label={t`Where the rows come from`}
        value={mapping.source}
        error={problems["source"]}
        onChange={({ currentTarget }) => setMapping({ ...mapping, source: currentTarget.value })}
      />
      {hasNumbers && (
        <NativeSelect
          label={t`Numbers`}
          value={mapping.numbers}
          data={[{ value: "", label: t`find out, ask if in doubt` }, ...numberSpellings]}
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
