import { Card, Group, Stack, Table, Text, Title } from "@mantine/core";
import type { SavedRecipe } from "@liftledger/contracts/import";
import { formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { RetiredBadge, useShownRows } from "../retirement/show-retired.tsx";
import { targetWords } from "./recipe-target.ts";
import { t } from "../../words.ts";

/** The mappings that are remembered, each with the way to retire it; nothing where there is none. */
export function RememberedMappings({ recipes }: { recipes: readonly SavedRecipe[] }) {
  const { shown, control } = useShownRows(recipes);
  if (recipes.length === 0) return null;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="lg">{t`Remembered mappings`}</Title>
        {control}
      </Group>
      {shown.length === 0 ? (
        <Text size="sm">{t`All of them are retired: the next file is mapped anew.`}</Text>
      ) : (
        <Table fz="sm" verticalSpacing={6} className="stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="36%">{t`Mapping`}</Table.Th>
              <Table.Th>{t`Reads`}</Table.Th>
              <Table.Th>{t`Version`}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t`Retire or restore`}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((saved) => (
              <MappingRow key={saved.recipeId} saved={saved} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}

function MappingRow({ saved }: { saved: SavedRecipe }) {
  const { recipeId, name, version, recipe, createdAt, retired } = saved;
  const params = { recipeId };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Group gap="xs">
          {name}
          <RetiredBadge retired={retired} />
        </Group>
      </Table.Th>
      <Table.Td data-label={t`Reads`}>
        {targetWords[recipe.target ?? /* no text: a key */ "series"].label}
      </Table.Td>
      <Table.Td data-label={t`Version`}>
        {version}, {formatInstant(createdAt, readerLocale)}
      </Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-end">
          <RetirementControls
            thing={`import-recipe:${recipeId}`}
            needs="contributor"
            size="xs"
            name={name}
            retired={retired}
            explained={t`It is offered no more when a file is mapped. The imports made by it keep it, and it can be restored.`}
            retire={(client, reason, idempotencyKey) =>
              client.call("retireImportRecipe", { params, body: { version, reason }, idempotencyKey })
            }
            restore={(client, idempotencyKey) =>
              client.call("restoreImportRecipe", { params, body: { version }, idempotencyKey })
            }
          />
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
